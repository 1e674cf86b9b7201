import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import {
  findingsQuery,
  reconciliationId,
  reconciliationsQuery,
  type FindingsQuery,
  type ReconciliationDetailResponse,
  type ReconciliationResponse,
  type ReconciliationsQuery,
  type ReconciliationsResponse,
} from './reconciliation.schemas.js';

/** Whether everything that the register knows to be open runs: every night, or now. */
@ApiTags('reconciliations')
@Controller('v1/reconciliations')
export class ReconciliationsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Operation('listReconciliations', { access: 'reconciliation:read', success: 'Reconciliations', errors: [400] })
  listReconciliations(
    @Query({ schema: reconciliationsQuery }) query: ReconciliationsQuery,
  ): Promise<ReconciliationsResponse> {
    return this.services.reconciliations.reconciliations(query);
  }

  @Post()
  @Operation('requestReconciliation', { access: 'reconciliation:request', success: 'Reconciliation' })
  requestReconciliation(@CurrentAccount() account: Account): Promise<ReconciliationResponse> {
    return this.services.reconciliations.request(account);
  }

  @Get(':id')
  @Operation('readReconciliation', {
    access: 'reconciliation:read',
    success: 'ReconciliationDetail',
    errors: [400, 404],
  })
  readReconciliation(
    @Param('id', { schema: reconciliationId }) id: string,
    @Query({ schema: findingsQuery }) query: FindingsQuery,
  ): Promise<ReconciliationDetailResponse> {
    return this.services.reconciliations.reconciliation(id, query);
  }
}
