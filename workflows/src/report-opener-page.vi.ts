import { citationOf, formatDay, type LocalDate, type NextPeriod } from '@dialogue/domain';

import type { OpenedReports } from '@dialogue/contracts';

import { periodName } from './report-page.vi.js';

/** Beside the steps of an opener. */
export const openerSummary = {
  calendar: 'Đọc lịch làm việc',
  open: 'Mở báo cáo cho từng cơ quan',
  waits: (opensOn: LocalDate): string => `Chờ ngày mở kỳ báo cáo, ${formatDay(opensOn)}`,
} as const;

/** The page of an opener in the Temporal UI: which period, when it opens, until when reports are due, by which rule. */
export function openerPage({ period, opensOn }: NextPeriod, done: OpenedReports | null): string {
  const due = `**Hạn gửi báo cáo:** hết ${formatDay(period.dueOn)}, theo ${citationOf('D14.1')}`;
  const waiting = `**Đang chờ:** 08 giờ 00, ${formatDay(opensOn)}, để mở báo cáo cho các cơ quan`;
  return [`### Kỳ báo cáo ${periodName(period)}`, done === null ? waiting : openedLine(done), due].join('\n\n');
}

function openedLine({ reporting, opened }: OpenedReports): string {
  const before = reporting - opened;
  const known = before === 0 ? '' : `; ${String(before)} cơ quan đã có báo cáo của kỳ này từ trước`;
  return `**Đã mở:** ${String(opened)} báo cáo của ${String(reporting)} cơ quan phải báo cáo${known}`;
}
