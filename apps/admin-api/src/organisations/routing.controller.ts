import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Operation } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import type { RoutingResponse } from './routing.response-schemas.js';
import { routingQuery, type RoutingListQuery } from './routing.schemas.js';

/** Who prepares a conference, by the posts of its host on a day (D7). */
@ApiTags('organisations')
@Controller('v1/routing')
export class RoutingController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Operation('readRouting', { access: 'organisation:read', success: 'Routing', errors: [400, 404, 422] })
  readRouting(@Query({ schema: routingQuery }) query: RoutingListQuery): Promise<RoutingResponse> {
    return this.services.routing.routing(query);
  }
}
