import { Controller, Get, Header, Inject, Param, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { RateLimited } from '../auth/rate-limits.js';
import { EtagInterceptor } from '../http/etag.interceptor.js';
import { Operation } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import { feedFile } from './feed.schemas.js';

/** What a calendar program asks for, which has no account: whoever knows the address may read it. */
@ApiTags('calendar feeds')
@Controller('feeds')
@RateLimited('feed')
export class PublicFeedsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get(':file')
  // Of one reader, not of proxies in between; no search engine lists it.
  @Header('Cache-Control', 'private, max-age=900')
  @Header('X-Robots-Tag', 'noindex')
  @Header('Content-Disposition', 'attachment; filename="thoi-han.ics"')
  @UseInterceptors(EtagInterceptor)
  @Operation('readFeed', { access: 'public', success: 'text/calendar', errors: [404, 429] })
  readFeed(@Param('file', { schema: feedFile }) file: string): Promise<string> {
    return this.services.feeds.calendar(file.replace(/\.ics$/, ''));
  }
}
