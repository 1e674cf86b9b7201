import { extraordinaryPeriod, reportId } from '@dialogue/domain';
import type { Account } from '@dialogue/persistence';

import { isWithin } from '../auth/scope.js';
import { leadOfficeOf, organisationInForce } from '../cases/bodies.js';
import { carryOut, type CarryOutParts, type Wish } from '../cases/carry-out.js';
import type { WorkflowLinks } from '../cases/case.response.js';
import type { ListParts } from '../cases/case-list.js';
import { historyPage, type HistoryQuery } from '../cases/history-page.js';
import type { HistoryPageResponse } from '../cases/case.response-schemas.js';
import type { ListCountsResponse } from '../cases/list-counts.response-schemas.js';
import type { PreparedCommand } from '../door/door.service.js';
import { ApiError } from '../errors/api-error.js';
import { pendingCommand, type PendingCommand } from '../http/pending.interceptor.js';
import { reportCommands } from './command-table.js';
import type { ReportRouteKind } from './report-row.js';
import { reportList } from './report-list.js';
import { toReportResponse } from './report.response.js';
import type { ReportPageResponse, ReportResponse } from './report.response-schemas.js';
import type { ReportFilters, ReportQuery, ReportRequest } from './report.schemas.js';

/** What the routes of reports do. */
export interface ReportsService {
  open(wish: Wish<ReportRequest>): Promise<ReportResponse | PendingReport>;
  carryOut(kind: ReportRouteKind, id: string, wish: Wish<object>): Promise<ReportResponse | PendingCommand>;
  report(account: Account, id: string): Promise<ReportResponse>;
  reports(account: Account, query: ReportQuery): Promise<ReportPageResponse>;
  counts(account: Account, query: ReportFilters): Promise<ListCountsResponse>;
  csv(account: Account, query: ReportFilters): Promise<string>;
  history(account: Account, id: string, query: HistoryQuery): Promise<HistoryPageResponse>;
}

/** A report that is written but not taken by its workflow yet. */
interface PendingReport extends PendingCommand {
  readonly report: { readonly id: string; readonly stage: string };
}

/** What the service stands on. */
export interface ReportsServiceParts extends CarryOutParts, Pick<ListParts, 'cursors'> {
  readonly links: WorkflowLinks;
}

export function createReportsService(parts: ReportsServiceParts): ReportsService {
  const read = (id: string, account: Account): Promise<ReportResponse> => reportOf(parts, id, account);
  const list = reportList(parts);
  return {
    open: (wish) => open(parts, wish),
    carryOut: (kind, caseId, wish) =>
      carryOut(parts, { caseKind: 'report', caseId, kind, row: reportCommands[kind], read }, wish),
    async report(account, id) {
      await parts.scopes.readable(account, 'report', id);
      return read(id, account);
    },
    reports: list.page,
    counts: list.counts,
    csv: list.csv,
    history: (account, caseId, query) => historyPage(parts, account, { caseKind: 'report', caseId, ...query }),
  };
}

/** D14.2: one report of a body for one stretch of time; whoever asks again for the same days is told so. */
async function open(parts: ReportsServiceParts, wish: Wish<ReportRequest>): Promise<ReportResponse | PendingReport> {
  const { account, body, idempotencyKey } = wish;
  const caseId = reportId(body.organisation, extraordinaryPeriod(body).code);
  const { commandId, isDecided } = await parts.door.submit({
    ...{ caseKind: 'report', caseId, kind: 'open', accountId: account.id, idempotencyKey, body },
    prepare: () => prepareOpening(parts, wish, caseId),
  });
  const report = await reportOf(parts, caseId, account);
  return isDecided ? report : { ...pendingCommand(commandId), report: { id: caseId, stage: report.stage } };
}

async function prepareOpening(
  parts: ReportsServiceParts,
  { account, body }: Wish<ReportRequest>,
  caseId: string,
): Promise<PreparedCommand> {
  const { organisation, reason, request } = body;
  await organisationInForce(parts, organisation, 'organisation');
  const leadOffice = await leadOfficeOf(parts, organisation);
  if (!isWithin(await parts.scopes.scopeOf(account), organisation, leadOffice)) throw new ApiError('auth.out_of_scope');
  if ((await parts.register.reportScope(caseId)) !== null) throw new ApiError('report.already_open');
  return {
    payload: {},
    words: { reason, ...(request === undefined ? {} : { request }) },
    newCase: { caseKind: 'report', opening: { organisation, leadOffice, period: extraordinaryPeriod(body) } },
  };
}

async function reportOf(
  { register, links }: ReportsServiceParts,
  id: string,
  account: Account,
): Promise<ReportResponse> {
  const report = await register.report(id);
  if (report === null) throw new ApiError('report.not_found');
  return toReportResponse(report, { links, account });
}
