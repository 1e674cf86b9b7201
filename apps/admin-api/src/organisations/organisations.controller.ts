import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OrganisationCode } from '@dialogue/domain';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { organisationCode, uuid } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import type {
  AppointmentResponse,
  CountsPageResponse,
  CountsResponse,
  OrganisationPageResponse,
  OrganisationResponse,
  PostsResponse,
} from './organisation.response-schemas.js';
import {
  appointment,
  countsQuery,
  ending,
  organisationQuery,
  postsQuery,
  type Appointment,
  type CountsListQuery,
  type Ending,
  type OrganisationListQuery,
  type PostsQuery,
} from './organisation.schemas.js';

/** Bodies, who holds their posts from which day to which, and their figures. */
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

  @Get('organisations/:code')
  @Operation('readOrganisation', { access: 'organisation:read', success: 'Organisation', errors: [400, 404] })
  readOrganisation(@Param('code', { schema: organisationCode }) code: string): Promise<OrganisationResponse> {
    return this.services.organisations.organisation(code);
  }

  @Get('organisations/:code/posts')
  @Operation('listPosts', { access: 'post:read', success: 'Posts', errors: [400, 404] })
  listPosts(
    @Param('code', { schema: organisationCode }) code: string,
    @Query({ schema: postsQuery }) query: PostsQuery,
  ): Promise<PostsResponse> {
    return this.services.organisations.posts(code, query);
  }

  @Post('organisations/:code/posts')
  @Operation('appoint', { access: 'post:manage', success: 'Appointment', status: 201, errors: [400, 404, 409, 413] })
  appoint(
    @Param('code', { schema: organisationCode }) code: string,
    @Body({ schema: appointment }) body: Appointment,
  ): Promise<AppointmentResponse> {
    return this.services.organisations.appoint(code, body);
  }

  @Post('post-holders/:id/end')
  @Operation('endHolding', { access: 'post:manage', success: null, status: 204, errors: [400, 404, 413] })
  endHolding(@Param('id', { schema: uuid }) id: string, @Body({ schema: ending }) body: Ending): Promise<void> {
    return this.services.organisations.endHolding(id, body.on);
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
