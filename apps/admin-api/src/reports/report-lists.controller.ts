import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { reportId, type OrganisationCode } from '@dialogue/domain';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import type { HistoryPageResponse } from '../cases/case.response-schemas.js';
import { historyQuery, type HistoryQuery } from '../cases/history-page.js';
import type { ListCountsResponse } from '../cases/list-counts.response-schemas.js';
import { Operation } from '../http/operation.js';
import { organisationCode } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import { periodCode, reportFilters, type ReportFilters } from './report.schemas.js';

/** Reports counted and as a table, and what has happened to one, page by page. */
@ApiTags('reports')
@Controller('v1')
export class ReportListsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get('reports/counts')
  @Operation('countReports', { access: 'report:read', success: 'ListCounts', errors: [400] })
  countReports(
    @CurrentAccount() account: Account,
    @Query({ schema: reportFilters }) query: ReportFilters,
  ): Promise<ListCountsResponse> {
    return this.services.reports.counts(account, query);
  }

  @Get('reports.csv')
  @Header('Content-Disposition', 'attachment; filename="reports.csv"')
  @Operation('exportReports', { access: 'report:read', success: 'text/csv', errors: [400, 422] })
  exportReports(
    @CurrentAccount() account: Account,
    @Query({ schema: reportFilters }) query: ReportFilters,
  ): Promise<string> {
    return this.services.reports.csv(account, query);
  }

  // eslint-disable-next-line max-params -- the address has two parts, and each is read and described by itself
  @Get('reports/:organisation/:period/history')
  @Operation('readReportHistory', { access: 'report:read', success: 'HistoryPage', errors: [400, 404] })
  readReportHistory(
    @CurrentAccount() account: Account,
    @Param('organisation', { schema: organisationCode }) organisation: OrganisationCode,
    @Param('period', { schema: periodCode }) period: string,
    @Query({ schema: historyQuery }) query: HistoryQuery,
  ): Promise<HistoryPageResponse> {
    return this.services.reports.history(account, reportId(organisation, period), query);
  }
}
