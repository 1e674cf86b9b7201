import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CommandGiver, type Giver } from '../http/command-giver.js';
import { CommandOperation } from '../http/operation.js';
import type { PendingCommand } from '../http/pending.interceptor.js';
import { uuid } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import type { PetitionResponse } from './petition.response-schemas.js';
import { opinion, type Opinion } from './petition.schemas.js';

/** Opinions raised at a conference: each becomes a petition of its own (D8.1f). */
@ApiTags('conference commands')
@Controller('v1/conferences/:id/record-opinion-raised')
export class OpinionsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Post()
  @CommandOperation('recordOpinionRaised', { access: 'conference:recordOpinionRaised', success: 'Petition' })
  recordOpinionRaised(
    @CommandGiver() giver: Giver,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: opinion }) body: Opinion,
  ): Promise<PetitionResponse | PendingCommand> {
    return this.services.petitions.registerRaised(id, { ...giver, body });
  }
}
