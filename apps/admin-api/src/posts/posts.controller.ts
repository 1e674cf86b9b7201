import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { organisationCode, uuid } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import type {
  AppointmentResponse,
  PersonPageResponse,
  PersonResponse,
  PostsResponse,
} from './post.response-schemas.js';
import {
  appointment,
  correction,
  ending,
  newPerson,
  peopleQuery,
  postEnding,
  postsQuery,
  type Appointment,
  type Correction,
  type Ending,
  type NewPerson,
  type PeopleQuery,
  type PostEnding,
  type PostsQuery,
} from './post.schemas.js';

/** Posts, and the people who hold them from which day to which (D1). */
@ApiTags('posts')
@Controller('v1')
export class PostsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get('organisations/:code/posts')
  @Operation('listPosts', { access: 'post:read', success: 'Posts', errors: [400, 404] })
  listPosts(
    @Param('code', { schema: organisationCode }) code: string,
    @Query({ schema: postsQuery }) query: PostsQuery,
    @CurrentAccount() account: Account,
  ): Promise<PostsResponse> {
    return this.services.posts.posts(code, query, account);
  }

  @Post('organisations/:code/posts')
  @Operation('appoint', {
    access: 'post:manage',
    success: 'Appointment',
    status: 201,
    errors: [400, 404, 409, 413, 422],
  })
  appoint(
    @Param('code', { schema: organisationCode }) code: string,
    @Body({ schema: appointment }) body: Appointment,
  ): Promise<AppointmentResponse> {
    return this.services.posts.appoint(code, body);
  }

  @Post('posts/:id/end')
  @Operation('endPost', { access: 'post:manage', success: null, status: 204, errors: [400, 404, 409, 413, 422] })
  endPost(@Param('id', { schema: uuid }) id: string, @Body({ schema: postEnding }) body: PostEnding): Promise<void> {
    return this.services.posts.endPost(id, body.on);
  }

  @Post('post-holders/:id/end')
  @Operation('endHolding', { access: 'post:manage', success: null, status: 204, errors: [400, 404, 409, 413, 422] })
  endHolding(@Param('id', { schema: uuid }) id: string, @Body({ schema: ending }) body: Ending): Promise<void> {
    return this.services.posts.endHolding(id, body.on);
  }

  @Get('people')
  @Operation('listPeople', { access: 'person:read', success: 'PersonPage', errors: [400] })
  listPeople(@Query({ schema: peopleQuery }) query: PeopleQuery): Promise<PersonPageResponse> {
    return this.services.posts.people(query);
  }

  @Get('people/:id')
  @Operation('readPerson', { access: 'person:read', success: 'Person', errors: [400, 404] })
  readPerson(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: postsQuery }) query: PostsQuery,
  ): Promise<PersonResponse> {
    return this.services.posts.person(id, query);
  }

  @Post('people')
  @Operation('registerPerson', { access: 'post:manage', success: 'Person', status: 201, errors: [400, 413] })
  registerPerson(@Body({ schema: newPerson }) body: NewPerson): Promise<PersonResponse> {
    return this.services.posts.register(body);
  }

  @Post('people/:id/correct')
  @Operation('correctPerson', { access: 'post:manage', success: 'Person', errors: [400, 404, 413] })
  correctPerson(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: correction }) body: Correction,
  ): Promise<PersonResponse> {
    return this.services.posts.correct(id, body);
  }
}
