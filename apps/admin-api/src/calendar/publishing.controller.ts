import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import { editionNumber } from './calendar.schemas.js';
import {
  previewQuery,
  publication,
  type PreviewQuery,
  type PreviewResponse,
  type PublicationBody,
  type RolloutResponse,
} from './publishing.schemas.js';

/** How a draft becomes the calendar of every open case: seen first, then confirmed, then followed (D11.1c). */
@ApiTags('calendar')
@Controller('v1/calendar/editions/:edition')
export class CalendarPublishingController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get('preview')
  @Operation('previewCalendar', { access: 'calendar:manage', success: 'CalendarPreview', errors: [400, 404, 409] })
  previewCalendar(
    @Param('edition', { schema: editionNumber }) edition: number,
    @Query({ schema: previewQuery }) query: PreviewQuery,
  ): Promise<PreviewResponse> {
    return this.services.calendarPublishing.preview(edition, query);
  }

  @Post('publish')
  @Operation('publishCalendar', {
    access: 'calendar:manage',
    success: 'CalendarRollout',
    errors: [400, 404, 409, 413],
  })
  publishCalendar(
    @CurrentAccount() account: Account,
    @Param('edition', { schema: editionNumber }) edition: number,
    @Body({ schema: publication }) body: PublicationBody,
  ): Promise<RolloutResponse> {
    return this.services.calendarPublishing.publish(account, edition, body);
  }

  @Get('rollout')
  @Operation('readCalendarRollout', { access: 'calendar:read', success: 'CalendarRollout', errors: [400, 404] })
  readCalendarRollout(@Param('edition', { schema: editionNumber }) edition: number): Promise<RolloutResponse> {
    return this.services.calendarPublishing.rollout(edition);
  }
}
