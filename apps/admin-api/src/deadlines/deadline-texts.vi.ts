import {
  formatDate,
  formatDay,
  weekdayOf,
  type DayReason,
  type DeadlineLimit,
  type ExplainedDeadline,
  type WorkingLine,
} from '@dialogue/domain';

/** Said of wrong questions. */
export const ruleUnknown = 'Không có quy tắc mang ký hiệu này. Ký hiệu đúng có dạng như D11.1c, D8.1g, D14.1.';
export const twoQuestions =
  'Chỉ nêu một trong hai: số ngày làm việc (workingDays) hoặc ngày đến hạn đã biết (due), không nêu cả hai.';
export const directionAlone = 'Chiều đếm (direction) chỉ dùng khi nêu số ngày làm việc (workingDays).';
export function dueTooFar(days: number): string {
  return `Ngày đến hạn không được cách ngày bắt đầu tính quá ${String(days)} ngày.`;
}

/** How a deadline came about, in one sentence or two. */
export function sentenceOf({ anchorOn, dueOn, count, rule, working }: ExplainedDeadline): string {
  const until = `Hạn là hết ${formatDay(dueOn)}`;
  if ('workingDays' in count) {
    const side = count.workingDays < 0 ? 'trước' : 'sau';
    return `${until}: ngày làm việc thứ ${String(Math.abs(count.workingDays))} ${side} ${formatDay(anchorOn)}, không tính ngày này.`;
  }
  if ('calendarDays' in count)
    return `${until}: ngày thứ ${String(-count.calendarDays)} trước ${formatDay(anchorOn)}, tính cả ngày nghỉ.`;
  if ('to' in count) return sentenceOfGiven({ anchorOn, dueOn, working });
  const before =
    rule === 'D14.1' && count.days === -1
      ? `${until}: báo cáo phải gửi trước ngày ${formatDate(anchorOn)}`
      : `${until}: ${String(-count.days)} ngày trước ${formatDay(anchorOn)}, tính cả ngày nghỉ`;
  return `${before}.${rolled({ dueOn, working })}`;
}

/** A day that somebody promised, or at which something belated fell due at once. */
function sentenceOfGiven({
  anchorOn,
  dueOn,
  working,
}: Pick<ExplainedDeadline, 'anchorOn' | 'dueOn' | 'working'>): string {
  const day = `Hạn là hết ${formatDay(dueOn)}. Ngày này được hẹn, được ấn định riêng, hoặc là ngày bắt đầu của việc đã muộn, không tính theo số ngày mặc định`;
  if (anchorOn === dueOn) return `${day}.`;
  const workingDays = working.filter(({ counted }) => counted !== null).length;
  const way = anchorOn < dueOn ? `Từ sau ${formatDay(anchorOn)} đến hết` : `Từ trước ${formatDay(anchorOn)} trở về đến`;
  return `${day}. ${way} ngày đó có ${String(workingDays)} ngày làm việc.`;
}

/** Of a count that ended on a day of rest and rolled back. */
function rolled({ dueOn, working }: Pick<ExplainedDeadline, 'dueOn' | 'working'>): string {
  const last = working.findLast(({ counted }) => counted !== null);
  if (last === undefined || last.on === dueOn) return '';
  return ` Ngày cuối của số ngày này là ${formatDay(last.on)}, không phải ngày làm việc, nên lùi về ngày làm việc liền trước.`;
}

/** Whose limit it is. */
export const limitTexts: Readonly<Record<DeadlineLimit, string>> = {
  regulation: 'Thời hạn này do Quy định đặt ra.',
  periodicConferences:
    'Quy định đặt ra thời hạn này đối với hội nghị định kỳ của người đứng đầu cấp ủy, chính quyền các cấp; đối với hội nghị khác, đây là mốc do cơ quan tự đặt.',
  office: 'Thời hạn này do cơ quan tự đặt để theo dõi, đôn đốc; Quy định không ấn định số ngày.',
};

/** Why a day counts or does not, with name and legal basis where the calendar has them. */
export function reasonText({ reason, on, name, basis, swapWith }: WorkingLine): string {
  const what = reasons[reason](weekdayOf(on));
  // What a swap is called mostly says it already.
  const isSaid = swapWith === undefined || name?.includes(formatDate(swapWith)) === true;
  const swap = isSaid ? '' : `; hoán đổi với ngày ${formatDate(swapWith)}`;
  const named = name === undefined ? '' : `. ${name}${swap}`;
  const decision = basis === undefined ? '' : `. Căn cứ: ${basis}`;
  return `${what}${named}${decision}`;
}

const reasons: Readonly<Record<DayReason, (weekday: number) => string>> = {
  anchor: () => 'Ngày bắt đầu tính, không đếm',
  workingDay: () => 'Ngày làm việc',
  workedRestDay: (weekday) => `${weekday === 7 ? 'Chủ nhật' : 'Thứ Bảy'} làm bù`,
  weekend: () => 'Nghỉ hằng tuần',
  dayOff: () => 'Ngày nghỉ',
};

/** Said where a year that may still change is touched. */
export function provisionalText({ unconfirmedYears }: Pick<ExplainedDeadline, 'unconfirmedYears'>): string {
  const years = unconfirmedYears.map(String).join(', ');
  return `Thời hạn này là tạm tính: lịch nghỉ năm ${years} chưa được công bố đầy đủ. Khi lịch nghỉ được công bố, thời hạn được tính lại và thông báo.`;
}
