import { addWorkingDays } from '../calendar/calendar-slice.js';
import { walk } from '../calendar/day-walk.js';
import { caseDuties, type CaseDuties } from '../cases/case-duties.js';
import type { Transition } from '../cases/case-machine.js';
import { moveDuty } from '../cases/duties.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import { conferenceMilestones, type Binding } from './conference-terms.js';
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
 * Counts from the day of the conference, which is day 0; looks at no day before `notBefore`, on which the calendar of the
 * case need not reach back.
 *
 * @throws CalendarExceeded when the count leaves the slice.
 */
export function milestoneDue(
  { calendar, on, terms }: Conference,
  kind: ConferenceDutyKind,
  notBefore: LocalDate,
): MilestoneDue {
  const { count } = terms.duties[kind];
  const dueOn = walk(calendar, { anchorOn: on, count, notBefore });
  return dueOn === null || dueOn < notBefore ? { dueOn: notBefore, isBelated: true } : { dueOn, isBelated: false };
}

/** Every milestone begins with the plan; one whose day has passed is due at once. @throws CalendarExceeded */
export function owingAll(state: Conference, on: LocalDate): Conference {
  return conferenceDutyKinds.reduce((current, kind) => owingMilestone(current, kind, on), state);
}

/** @throws CalendarExceeded when the count leaves the slice. */
export function owingMilestone(state: Conference, kind: ConferenceDutyKind, on: LocalDate): Conference {
  const { dueOn, isBelated } = milestoneDue(state, kind, on);
  const after = conferenceDuties.owing(state, kind, { anchorOn: state.on, due: { on: dueOn } });
  const begun = after.duties.at(-1);
  return begun === undefined ? after : conferenceDuties.withDuty(after, { ...begun, isBelated });
}

/** Every open milestone, counted anew from the day that the state now names. @throws CalendarExceeded */
export function milestonesMoved(state: Conference, on: LocalDate): Conference {
  return state.duties.reduce((current, duty) => withMoved(current, duty, on), state);
}

/** Ends a milestone by an act of that day, which may have come too late. @throws CalendarExceeded */
export function milestoneMet(state: Conference, kind: ConferenceDutyKind, actOn: LocalDate): MilestoneMet {
  const isOwed = conferenceDuties.dutyOf(state, kind)?.missedAt === null;
  const { isBelated: isLate } = milestoneDue(state, kind, actOn);
  const isFinding = isLate && isOwed && isBinding(state, kind);
  const after = conferenceDuties.discharged(state, kind);
  return { isLate, isFinding, state: { ...after, hasFinding: state.hasFinding || isFinding } };
}

/** D8.1: binds periodic conferences of level heads; D11.1b binds all. */
function isBinding({ kind, host }: Conference, milestone: ConferenceDutyKind): boolean {
  const binds: Readonly<Record<Binding, boolean>> = {
    everyConference: true,
    periodicOfLevelHeads: kind === 'periodic' && host === 'levelHead',
    none: false,
  };
  return binds[conferenceMilestones[milestone].binds];
}

/** Only a limit of the regulation itself that passed unmet is a finding. */
function missMilestone(state: Conference, duty: ConferenceDuty, at: Instant): Transition<Conference> {
  const transition = conferenceDuties.recordMiss(state, duty, at);
  const isFinding = isBinding(state, duty.kind);
  return {
    ...transition,
    facts: { ...transition.facts, isFinding, isBelated: duty.isBelated === true },
    state: { ...transition.state, hasFinding: state.hasFinding || isFinding },
  };
}

/**
 * With another due date it is another duty: under a number of its own no letter about it has the key of an earlier one,
 * also when the conference comes back to a day that it had before.
 */
function withMoved(state: Conference, duty: ConferenceDuty, on: LocalDate): Conference {
  const after = moved(state, duty, on);
  if (after.dueOn === duty.dueOn) return conferenceDuties.withDuty(state, after);
  const number = state.dutiesSoFar + 1;
  const duties = state.duties.map((each) => (each.number === duty.number ? { ...after, number } : each));
  return { ...state, duties, dutiesSoFar: number };
}

/** Of the reminders that were sent, those are armed anew whose day is still to come; the others are not repeated. */
function moved(state: Conference, duty: ConferenceDuty, on: LocalDate): ConferenceDuty {
  const { calendar, on: anchorOn } = state;
  const { dueOn, isBelated } = milestoneDue(state, duty.kind, on);
  // What was missed before and could not be in time now either stays missed: a move grants no new day.
  const isStillMissed = isBelated && duty.missedAt !== null;
  const after = moveDuty(calendar, duty, { anchorOn, dueOn: isStillMissed ? duty.dueOn : dueOn });
  const isBehind = (workingDays: number): boolean => addWorkingDays(calendar, after.dueOn, workingDays) <= on;
  const climbed = after.dueOn === duty.dueOn ? after.climbed : after.climbed.filter(isBehind);
  return { ...after, isBelated, climbed };
}
