import { addWorkingDays } from '../calendar/calendar-slice.js';
import { walk, type DayCount } from '../calendar/day-walk.js';
import { caseDuties, type CaseDuties } from '../cases/case-duties.js';
import type { Transition } from '../cases/case-machine.js';
import { moveDuty } from '../cases/duties.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import type { ConferenceCommandKind } from './conference-commands.js';
import { conferenceMilestones, defaultConferenceTerms, type Binding } from './conference-terms.js';
import { conferenceDutyKinds, type Conference, type ConferenceDuty, type ConferenceDutyKind } from './conference.js';

/** The practice of duties, for conferences. */
export const conferenceDuties: CaseDuties<Conference, ConferenceDutyKind> = caseDuties<ConferenceDutyKind, Conference>({
  definitions: conferenceMilestones,
  withDuties: (state, duties, dutiesSoFar) => ({ ...state, duties, dutiesSoFar }),
  agencyOf: () => null,
  missed: missMilestone,
});

/** When a milestone is due. */
interface MilestoneDue {
  readonly dueOn: LocalDate;
  /** Its own day was before the first day on which it could be met: it is due on that one. */
  readonly isBelated: boolean;
}

/** What became of a milestone that was met. */
export interface MilestoneMet {
  readonly state: Conference;
  readonly isLate: boolean;
  /** A limit of the regulation itself was not kept, and no miss has said so yet. */
  readonly isFinding: boolean;
}

/**
 * Counts from the day of the conference, or of the event, which is day 0; looks at no day before `notBefore`, on which the
 * calendar of the case need not reach back.
 *
 * @throws CalendarExceeded when the count leaves the slice.
 */
export function milestoneDue(state: Conference, kind: ConferenceDutyKind, notBefore: LocalDate): MilestoneDue {
  const { calendar } = state;
  const dueOn = walk(calendar, { ...countOf(state, kind), notBefore });
  return dueOn === null || dueOn < notBefore ? { dueOn: notBefore, isBelated: true } : { dueOn, isBelated: false };
}

/** Whether the terms of a case know a milestone: one that came with a newer edition of the terms is not owed (D13.1). */
export function isMilestoneKnown({ terms }: Pick<Conference, 'terms'>, kind: ConferenceDutyKind): boolean {
  return Object.hasOwn(terms.duties, kind);
}

/** Every milestone that begins with the plan; one whose day has passed is due at once. @throws CalendarExceeded */
export function owingAll(state: Conference, on: LocalDate): Conference {
  return conferenceDutyKinds
    .filter((kind) => conferenceMilestones[kind].begunBy === 'plan')
    .reduce((current, kind) => owingMilestone(current, kind, { on }), state);
}

/** One that the terms do not know is not owed. @throws CalendarExceeded when the count leaves the slice. */
export function owingMilestone(
  state: Conference,
  kind: ConferenceDutyKind,
  { on, body }: { readonly on: LocalDate; readonly body?: OrganisationCode },
): Conference {
  if (!isMilestoneKnown(state, kind)) return state;
  const { dueOn, isBelated } = milestoneDue(state, kind, on);
  const { anchorOn } = countOf(state, kind);
  const owed = { anchorOn, due: { on: dueOn }, ...(body === undefined ? {} : { body }) };
  const after = conferenceDuties.owing(state, kind, owed);
  const begun = after.duties.at(-1);
  return begun === undefined ? after : conferenceDuties.withDuty(after, { ...begun, isBelated });
}

/**
 * What only a new kind of act makes owed is owed by the defaults, where the case was begun before there was such a thing.
 *
 * @throws CalendarExceeded when the count leaves the slice.
 */
export function owingFrom(state: Conference, kind: ConferenceDutyKind, on: LocalDate): Conference {
  return owingMilestone(withTerms(state, kind), kind, { on });
}

/** Every open milestone, counted anew from the day that the state now names. @throws CalendarExceeded */
export function milestonesMoved(state: Conference, on: LocalDate): Conference {
  return state.duties.reduce((current, duty) => withMoved(current, duty, on), state);
}

/** The same with every milestone under a number of its own: what rested in between has been off the list. */
export function milestonesRenumbered(state: Conference, on: LocalDate): Conference {
  return state.duties.reduce((current, duty) => renumbered(current, duty, moved(current, duty, on)), state);
}

/** Ends a milestone, or what one body owes of it, by an act of that day, which may come too late. @throws CalendarExceeded */
export function milestoneMet(
  state: Conference,
  kind: ConferenceDutyKind,
  { actOn, body }: { readonly actOn: LocalDate; readonly body?: OrganisationCode },
): MilestoneMet {
  const isOwed = conferenceDuties.dutyOf(state, kind, body)?.missedAt === null;
  const isLate = isMilestoneKnown(state, kind) && milestoneDue(state, kind, actOn).isBelated;
  const isFinding = isLate && isOwed && isBinding(state, kind);
  const after =
    body === undefined ? conferenceDuties.discharged(state, kind) : conferenceDuties.dischargedBy(state, kind, body);
  return { isLate, isFinding, state: { ...after, hasFinding: state.hasFinding || isFinding } };
}

/** What begins with something that has happened counts from its day (D8.1a, D8.3a, D8.3b). */
const anchors: Readonly<Partial<Record<ConferenceCommandKind, (state: Conference) => LocalDate | null>>> = {
  demandAdHoc: ({ plannedOn }) => plannedOn,
  postpone: ({ postponement }) => postponement?.postponedOn ?? null,
  recordFailed: ({ failure }) => failure?.recordedOn ?? null,
};

/** Everything else counts from the conference; D8.1f: opinions are due with the cut-off. */
function countOf(
  state: Conference,
  kind: ConferenceDutyKind,
): { readonly anchorOn: LocalDate; readonly count: DayCount } {
  const { on, terms } = state;
  if (kind === 'supplyOpinions') return { anchorOn: on, count: { calendarDays: -terms.cutOffDays } };
  const { count } = terms.duties[kind];
  return { anchorOn: anchors[conferenceMilestones[kind].begunBy]?.(state) ?? on, count };
}

/** D8.1: binds periodic conferences of heads of a level, a commune's secretary among them; D11.1b binds all. */
function isBinding({ kind, host }: Conference, milestone: ConferenceDutyKind): boolean {
  const binds: Readonly<Record<Binding, boolean>> = {
    everyConference: true,
    periodicOfLevelHeads: kind === 'periodic' && host !== 'departmentHead',
    none: false,
  };
  return binds[conferenceMilestones[milestone].binds];
}

/** Only a limit of the regulation itself that passed unmet is a finding. */
function missMilestone(state: Conference, duty: ConferenceDuty, at: Instant): Transition<Conference> {
  const transition = conferenceDuties.recordMiss(state, duty, at);
  const isFinding = isBinding(state, duty.kind);
  const isOver = conferenceMilestones[duty.kind].whenMissed === 'end';
  const duties = transition.state.duties.filter(({ number }) => !isOver || number !== duty.number);
  return {
    ...transition,
    facts: { ...transition.facts, isFinding, isBelated: duty.isBelated === true },
    state: { ...transition.state, duties, hasFinding: state.hasFinding || isFinding },
  };
}

/**
 * With another due date it is another duty: under a number of its own no letter about it has the key of an earlier one,
 * also when the conference comes back to a day that it had before.
 */
function withMoved(state: Conference, duty: ConferenceDuty, on: LocalDate): Conference {
  const after = moved(state, duty, on);
  return after.dueOn === duty.dueOn ? conferenceDuties.withDuty(state, after) : renumbered(state, duty, after);
}

function renumbered(state: Conference, duty: ConferenceDuty, after: ConferenceDuty): Conference {
  const number = state.dutiesSoFar + 1;
  const duties = state.duties.map((each) => (each.number === duty.number ? { ...after, number } : each));
  return { ...state, duties, dutiesSoFar: number };
}

function withTerms(state: Conference, kind: ConferenceDutyKind): Conference {
  if (isMilestoneKnown(state, kind)) return state;
  const { terms } = state;
  return { ...state, terms: { ...terms, duties: { ...terms.duties, [kind]: defaultConferenceTerms.duties[kind] } } };
}

/** Of the reminders that were sent, those are armed anew whose day is still to come; the others are not repeated. */
function moved(state: Conference, duty: ConferenceDuty, on: LocalDate): ConferenceDuty {
  const { calendar } = state;
  const { anchorOn } = countOf(state, duty.kind);
  const { dueOn, isBelated } = milestoneDue(state, duty.kind, on);
  // What was missed before and could not be in time now either stays missed: a move grants no new day.
  const isStillMissed = isBelated && duty.missedAt !== null;
  const after = moveDuty(calendar, duty, { anchorOn, dueOn: isStillMissed ? duty.dueOn : dueOn });
  const isBehind = (workingDays: number): boolean => addWorkingDays(calendar, after.dueOn, workingDays) <= on;
  const climbed = after.dueOn === duty.dueOn ? after.climbed : after.climbed.filter(isBehind);
  return { ...after, isBelated, climbed };
}
