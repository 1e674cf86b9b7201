import {
  flagNames,
  formatDate,
  formatDay,
  nextReportDuty,
  reportDuties,
  reportFlagsOf,
  ruleOfPeriod,
  type Report,
  type ReportFlag,
  type ReportPeriod,
} from '@dialogue/domain';

import { casePage, nameOf, type CasePage } from './case-page.vi.js';

/** How a period is called: `6 tháng đầu năm 2026`, `năm 2026`; of one on demand its days. */
export function periodName({ kind, code, from, cutOn }: ReportPeriod): string {
  const year = code.slice(0, 4);
  switch (kind) {
    case 'halfYear':
      return `6 tháng đầu năm ${year}`;
    case 'year':
      return `năm ${year}`;
    case 'extraordinary':
      return `đột xuất từ ${formatDate(from)} đến ${formatDate(cutOn)}`;
  }
}

/** The page of a period report (D14.1, D14.2), and the summary of its timer. */
export const reportPage: CasePage<Report> = casePage<ReportFlag, Report>({
  title: (state) => `Báo cáo ${periodName(state.period)} của ${nameOf(state, state.organisation)}`,
  stages: {
    planned: 'Chờ mở kỳ báo cáo',
    collecting: 'Đang tổng hợp số liệu',
    drafting: 'Bị trả lại, đang hoàn thiện',
    submitted: 'Đã trình, chờ duyệt',
    approved: 'Đã duyệt, chờ gửi',
    sent: 'Đã gửi',
  },
  flags: { ...flagNames, finding: 'vi phạm thời hạn báo cáo' },
  duties: {
    sendUpwards: 'gửi báo cáo để cấp trên tổng hợp',
    sendReport: 'gửi báo cáo kết quả đối thoại và giải quyết kiến nghị',
  },
  events: {
    opened: 'Mở kỳ báo cáo',
    submitted: 'Trình duyệt',
    returned: 'Trả lại để hoàn thiện',
    approved: 'Duyệt',
    sent: 'Gửi báo cáo',
  },
  debtors: reportDuties,
  flagsOf: reportFlagsOf,
  agencyOf: () => null,
  nextDuty: nextReportDuty,
  head: { title: 'Người chịu trách nhiệm', rule: 'D14.1' },
  facts: ({ period }, workingLink) => [
    `**Kỳ số liệu:** từ ${formatDate(period.from)} đến hết ngày chốt số liệu ${formatDate(period.cutOn)}`,
    `**Hạn gửi báo cáo của kỳ:** hết ${formatDay(period.dueOn)}${workingLink({ rule: ruleOfPeriod(period), anchorOn: period.cutOn, dueOn: period.dueOn })}`,
  ],
});
