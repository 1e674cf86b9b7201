import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrganisationCode } from '@dialogue/domain';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { organisationCode } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import type {
  ContactsResponse,
  CountsPageResponse,
  CountsResponse,
  LevelsResponse,
  OrganisationOnDayResponse,
  OrganisationPageResponse,
  OrganisationSubtreeResponse,
} from './organisation.response-schemas.js';
import {
  countsQuery,
  dayQuery,
  newContact,
  organisationQuery,
  type CountsListQuery,
  type DayQuery,
  type NewContact,
  type OrganisationListQuery,
} from './organisation.schemas.js';

/** Bodies as they stand on a day, their own addresses, and their figures. */
@ApiTags('organisations')
@Controller('v1')
export class OrganisationsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get('organisations')
  @Operation('listOrganisations', { access: 'organisation:read', success: 'OrganisationPage', errors: [400] })
  listOrganisations(
    @Query({ schema: organisationQuery }) query: OrganisationListQuery,
  ): Promise<OrganisationPageResponse> {
    return this.services.organisations.organisations(query);
  }

  @Get('levels')
  @Operation('listLevels', { access: 'organisation:read', success: 'Levels', errors: [400] })
  listLevels(@Query({ schema: dayQuery }) query: DayQuery): Promise<LevelsResponse> {
    return this.services.organisations.levels(query);
  }

  @Get('organisations/:code')
  @Operation('readOrganisation', { access: 'organisation:read', success: 'OrganisationOnDay', errors: [400, 404] })
  readOrganisation(
    @Param('code', { schema: organisationCode }) code: string,
    @Query({ schema: dayQuery }) query: DayQuery,
  ): Promise<OrganisationOnDayResponse> {
    return this.services.organisations.organisation(code, query);
  }

  @Get('organisations/:code/subtree')
  @Operation('readSubtree', { access: 'organisation:read', success: 'OrganisationSubtree', errors: [400, 404] })
  readSubtree(
    @Param('code', { schema: organisationCode }) code: string,
    @Query({ schema: dayQuery }) query: DayQuery,
  ): Promise<OrganisationSubtreeResponse> {
    return this.services.organisations.subtree(code, query);
  }

  @Get('organisations/:code/contacts')
  @Operation('listContacts', { access: 'post:read', success: 'Contacts', errors: [400, 404] })
  listContacts(
    @Param('code', { schema: organisationCode }) code: string,
    @Query({ schema: dayQuery }) query: DayQuery,
  ): Promise<ContactsResponse> {
    return this.services.organisations.contacts(code, query);
  }

  @Post('organisations/:code/contacts')
  @Operation('setContact', { access: 'post:manage', success: 'Contacts', errors: [400, 404, 409, 413, 422] })
  setContact(
    @Param('code', { schema: organisationCode }) code: string,
    @Body({ schema: newContact }) body: NewContact,
  ): Promise<ContactsResponse> {
    return this.services.organisations.setContact(code, body);
  }

  @Get('counts')
  @Operation('readCounts', { access: 'organisation:count', success: 'CountsPage', errors: [400] })
  readCounts(
    @CurrentAccount() account: Account,
    @Query({ schema: countsQuery }) query: CountsListQuery,
  ): Promise<CountsPageResponse> {
    return this.services.organisations.counts(account, query);
  }

  @Get('organisations/:code/counts')
  @Operation('readOrganisationCounts', { access: 'organisation:count', success: 'Counts', errors: [400, 404] })
  readOrganisationCounts(
    @CurrentAccount() account: Account,
    @Param('code', { schema: organisationCode }) code: OrganisationCode,
    @Query({ schema: countsQuery }) query: CountsListQuery,
  ): Promise<CountsResponse> {
    return this.services.organisations.countsOf(account, code, query);
  }
}
