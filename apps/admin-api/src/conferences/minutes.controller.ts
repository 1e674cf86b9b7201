import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import type { MinutesListResponse, MinutesResponse } from './conference.response-schemas.js';
import { conferenceId, minutesVersion } from './conference.schemas.js';

/** The minutes of a conference, version by version: none is ever overwritten (D10.3b). */
@ApiTags('conferences')
@Controller('v1/conferences/:id/minutes')
export class MinutesController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Operation('listMinutes', { access: 'conference:read', success: 'MinutesList', errors: [400, 404] })
  listMinutes(
    @CurrentAccount() account: Account,
    @Param('id', { schema: conferenceId }) id: string,
  ): Promise<MinutesListResponse> {
    return this.services.conferences.minutesList(account, id);
  }

  @Get(':version')
  @Operation('readMinutes', { access: 'conference:read', success: 'Minutes', errors: [400, 404] })
  readMinutes(
    @CurrentAccount() account: Account,
    @Param('id', { schema: conferenceId }) id: string,
    @Param('version', { schema: minutesVersion }) version: number,
  ): Promise<MinutesResponse> {
    return this.services.conferences.minutes(account, id, version);
  }
}
