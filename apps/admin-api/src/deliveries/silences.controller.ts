import { Body, Controller, Get, Header, Inject, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrganisationCode } from '@dialogue/domain';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { organisationCode } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import { silenceLimitBody, type SilenceLimitBody, type SilentBodiesResponse } from './silence.schemas.js';

/** Bodies that do not stir (D11.3). */
@ApiTags('deliveries')
@Controller('v1/deliveries')
export class SilencesController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get('silent-bodies')
  @Operation('listSilentBodies', { access: 'delivery:read', success: 'SilentBodies' })
  listSilentBodies(@CurrentAccount() account: Account): Promise<SilentBodiesResponse> {
    return this.services.silences.silentBodies(account);
  }

  @Get('silent-bodies.csv')
  @Header('Content-Disposition', 'attachment; filename="silent-bodies.csv"')
  @Operation('exportSilentBodies', { access: 'delivery:read', success: 'text/csv' })
  exportSilentBodies(@CurrentAccount() account: Account): Promise<string> {
    return this.services.silences.silentBodiesCsv(account);
  }

  @Put('silence-limits/:organisation')
  @Operation('setSilenceLimit', { access: 'terms:manage', success: null, status: 204, errors: [400, 404] })
  setSilenceLimit(
    @CurrentAccount() account: Account,
    @Param('organisation', { schema: organisationCode }) organisation: OrganisationCode,
    @Body({ schema: silenceLimitBody }) body: SilenceLimitBody,
  ): Promise<void> {
    return this.services.silences.setLimit(account, organisation, body);
  }
}
