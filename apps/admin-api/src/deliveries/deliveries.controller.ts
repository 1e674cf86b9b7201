import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { CommandGiver, type Giver } from '../http/command-giver.js';
import { CommandOperation, Operation } from '../http/operation.js';
import type { PendingCommand } from '../http/pending.interceptor.js';
import { uuid } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import {
  bounceQuery,
  deliveryDecision,
  deliveryQuery,
  fallbackBody,
  withdrawalBody,
  type BounceQuery,
  type BounceReportsResponse,
  type DeliveriesResponse,
  type DeliveryDecision,
  type DeliveryQuery,
  type DeliveryResponse,
  type FallbackBody,
  type WithdrawalBody,
} from './delivery.schemas.js';

/** Letters of which somebody has to decide what becomes of them. */
@ApiTags('deliveries')
@Controller('v1/deliveries')
export class DeliveriesController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Operation('listDeliveries', { access: 'delivery:read', success: 'Deliveries', errors: [400] })
  listDeliveries(
    @CurrentAccount() account: Account,
    @Query({ schema: deliveryQuery }) query: DeliveryQuery,
  ): Promise<DeliveriesResponse> {
    return this.services.deliveries.deliveries(account, query);
  }

  @Post(':id/resend')
  @CommandOperation('resendDelivery', { access: 'delivery:decide', success: 'Delivery' })
  resendDelivery(
    @CommandGiver() giver: Giver,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: deliveryDecision }) body: DeliveryDecision,
  ): Promise<DeliveryResponse | PendingCommand> {
    return this.services.deliveries.decide(giver, id, { kind: 'resend', body });
  }

  @Post(':id/confirm-sent')
  @CommandOperation('confirmDelivery', { access: 'delivery:decide', success: 'Delivery' })
  confirmDelivery(
    @CommandGiver() giver: Giver,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: deliveryDecision }) body: DeliveryDecision,
  ): Promise<DeliveryResponse | PendingCommand> {
    return this.services.deliveries.decide(giver, id, { kind: 'confirmSent', body });
  }

  @Post(':id/fallback')
  @CommandOperation('recordFallback', { access: 'delivery:decide', success: 'Delivery' })
  recordFallback(
    @CommandGiver() giver: Giver,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: fallbackBody }) body: FallbackBody,
  ): Promise<DeliveryResponse | PendingCommand> {
    return this.services.deliveries.decide(giver, id, { kind: 'recordFallback', body });
  }

  @Post(':id/withdraw-fallback')
  @CommandOperation('withdrawFallback', { access: 'delivery:decide', success: 'Delivery' })
  withdrawFallback(
    @CommandGiver() giver: Giver,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: withdrawalBody }) body: WithdrawalBody,
  ): Promise<DeliveryResponse | PendingCommand> {
    return this.services.deliveries.decide(giver, id, { kind: 'withdrawFallback', body });
  }

  @Get('bounce-reports')
  @Operation('listBounceReports', { access: 'delivery:readBounces', success: 'BounceReports', errors: [400] })
  listBounceReports(
    @CurrentAccount() account: Account,
    @Query({ schema: bounceQuery }) query: BounceQuery,
  ): Promise<BounceReportsResponse> {
    return this.services.deliveries.bounceReports(account, query);
  }
}
