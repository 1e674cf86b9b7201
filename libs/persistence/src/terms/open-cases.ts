import {
  conferenceMachine,
  defaultTerms,
  petitionMachine,
  reportMachine,
  type CalendarSlice,
  type CaseKind,
  type CaseStates,
  type Counted,
  type DeadlineMove,
  type LocalDate,
  type Recount,
  type TermsByKind,
} from '@dialogue/domain';

import { countedOnWider } from '../ledger/wider-calendar.js';
import { isOpen } from '../rollouts/lagging.js';
import type { Sql } from '../sql/sql.js';
import { termsInForce, type TermsQuestion } from './terms-in-force.js';

/** An open case, with all that it knows. */
export interface OpenCase<Kind extends CaseKind = CaseKind> {
  readonly id: string;
  readonly state: CaseStates[Kind];
}

/** Of a row `memory`: an open case of kind $1 of the organisation $2 that goes by other terms than the version $3. */
export const goesByOtherTerms = `memory.case_kind = $1 AND memory.state ->> 'organisation' = $2 AND ${isOpen}
  AND memory.state -> 'terms' ->> 'version' <> $3`;

/** What a case of an organisation goes by when it adopts what holds on the day: what somebody has set, or the defaults. */
export async function termsToAdopt<Kind extends CaseKind>(
  sql: Sql,
  kind: Kind,
  question: TermsQuestion,
): Promise<TermsByKind[Kind]> {
  const standards: TermsByKind[Kind] = defaultTerms[kind];
  return (await termsInForce(sql, kind, question))?.terms ?? standards;
}

/** The open cases of one kind that have not adopted these terms. */
export async function casesByOtherTerms<Kind extends CaseKind>(
  sql: Sql,
  kind: Kind,
  { organisation, version }: Pick<TermsQuestion, 'organisation'> & Pick<TermsByKind[Kind], 'version'>,
): Promise<readonly OpenCase<Kind>[]> {
  return sql<OpenCase<Kind>>(
    `SELECT case_id AS id, state FROM case_memory memory WHERE ${goesByOtherTerms} ORDER BY case_id`,
    [kind, organisation, version],
  );
}

/**
 * Which open deadlines of a case would move, as its machine will count them (D13.1). Null: they cannot be counted before
 * the calendar of another year is published.
 */
export async function movesOf<Kind extends CaseKind>(
  sql: Sql,
  kind: Kind,
  { state, terms, on }: { readonly state: CaseStates[Kind]; readonly terms: TermsByKind[Kind]; readonly on: LocalDate },
): Promise<readonly DeadlineMove[] | null> {
  const recount: RecountBy<Kind> = recounts[kind];
  const counted = await countedOnWider(sql, state.calendar, (calendar) => recount(state, { terms, calendar }, on));
  return counted?.value.moves ?? null;
}

type RecountBy<Kind extends CaseKind> = (
  state: CaseStates[Kind],
  basis: { readonly terms: TermsByKind[Kind]; readonly calendar: CalendarSlice },
  on: LocalDate,
) => Counted<Recount<CaseStates[Kind]>>;

const recounts: { readonly [Kind in CaseKind]: RecountBy<Kind> } = {
  petition: (state, basis, on) => petitionMachine.recount(state, basis, on),
  conference: (state, basis, on) => conferenceMachine.recount(state, basis, on),
  report: (state, basis, on) => reportMachine.recount(state, basis, on),
};
