import { dateAt, extraordinaryPeriod, reportId } from '@dialogue/domain';
import type { Account, ReportSummary } from '@dialogue/persistence';

import { isWithin } from '../auth/scope.js';
import { leadOfficeOf, organisationInForce } from '../cases/bodies.js';
import { carryOut, type CarryOutParts, type Wish } from '../cases/carry-out.js';
import type { WorkflowLinks } from '../cases/case.response.js';
import { pageOf } from '../cases/page.js';
import type { PreparedCommand } from '../door/door.service.js';
import { ApiError } from '../errors/api-error.js';
import { pendingCommand, type PendingCommand } from '../http/pending.interceptor.js';
import { reportCommands } from './command-table.js';
import type { ReportRouteKind } from './report-row.js';
import { toReportResponse, toReportSummary } from './report.response.js';
import type { ReportPageResponse, ReportResponse } from './report.response-schemas.js';
import type { ReportQuery, ReportRequest } from './report.schemas.js';

/** What the routes of reports do. */
export interface ReportsService {
  open(wish: Wish<ReportRequest>): Promise<ReportResponse | PendingReport>;
  carryOut(kind: ReportRouteKind, id: string, wish: Wish<object>): Promise<ReportResponse | PendingCommand>;
  report(account: Account, id: string): Promise<ReportResponse>;
  reports(account: Account, query: ReportQuery): Promise<ReportPageResponse>;
}

/** A report that is written but not taken by its workflow yet. */
interface PendingReport extends PendingCommand {
  readonly report: { readonly id: string; readonly stage: string };
}

/** What the service stands on. */
export interface ReportsServiceParts extends CarryOutParts {
  readonly links: WorkflowLinks;
}

export function createReportsService(parts: ReportsServiceParts): ReportsService {
  const read = (id: string): Promise<ReportResponse> => reportOf(parts, id);
  return {
    open: (wish) => open(parts, wish),
    carryOut: (kind, caseId, wish) =>
      carryOut(parts, { caseKind: 'report', caseId, kind, row: reportCommands[kind], read }, wish),
    async report(account, id) {
      await parts.scopes.readable(account, 'report', id);
      return read(id);
    },
    reports: (account, query) => listReports(parts, account, query),
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
  const report = await reportOf(parts, caseId);
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

/** Filtered by a body: its own reports, and those of everybody below it. */
function listReports(parts: ReportsServiceParts, account: Account, query: ReportQuery): Promise<ReportPageResponse> {
  const { register, now } = parts;
  return pageOf(parts, account, {
    query,
    show: (report: ReportSummary) => toReportSummary(report, parts.links),
    async list({ organisation, ...filter }, page) {
      if (organisation === undefined) return register.reports(filter, page);
      const organisations = await register.organisationSubtree(organisation, dateAt(now()));
      return register.reports({ ...filter, organisations }, page);
    },
  });
}

async function reportOf({ register, links }: ReportsServiceParts, id: string): Promise<ReportResponse> {
  const report = await register.report(id);
  if (report === null) throw new ApiError('report.not_found');
  return toReportResponse(report, links);
}
