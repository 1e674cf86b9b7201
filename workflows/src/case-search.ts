import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';

import type { SearchAttributeUpdatePair } from '@temporalio/common';

import { searchAttributes } from '@dialogue/contracts';
import { overdueAt, type Duty } from '@dialogue/domain';

/** By what a supervisor finds a case; what is left out it does not have. */
export interface Findable {
  readonly stage: string;
  readonly organisation: string;
  readonly agency?: string | null;
  readonly conferenceId?: string | null;
  readonly reportPeriod?: string | null;
  readonly flags: readonly string[];
  /** The open duty that is due first. */
  readonly nextDuty: Duty | null;
}

/** Makes a case findable, whatever its kind; costs a step of history only when one of the attributes differs. */
export function publishFindable({
  stage,
  organisation,
  agency = null,
  conferenceId = null,
  reportPeriod = null,
  flags,
  nextDuty,
}: Findable): void {
  publish([
    { key: searchAttributes.caseStage, value: stage },
    { key: searchAttributes.organisationCode, value: organisation },
    { key: searchAttributes.agencyCode, value: agency },
    { key: searchAttributes.conferenceId, value: conferenceId },
    { key: searchAttributes.reportPeriod, value: reportPeriod },
    { key: searchAttributes.caseFlags, value: [...flags] },
    // The last second in time: shown, the day of the deadline is the day on which it may still be met.
    { key: searchAttributes.nextDeadline, value: nextDuty === null ? null : new Date(overdueAt(nextDuty) - 1_000) },
  ]);
}

function publish(wanted: readonly SearchAttributeUpdatePair[]): void {
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
