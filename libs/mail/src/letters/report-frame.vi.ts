import {
  formatDate,
  ruleOfPeriod,
  yearOf,
  type LocalDate,
  type NamedField,
  type ReportFigures,
  type ReportPeriod,
} from '@dialogue/domain';
import type { Deadline, Fact, LetterDetails, LetterRequest } from './letter-request.js';

type ReportDetails = Extract<LetterDetails, { readonly kind: 'report' }>;

/** @throws Error when a letter of a report was asked for without what the register holds of it: a bug of the caller. */
export function reportDetails({ details }: LetterRequest): ReportDetails {
  if (details?.kind !== 'report') throw new Error('A letter of a report needs its details');
  return details;
}

/** `báo cáo 6 tháng đầu năm 2026`, `báo cáo năm 2026`, `báo cáo đột xuất từ ngày … đến ngày …`. */
export function reportName({ kind, from, cutOn }: ReportPeriod): string {
  const year = String(yearOf(cutOn));
  switch (kind) {
    case 'halfYear':
      return `báo cáo 6 tháng đầu năm ${year}`;
    case 'year':
      return `báo cáo năm ${year}`;
    case 'extraordinary':
      return `báo cáo đột xuất từ ngày ${formatDate(from)} đến ngày ${formatDate(cutOn)}`;
  }
}

/** D14.1, D14.2: the limit of the report itself; the next one after the cut day is that of its period. */
export function reportDeadline(period: ReportPeriod): Deadline {
  return {
    label: 'Hạn gửi báo cáo',
    on: period.dueOn,
    counted: { rule: ruleOfPeriod(period), anchorOn: period.cutOn },
  };
}

/** D14.1: in time for the superior's own report, counted back from its limit. */
export function upwardsDeadline(period: ReportPeriod, upwardsOn: LocalDate): Deadline {
  return {
    label: 'Hạn gửi để cấp trên tổng hợp',
    on: upwardsOn,
    counted: { rule: ruleOfPeriod(period), anchorOn: period.dueOn },
  };
}

/** What every letter of a report says of it. */
export function reportFacts(period: ReportPeriod, request: LetterRequest): readonly Fact[] {
  return [
    { label: 'Cơ quan báo cáo', value: reportDetails(request).reporterName },
    {
      label: 'Thời gian lấy số liệu',
      value: `từ ngày ${formatDate(period.from)} đến hết ngày ${formatDate(period.cutOn)}`,
    },
  ];
}

/**
 * The figures, a line each; reading this table is reading the report.
 *
 * @throws Error when they have not been taken: a bug of the caller.
 */
export function figureFacts(request: LetterRequest): readonly Fact[] {
  const { figures, fields } = reportDetails(request);
  if (figures === null) throw new Error('A letter with figures needs them taken');
  const lines = Object.entries(figureLabels).map(([name, label]) => ({
    label,
    // eslint-disable-next-line house/no-assertion -- the table below has the names of the figures
    value: String(figures[name as keyof typeof figureLabels]),
  }));
  return [...lines, ...fields.flatMap((field) => fieldFact(figures, field))];
}

/** D5: each field of article 5; of those under it the ones in which something was received. */
function fieldFact({ byField, bySubField = {} }: ReportFigures, { code, name, root }: NamedField): readonly Fact[] {
  if (code === root) return [{ label: `Lĩnh vực ${name}`, value: String(byField[root]) }];
  const count = bySubField[code];
  return count === undefined ? [] : [{ label: `Trong đó: ${name}`, value: String(count) }];
}

const figureLabels = {
  conferencesPeriodic: 'Số hội nghị đối thoại định kỳ',
  conferencesAdHoc: 'Số hội nghị đối thoại đột xuất',
  received: 'Số kiến nghị, phản ánh tiếp nhận',
  redirected: 'Không thuộc phạm vi, đã hướng dẫn thủ tục khác',
  withdrawn: 'Người nêu kiến nghị đã rút',
  settled: 'Đã được người chủ trì giải quyết, giải thích',
  assigned: 'Đã giao cơ quan giải quyết',
  declined: 'Từ chối trả lời',
  deferred: 'Chưa trả lời ngay',
  referred: 'Chuyển cấp có thẩm quyền',
  answeredInTime: 'Cơ quan được giao trả lời đúng hạn',
  answeredLate: 'Cơ quan được giao trả lời quá hạn',
  overdue: 'Quá hạn chưa trả lời',
  resolved: 'Đã giải quyết xong',
} as const satisfies Readonly<Record<Exclude<keyof ReportFigures, 'byField' | 'bySubField'>, string>>;
