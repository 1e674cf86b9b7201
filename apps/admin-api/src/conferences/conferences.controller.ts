import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { CommandGiver, type Giver } from '../http/command-giver.js';
import { CommandOperation, Operation } from '../http/operation.js';
import type { PendingCommand } from '../http/pending.interceptor.js';
import { SERVICES, type Services } from '../tokens.js';
import type { ConferencePageResponse, ConferenceResponse } from './conference.response-schemas.js';
import { adHocDemand, type AdHocDemandBody } from './demand.js';
import {
  conferenceId,
  conferencePlan,
  conferenceQuery,
  type ConferencePlanBody,
  type ConferenceQuery,
} from './conference.schemas.js';

/** Conferences: planning one, finding them, reading one. What is done to them stands in the table of commands. */
@ApiTags('conferences')
@Controller('v1/conferences')
export class ConferencesController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Post()
  @CommandOperation('planConference', { access: 'conference:plan', success: 'Conference' })
  planConference(
    @CommandGiver() giver: Giver,
    @Body({ schema: conferencePlan }) body: ConferencePlanBody,
  ): Promise<ConferenceResponse | PendingCommand> {
    return this.services.conferences.plan({ ...giver, body });
  }

  @Post('demand-ad-hoc')
  @CommandOperation('demandAdHoc', { access: 'conference:demandAdHoc', success: 'Conference' })
  demandAdHoc(
    @CommandGiver() giver: Giver,
    @Body({ schema: adHocDemand }) body: AdHocDemandBody,
  ): Promise<ConferenceResponse | PendingCommand> {
    return this.services.conferences.demandAdHoc({ ...giver, body });
  }

  @Get()
  @Operation('listConferences', { access: 'conference:read', success: 'ConferencePage', errors: [400] })
  listConferences(
    @CurrentAccount() account: Account,
    @Query({ schema: conferenceQuery }) query: ConferenceQuery,
  ): Promise<ConferencePageResponse> {
    return this.services.conferences.conferences(account, query);
  }

  @Get(':id')
  @Operation('readConference', { access: 'conference:read', success: 'Conference', errors: [400, 404] })
  readConference(
    @CurrentAccount() account: Account,
    @Param('id', { schema: conferenceId }) id: string,
  ): Promise<ConferenceResponse> {
    return this.services.conferences.conference(account, id);
  }
}
