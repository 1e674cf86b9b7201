import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import type { HistoryPageResponse } from '../cases/case.response-schemas.js';
import { historyQuery, type HistoryQuery } from '../cases/history-page.js';
import type { ListCountsResponse } from '../cases/list-counts.response-schemas.js';
import { Operation } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import { petitionFilters, petitionId, type PetitionFilters } from './petition.schemas.js';

/** Petitions counted and as a table, and what has happened to one, page by page. */
@ApiTags('petitions')
@Controller('v1')
export class PetitionListsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get('petitions/counts')
  @Operation('countPetitions', { access: 'petition:read', success: 'ListCounts', errors: [400] })
  countPetitions(
    @CurrentAccount() account: Account,
    @Query({ schema: petitionFilters }) query: PetitionFilters,
  ): Promise<ListCountsResponse> {
    return this.services.petitions.counts(account, query);
  }

  @Get('petitions.csv')
  @Header('Content-Disposition', 'attachment; filename="petitions.csv"')
  @Operation('exportPetitions', { access: 'petition:read', success: 'text/csv', errors: [400, 422] })
  exportPetitions(
    @CurrentAccount() account: Account,
    @Query({ schema: petitionFilters }) query: PetitionFilters,
  ): Promise<string> {
    return this.services.petitions.csv(account, query);
  }

  @Get('petitions/:id/history')
  @Operation('readPetitionHistory', { access: 'petition:read', success: 'HistoryPage', errors: [400, 404] })
  readPetitionHistory(
    @CurrentAccount() account: Account,
    @Param('id', { schema: petitionId }) id: string,
    @Query({ schema: historyQuery }) query: HistoryQuery,
  ): Promise<HistoryPageResponse> {
    return this.services.petitions.history(account, id, query);
  }
}
