import {
  conferenceMachine,
  petitionMachine,
  type CaseStates,
  type ConferenceCommand,
  type Counted,
  type Decision,
  type Duty,
  type DutyKind,
  type Instant,
  type PetitionCommand,
} from '@dialogue/domain';

import { countedOnWider } from '../ledger/wider-calendar.js';
import type { LinkedCase } from '../links/case-link.js';
import type { Sql } from '../sql/sql.js';

/** A duty as it would stand, and the edition of the calendar on which it would be counted. */
export interface DutyAfter extends Pick<
  Duty<DutyKind>,
  'kind' | 'rule' | 'anchorOn' | 'dueOn' | 'workingDays' | 'isProvisional'
> {
  readonly edition: number;
}

/** A command that nobody has given yet. */
export interface ForeseenCommand extends LinkedCase {
  /** As it would go through the door. */
  readonly command: { readonly kind: string };
  readonly at: Instant;
}

interface CommandsByKind {
  readonly petition: PetitionCommand;
  readonly conference: ConferenceCommand;
}

type LinkedKind = LinkedCase['caseKind'];

/**
 * What would be owed after a command: decided by the machine of the case itself, on the state that it has in the register,
 * with the terms and the calendar that it holds (D11.1c, D13.1). Nothing is recorded.
 */
export async function dutiesAfter(
  sql: Sql,
  { caseKind, caseId, command, at }: ForeseenCommand,
): Promise<readonly DutyAfter[] | null> {
  const after = await stateAfter(sql, caseKind, { caseId, command, at });
  return after === null ? null : dutiesOf(after);
}

async function stateAfter<Kind extends LinkedKind>(
  sql: Sql,
  kind: Kind,
  { caseId, command, at }: Pick<ForeseenCommand, 'caseId' | 'command' | 'at'>,
): Promise<CaseStates[Kind] | null> {
  const [memory] = await sql<{ readonly state: CaseStates[Kind] }>(
    'SELECT state FROM case_memory WHERE case_kind = $1 AND case_id = $2',
    [kind, caseId],
  );
  if (memory === undefined) return null;
  const { state } = memory;
  const decide: DecideBy<Kind> = deciders[kind];
  // eslint-disable-next-line house/no-assertion -- what a table of commands has made of a body that it has validated
  const given = command as CommandsByKind[Kind];
  const counted = await countedOnWider(sql, state.calendar, (calendar) => decide({ ...state, calendar }, given, at));
  if (counted === null || 'refused' in counted.value) return null;
  return counted.value.accepted.state;
}

function dutiesOf({ duties, calendar }: CaseStates[LinkedKind]): readonly DutyAfter[] {
  return duties.map((duty: Duty<DutyKind>) => ({ ...duty, edition: calendar.edition }));
}

type DecideBy<Kind extends LinkedKind> = (
  state: CaseStates[Kind],
  command: CommandsByKind[Kind],
  at: Instant,
) => Counted<Decision<CaseStates[Kind]>>;

const deciders: { readonly [Kind in LinkedKind]: DecideBy<Kind> } = {
  petition: (state, command, at) => petitionMachine.apply(state, command, at),
  conference: (state, command, at) => conferenceMachine.apply(state, command, at),
};
