import { reportFlags } from '@dialogue/domain';
import type { ReportSummary, Register } from '@dialogue/persistence';

import { caseList, type CaseList, type ListParts } from '../cases/case-list.js';
import { reportStageNames } from '../cases/case-sentences.vi.js';
import type { WorkflowLinks } from '../cases/case.response.js';
import { toListCounts } from '../cases/list-counts.response.js';
import type { ListCountsResponse } from '../cases/list-counts.response-schemas.js';
import { reportColumns } from './report-columns.vi.js';
import { toReportSummary } from './report.response.js';
import type { ReportSummaryResponse } from './report.response-schemas.js';
import type { ReportFilters } from './report.schemas.js';

/** The list of reports: page by page, counted, and as a table; each with the same filters (D11.3). */
export function reportList(
  parts: ListParts & { readonly register: Register; readonly links: WorkflowLinks },
): CaseList<ReportFilters, ReportSummaryResponse, ListCountsResponse> {
  const { register, links } = parts;
  return caseList<ReportFilters, ReportSummary, ReportSummaryResponse, ListCountsResponse>(parts, {
    name: 'reports',
    read: (filter, page) => register.reports(filter, page),
    count: (filter) => register.reportCounts(filter),
    show: (report) => toReportSummary(report, links),
    showCounts: (counts) => toListCounts(counts, { stages: reportStageNames, flags: reportFlags }),
    columns: reportColumns,
  });
}
