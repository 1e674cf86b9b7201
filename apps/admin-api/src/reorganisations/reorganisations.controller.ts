import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { uuid } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import type {
  ReorganisationPreviewResponse,
  ReorganisationResponse,
  ReorganisationsResponse,
} from './reorganisation.response-schemas.js';
import {
  confirmedReorganisation,
  reorganisationPlan,
  reorganisationPreviewQuery,
  type ConfirmedReorganisation,
  type ReorganisationPlan,
  type ReorganisationPreviewQuery,
} from './reorganisation.schemas.js';

/** How bodies end and begin on one day: seen first, then confirmed, then followed; taken back before the day (D11.3). */
@ApiTags('organisations')
@Controller('v1/reorganisations')
export class ReorganisationsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Post('preview')
  @Operation('previewReorganisation', {
    access: 'organisation:reorganise',
    success: 'ReorganisationPreview',
    errors: [400, 413],
  })
  previewReorganisation(
    @Query({ schema: reorganisationPreviewQuery }) query: ReorganisationPreviewQuery,
    @Body({ schema: reorganisationPlan }) body: ReorganisationPlan,
  ): Promise<ReorganisationPreviewResponse> {
    return this.services.reorganisations.preview(body, query);
  }

  @Post()
  @Operation('requestReorganisation', {
    access: 'organisation:reorganise',
    success: 'Reorganisation',
    status: 201,
    errors: [400, 409, 413, 422],
  })
  requestReorganisation(
    @CurrentAccount() account: Account,
    @Body({ schema: confirmedReorganisation }) body: ConfirmedReorganisation,
  ): Promise<ReorganisationResponse> {
    return this.services.reorganisations.request(account, body);
  }

  @Get()
  @Operation('listReorganisations', { access: 'organisation:read', success: 'Reorganisations' })
  listReorganisations(): Promise<ReorganisationsResponse> {
    return this.services.reorganisations.reorganisations();
  }

  @Get(':id')
  @Operation('readReorganisation', { access: 'organisation:read', success: 'Reorganisation', errors: [400, 404] })
  readReorganisation(@Param('id', { schema: uuid }) id: string): Promise<ReorganisationResponse> {
    return this.services.reorganisations.reorganisation(id);
  }

  @Post(':id/withdraw')
  @Operation('withdrawReorganisation', {
    access: 'organisation:reorganise',
    success: 'Reorganisation',
    errors: [400, 404, 409],
  })
  withdrawReorganisation(
    @CurrentAccount() account: Account,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<ReorganisationResponse> {
    return this.services.reorganisations.withdraw(account, id);
  }
}
