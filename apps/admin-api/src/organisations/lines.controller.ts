import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrganisationCode } from '@dialogue/domain';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { organisationCode } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import type { LinesResponse } from './line.response-schemas.js';
import { linesQuery, newLine, type LinesQuery, type NewLineBody } from './line.schemas.js';

/** How bodies stand to each other: who leads, watches, supervises, is above, gets reports (D11.1b, D11.3, D14.1, D15). */
@ApiTags('organisations')
@Controller('v1/organisations/:code/lines')
export class LinesController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Operation('listLines', { access: 'organisation:read', success: 'Lines', errors: [400, 404] })
  listLines(
    @Param('code', { schema: organisationCode }) code: OrganisationCode,
    @Query({ schema: linesQuery }) query: LinesQuery,
  ): Promise<LinesResponse> {
    return this.services.lines.lines(code, query);
  }

  @Post()
  @Operation('setLine', { access: 'line:manage', success: 'Lines', errors: [400, 404, 413, 422] })
  setLine(
    @CurrentAccount() account: Account,
    @Param('code', { schema: organisationCode }) code: OrganisationCode,
    @Body({ schema: newLine }) body: NewLineBody,
  ): Promise<LinesResponse> {
    return this.services.lines.setLine(account, code, body);
  }
}
