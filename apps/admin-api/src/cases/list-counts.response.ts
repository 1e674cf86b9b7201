import { flagNames } from '@dialogue/domain';
import type { ListCounts } from '@dialogue/persistence';

import type { ListCountsResponse } from './list-counts.response-schemas.js';

/** The stages and flags of a kind of case: what nobody is at counts as none, and is shown all the same. */
export interface CountedNames {
  readonly stages: Readonly<Record<string, string>>;
  readonly flags: readonly (keyof typeof flagNames)[];
}

export function toListCounts(counts: ListCounts, { stages, flags }: CountedNames): ListCountsResponse {
  const { total, overdue, byStage, byFlag, byAgency, byOrganisation } = counts;
  return {
    ...{ total, overdue },
    byStage: Object.entries(stages).map(([stage, stageName]) => ({ stage, stageName, count: byStage[stage] ?? 0 })),
    byFlag: flags.map((flag) => ({ flag, flagName: flagNames[flag], count: byFlag[flag] ?? 0 })),
    byAgency: byAgency.map((body) => ({ ...body })),
    byOrganisation: byOrganisation.map((body) => ({ ...body })),
  };
}
