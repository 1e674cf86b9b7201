import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { reportId, type OrganisationCode } from '@dialogue/domain';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { CommandGiver, type Giver } from '../http/command-giver.js';
import { CommandOperation, Operation } from '../http/operation.js';
import type { PendingCommand } from '../http/pending.interceptor.js';
import { organisationCode } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import type { ReportPageResponse, ReportResponse } from './report.response-schemas.js';
import { periodCode, reportQuery, reportRequest, type ReportQuery, type ReportRequest } from './report.schemas.js';

/** Period reports: opening one on demand, finding them, reading one. What is done to them stands in the table of commands. */
@ApiTags('reports')
@Controller('v1/reports')
export class ReportsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Post()
  @CommandOperation('openReport', { access: 'report:open', success: 'Report' })
  openReport(
    @CommandGiver() giver: Giver,
    @Body({ schema: reportRequest }) body: ReportRequest,
  ): Promise<ReportResponse | PendingCommand> {
    return this.services.reports.open({ ...giver, body });
  }

  @Get()
  @Operation('listReports', { access: 'report:read', success: 'ReportPage', errors: [400] })
  listReports(
    @CurrentAccount() account: Account,
    @Query({ schema: reportQuery }) query: ReportQuery,
  ): Promise<ReportPageResponse> {
    return this.services.reports.reports(account, query);
  }

  @Get(':organisation/:period')
  @Operation('readReport', { access: 'report:read', success: 'Report', errors: [400, 404] })
  readReport(
    @CurrentAccount() account: Account,
    @Param('organisation', { schema: organisationCode }) organisation: OrganisationCode,
    @Param('period', { schema: periodCode }) period: string,
  ): Promise<ReportResponse> {
    return this.services.reports.report(account, reportId(organisation, period));
  }
}
