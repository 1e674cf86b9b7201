import type { Column } from '../cases/case-list.js';
import { caseColumns, dateShown } from '../cases/case-names.vi.js';
import type { ReportSummaryResponse } from './report.response-schemas.js';

/** A list of period reports as a table for people. */
export const reportColumns: readonly Column<ReportSummaryResponse>[] = [
  { title: 'Kỳ báo cáo', cell: ({ period }) => period.code },
  { title: 'Số liệu từ ngày', cell: ({ period }) => dateShown(period.from) },
  { title: 'Ngày chốt số liệu', cell: ({ period }) => dateShown(period.cutOn) },
  { title: 'Hạn gửi', cell: ({ period }) => dateShown(period.dueOn) },
  caseColumns.organisation,
  caseColumns.leadOffice,
  caseColumns.stage,
  caseColumns.due,
  caseColumns.article,
  caseColumns.flags,
];
