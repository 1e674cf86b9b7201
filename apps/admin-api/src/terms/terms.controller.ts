import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { Operation } from '../http/operation.js';
import { organisationCode, uuid } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import type { TermsAdoptionOrderResponse, TermsAdoptionResponse } from './adoption.response-schemas.js';
import type { TermsResponse, TermsVersionResponse, TermsVersionsResponse } from './terms.response-schemas.js';
import {
  adoptionOrder,
  adoptionQuery,
  newTerms,
  termsQuery,
  termsWithdrawal,
  type AdoptionBody,
  type AdoptionQuery,
  type NewTermsBody,
  type TermsQuery,
  type TermsWithdrawalBody,
} from './terms.schemas.js';

/** What bodies set for themselves: days, ladders, recipients (D13.1). */
@ApiTags('terms')
@Controller('v1/organisations/:code/terms')
export class TermsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Operation('readTerms', { access: 'terms:read', success: 'Terms', errors: [400, 404] })
  readTerms(
    @Param('code', { schema: organisationCode }) code: string,
    @Query({ schema: termsQuery }) query: TermsQuery,
  ): Promise<TermsResponse> {
    return this.services.terms.terms(code, query);
  }

  @Get('versions')
  @Operation('listTermsVersions', { access: 'terms:read', success: 'TermsVersions', errors: [400, 404] })
  listTermsVersions(@Param('code', { schema: organisationCode }) code: string): Promise<TermsVersionsResponse> {
    return this.services.terms.versions(code);
  }

  @Get('adoption')
  @Operation('previewTermsAdoption', { access: 'terms:adopt', success: 'TermsAdoption', errors: [400, 404] })
  previewTermsAdoption(
    @CurrentAccount() account: Account,
    @Param('code', { schema: organisationCode }) code: string,
    @Query({ schema: adoptionQuery }) query: AdoptionQuery,
  ): Promise<TermsAdoptionResponse> {
    return this.services.terms.adoption(account, code, query);
  }

  @Post('adoption')
  @Operation('adoptTermsEverywhere', { access: 'terms:adopt', success: 'TermsAdoptionOrder', errors: [400, 404, 413] })
  adoptTermsEverywhere(
    @CurrentAccount() account: Account,
    @Param('code', { schema: organisationCode }) code: string,
    @Body({ schema: adoptionOrder }) body: AdoptionBody,
  ): Promise<TermsAdoptionOrderResponse> {
    return this.services.terms.adopt(account, code, body);
  }

  @Post()
  @Operation('setTerms', {
    access: 'terms:manage',
    success: 'TermsVersion',
    status: 201,
    errors: [400, 404, 409, 413, 422],
  })
  setTerms(
    @CurrentAccount() account: Account,
    @Param('code', { schema: organisationCode }) code: string,
    @Body({ schema: newTerms }) body: NewTermsBody,
  ): Promise<TermsVersionResponse> {
    return this.services.terms.set(account, code, body);
  }

  // eslint-disable-next-line max-params -- the description of the API wants each parameter of the path by itself
  @Post(':id/withdraw')
  @Operation('withdrawTerms', { access: 'terms:manage', success: 'TermsVersion', errors: [400, 404, 409, 413] })
  withdrawTerms(
    @CurrentAccount() account: Account,
    @Param('code', { schema: organisationCode }) code: string,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: termsWithdrawal }) body: TermsWithdrawalBody,
  ): Promise<TermsVersionResponse> {
    return this.services.terms.withdraw(account, { code, id }, body);
  }
}
