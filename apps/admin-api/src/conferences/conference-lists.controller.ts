import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import type { HistoryPageResponse } from '../cases/case.response-schemas.js';
import { historyQuery, type HistoryQuery } from '../cases/history-page.js';
import type { ListCountsResponse } from '../cases/list-counts.response-schemas.js';
import { Operation } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import { conferenceFilters, conferenceId, type ConferenceFilters } from './conference.schemas.js';

/** Conferences counted and as a table, and what has happened to one, page by page. */
@ApiTags('conferences')
@Controller('v1')
export class ConferenceListsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get('conferences/counts')
  @Operation('countConferences', { access: 'conference:read', success: 'ListCounts', errors: [400] })
  countConferences(
    @CurrentAccount() account: Account,
    @Query({ schema: conferenceFilters }) query: ConferenceFilters,
  ): Promise<ListCountsResponse> {
    return this.services.conferences.counts(account, query);
  }

  @Get('conferences.csv')
  @Header('Content-Disposition', 'attachment; filename="conferences.csv"')
  @Operation('exportConferences', { access: 'conference:read', success: 'text/csv', errors: [400, 422] })
  exportConferences(
    @CurrentAccount() account: Account,
    @Query({ schema: conferenceFilters }) query: ConferenceFilters,
  ): Promise<string> {
    return this.services.conferences.csv(account, query);
  }

  @Get('conferences/:id/history')
  @Operation('readConferenceHistory', { access: 'conference:read', success: 'HistoryPage', errors: [400, 404] })
  readConferenceHistory(
    @CurrentAccount() account: Account,
    @Param('id', { schema: conferenceId }) id: string,
    @Query({ schema: historyQuery }) query: HistoryQuery,
  ): Promise<HistoryPageResponse> {
    return this.services.conferences.history(account, id, query);
  }
}
