import { conferenceFlags } from '@dialogue/domain';
import type { ConferenceSummary, Register } from '@dialogue/persistence';

import { caseList, type CaseList, type ListParts } from '../cases/case-list.js';
import { conferenceStageNames } from '../cases/case-sentences.vi.js';
import type { WorkflowLinks } from '../cases/case.response.js';
import { toListCounts } from '../cases/list-counts.response.js';
import type { ListCountsResponse } from '../cases/list-counts.response-schemas.js';
import { conferenceColumns } from './conference-columns.vi.js';
import { toConferenceSummary } from './conference.response.js';
import type { ConferenceSummaryResponse } from './conference.response-schemas.js';
import type { ConferenceFilters } from './conference.schemas.js';

/** The list of conferences: page by page, counted, and as a table; each with the same filters (D11.3). */
export function conferenceList(
  parts: ListParts & { readonly register: Register; readonly links: WorkflowLinks },
): CaseList<ConferenceFilters, ConferenceSummaryResponse, ListCountsResponse> {
  const { register, links } = parts;
  return caseList<ConferenceFilters, ConferenceSummary, ConferenceSummaryResponse, ListCountsResponse>(parts, {
    name: 'conferences',
    read: (filter, page) => register.conferences(filter, page),
    count: (filter) => register.conferenceCounts(filter),
    show: (conference) => toConferenceSummary(conference, links),
    showCounts: (counts) => toListCounts(counts, { stages: conferenceStageNames, flags: conferenceFlags }),
    columns: conferenceColumns,
  });
}
