import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { uuid } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import {
  newFeed,
  nothingMore,
  type FeedResponse,
  type FeedsResponse,
  type NewFeedBody,
  type NewFeedResponse,
} from './feed.schemas.js';

/** The calendar feeds of a body: made, replaced and revoked by its own people. */
@ApiTags('calendar feeds')
@Controller('v1/calendar-feeds')
export class FeedsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Operation('listFeeds', { access: 'feed:manage', success: 'Feeds' })
  listFeeds(@CurrentAccount() account: Account): Promise<FeedsResponse> {
    return this.services.feeds.feeds(account);
  }

  @Post()
  @Operation('createFeed', { access: 'feed:manage', success: 'NewFeed', status: 201, errors: [400, 413, 422] })
  createFeed(
    @CurrentAccount() account: Account,
    @Body({ schema: newFeed }) body: NewFeedBody,
  ): Promise<NewFeedResponse> {
    return this.services.feeds.create(account, body);
  }

  @Post(':id/replace')
  @Operation('replaceFeed', { access: 'feed:manage', success: 'NewFeed', errors: [400, 404, 413] })
  replaceFeed(
    @CurrentAccount() account: Account,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: nothingMore }) _: object,
  ): Promise<NewFeedResponse> {
    return this.services.feeds.replace(account, id);
  }

  @Post(':id/revoke')
  @Operation('revokeFeed', { access: 'feed:manage', success: 'Feed', errors: [400, 404, 413] })
  revokeFeed(
    @CurrentAccount() account: Account,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: nothingMore }) _: object,
  ): Promise<FeedResponse> {
    return this.services.feeds.revoke(account, id);
  }
}
