import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';

import type { SearchAttributeUpdatePair } from '@temporalio/common';

import { searchAttributes } from '@dialogue/contracts';
import { flagsOf, nextDuty, overdueAt, type Petition } from '@dialogue/domain';

/** Makes the petition findable by stage, bodies, flags and next deadline; costs a step of history only when one differs. */
export function publishPetition(state: Petition): void {
  const duty = nextDuty(state);
  const wanted: readonly SearchAttributeUpdatePair[] = [
    { key: searchAttributes.caseStage, value: state.stage },
    { key: searchAttributes.organisationCode, value: state.organisation },
    { key: searchAttributes.agencyCode, value: state.assignment?.agency ?? null },
    { key: searchAttributes.caseFlags, value: [...flagsOf(state)] },
    // The last second in time: shown, the day of the deadline is the day on which it may still be met.
    { key: searchAttributes.nextDeadline, value: duty === null ? null : new Date(overdueAt(duty) - 1_000) },
  ];
  const shown = workflowInfo().typedSearchAttributes;
  const differing = wanted.filter(({ key, value }) => !isSame(shown.get(key) ?? null, value));
  if (differing.length > 0) upsertSearchAttributes(differing);
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(emptyAsNull(left)) === JSON.stringify(emptyAsNull(right));
}

function emptyAsNull(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? null : value;
}
