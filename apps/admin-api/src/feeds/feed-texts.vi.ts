import { citationOf, dutyNames, formatDay, type CaseKind } from '@dialogue/domain';
import type { Feed, FeedDuty } from '@dialogue/persistence';

const caseNames: Readonly<Record<CaseKind, string>> = {
  petition: 'Kiến nghị, phản ánh số',
  conference: 'Hội nghị đối thoại số',
  report: 'Báo cáo',
};

export function feedName({ kind, organisation: { name } }: Pick<Feed, 'kind' | 'organisation'>): string {
  return kind === 'agency' ? `Thời hạn đối thoại: việc của ${name}` : `Thời hạn đối thoại: hồ sơ do ${name} chủ trì`;
}

export function feedDescription({ kind }: Pick<Feed, 'kind'>): string {
  const what =
    kind === 'agency'
      ? 'Các việc cơ quan còn phải làm'
      : 'Mọi việc còn phải làm của các hồ sơ do cơ quan chủ trì tham mưu';
  return `${what}, mỗi việc vào ngày đến hạn. Việc đã xong thì không còn trong lịch. Không chuyển địa chỉ của lịch này cho người ngoài cơ quan.`;
}

/** What is due, in which case; in the calendar of an office also by whom. */
export function eventSummary({ kind: feed }: Pick<Feed, 'kind'>, { kind, caseNumber, bodyName }: FeedDuty): string {
  const owedBy = feed === 'leadOffice' && bodyName !== null ? ` (${bodyName})` : '';
  return `${dutyNames[kind]}: ${caseNumber}${owedBy}`;
}

export function eventDescription(duty: FeedDuty, workingUrl: string): string {
  const { caseKind, caseNumber, rule, dueOn, isMissed, isProvisional } = duty;
  return [
    `${caseNames[caseKind]} ${caseNumber}.`,
    `Đến hết ${formatDay(dueOn)}.${isMissed ? ' Đã quá hạn.' : ''}`,
    ...(isProvisional ? ['Thời hạn tạm tính: lịch làm việc của năm chưa được xác nhận đầy đủ.'] : []),
    `Căn cứ: ${citationOf(rule)}.`,
    `Cách tính thời hạn: ${workingUrl}`,
  ].join('\n');
}
