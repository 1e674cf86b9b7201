import { Controller, Get, Inject, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Operation } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import type { ReadyResponse } from './health.service.js';
import { ReadinessInterceptor } from './readiness.interceptor.js';

/** For whoever watches over the process. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get('live')
  @Operation('isLive', { access: 'public', success: 'Live' })
  isLive(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @UseInterceptors(ReadinessInterceptor)
  @Operation('isReady', { access: 'public', success: 'Readiness' })
  isReady(): Promise<ReadyResponse> {
    return this.services.health.readiness();
  }
}
