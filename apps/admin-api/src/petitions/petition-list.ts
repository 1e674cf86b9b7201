import { petitionFlags, type PetitionFlag } from '@dialogue/domain';
import type { AccountRole, PetitionSummary, Register } from '@dialogue/persistence';

import { isPermitted, readersOfProtected } from '../auth/permissions.js';
import { caseList, type CaseList, type ListParts } from '../cases/case-list.js';
import { stageNames } from '../cases/case-sentences.vi.js';
import type { WorkflowLinks } from '../cases/case.response.js';
import { toListCounts } from '../cases/list-counts.response.js';
import type { ListCountsResponse } from '../cases/list-counts.response-schemas.js';
import { petitionColumns } from './petition-columns.vi.js';
import { toPetitionSummary } from './petition.response.js';
import type { PetitionSummaryResponse } from './petition.response-schemas.js';
import type { PetitionFilters } from './petition.schemas.js';

/** The list of petitions: page by page, counted, and as a table; each with the same filters (D11.3). */
export function petitionList(
  parts: ListParts & { readonly register: Register; readonly links: WorkflowLinks },
): CaseList<PetitionFilters, PetitionSummaryResponse, ListCountsResponse> {
  const { register, links } = parts;
  return caseList<PetitionFilters, PetitionSummary, PetitionSummaryResponse, ListCountsResponse>(parts, {
    name: 'petitions',
    narrowed: ({ text, ...filter }, { role }) => ({
      ...filter,
      ...(text === undefined ? {} : { openText: { text, withheld: withheldFrom(role) } }),
    }),
    read: (filter, page) => register.petitions(filter, page),
    count: (filter) => register.petitionCounts(filter),
    show: (petition) => toPetitionSummary(petition, links),
    showCounts: (counts) => toListCounts(counts, { stages: stageNames, flags: petitionFlags }),
    columns: petitionColumns,
  });
}

/** D4.1, D11.1d: whoever may not open the seal does not find the person, or what is internal, by guessing at the words. */
function withheldFrom(role: AccountRole): readonly PetitionFlag[] {
  return [
    ...(isPermitted(role, 'petition:readIdentity') ? [] : (['restricted'] as const)),
    ...(readersOfProtected.includes(role) ? [] : (['protected'] as const)),
  ];
}
