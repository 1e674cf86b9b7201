import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { RateLimited } from '../auth/rate-limits.js';
import { HtmlPage } from '../http/html-page.js';
import { Operation } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import type { ExplanationResponse } from './deadline.response-schemas.js';
import { deadlineQuery, type DeadlineQuery } from './deadline.schemas.js';

/** How deadlines are counted, for everybody: a letter's recipient has no account, and nothing here is about people. */
@ApiTags('deadlines')
@Controller('v1/deadlines')
@RateLimited('explain')
export class DeadlinesController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get('explain')
  @Operation('explainDeadline', { access: 'public', success: 'Explanation', errors: [400, 404, 422, 429] })
  explainDeadline(@Query({ schema: deadlineQuery }) query: DeadlineQuery): Promise<ExplanationResponse> {
    return this.services.deadlines.explain(query);
  }

  @Get('explain/page')
  @HtmlPage()
  @ApiProduces('text/html')
  @Operation('explainDeadlinePage', { access: 'public', success: null, errors: [400, 404, 422, 429] })
  explainDeadlinePage(@Query({ schema: deadlineQuery }) query: DeadlineQuery): Promise<string> {
    return this.services.deadlines.page(query);
  }
}
