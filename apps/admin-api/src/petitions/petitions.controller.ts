import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { CommandGiver, type Giver } from '../http/command-giver.js';
import { CommandOperation, Operation } from '../http/operation.js';
import type { PendingCommand } from '../http/pending.interceptor.js';
import { SERVICES, type Services } from '../tokens.js';
import type {
  IdentityResponse,
  PetitionDuplicatesResponse,
  PetitionPageResponse,
  PetitionResponse,
} from './petition.response-schemas.js';
import {
  petitionId,
  petitionQuery,
  registration,
  stub,
  type PetitionQuery,
  type Registration,
  type Stub,
} from './petition.schemas.js';

/** Petitions: registering one, finding them, reading one. What is done to them stands in the table of commands. */
@ApiTags('petitions')
@Controller('v1/petitions')
export class PetitionsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Post()
  @CommandOperation('registerPetition', { access: 'petition:register', success: 'Petition' })
  registerPetition(
    @CommandGiver() giver: Giver,
    @Body({ schema: registration }) body: Registration,
  ): Promise<PetitionResponse | PendingCommand> {
    return this.services.petitions.register({ ...giver, body });
  }

  @Post('stubs')
  @CommandOperation('registerStub', { access: 'petition:register', success: 'Petition' })
  registerStub(
    @CommandGiver() giver: Giver,
    @Body({ schema: stub }) body: Stub,
  ): Promise<PetitionResponse | PendingCommand> {
    return this.services.petitions.registerStub({ ...giver, body });
  }

  @Get()
  @Operation('listPetitions', { access: 'petition:read', success: 'PetitionPage', errors: [400] })
  listPetitions(
    @CurrentAccount() account: Account,
    @Query({ schema: petitionQuery }) query: PetitionQuery,
  ): Promise<PetitionPageResponse> {
    return this.services.petitions.petitions(account, query);
  }

  @Get(':id')
  @Operation('readPetition', { access: 'petition:read', success: 'Petition', errors: [400, 404] })
  readPetition(
    @CurrentAccount() account: Account,
    @Param('id', { schema: petitionId }) id: string,
  ): Promise<PetitionResponse> {
    return this.services.petitions.petition(account, id);
  }

  @Get(':id/duplicates')
  @Operation('listDuplicates', { access: 'petition:merge', success: 'PetitionDuplicates', errors: [400, 404] })
  listDuplicates(
    @CurrentAccount() account: Account,
    @Param('id', { schema: petitionId }) id: string,
  ): Promise<PetitionDuplicatesResponse> {
    return this.services.petitions.duplicates(account, id);
  }

  @Get(':id/identity')
  @Operation('readIdentity', { access: 'petition:readIdentity', success: 'Identity', errors: [400, 404] })
  readIdentity(
    @CurrentAccount() account: Account,
    @Param('id', { schema: petitionId }) id: string,
  ): Promise<IdentityResponse> {
    return this.services.petitions.identity(account, id);
  }
}
