import { onOrAfterWorkingDay, workingDaysBetween } from '../calendar/calendar-slice.js';
import type { Decision, Transition } from '../cases/case-machine.js';
import type { Notice } from '../cases/notice.js';
import type { Instant } from '../time/instant.js';
import { startOfDay, type LocalDate } from '../time/local-date.js';
import { accepted, refused, type Asked, type Effect } from './petition-asked.js';
import { pendingConference } from './petition-conference.js';
import { countedLimitOn, discharged, dutyOf, owing, withoutRound } from './petition-duties.js';
import { dutyEnded } from './petition-notices.js';
import type { Deferral, Petition, PetitionDuty, PetitionDutyKind, PetitionStage } from './petition.js';

/** D10.1b: a matter is put off with a review date, and comes back by itself: resumed, never forgotten. */
export const decideDeferral = { defer, resume };

/** What is owed in a stage, and stands still while the matter is put off. */
const runningDuty: Readonly<Partial<Record<PetitionStage, PetitionDutyKind>>> = {
  accepted: 'assign',
  assigned: 'receipt',
  inProgress: 'answer',
};

/** 00:00 of the review date; null while nothing is put off. */
export function deferralEndsAt({ deferral }: Petition): Instant | null {
  return deferral == null ? null : startOfDay(deferral.reviewOn);
}

/** D10.1b: the review date has come. */
export function endDeferral(state: Petition, deferral: Deferral): Transition<Petition> {
  const { state: after, notices } = broughtBack(state, deferral, deferral.reviewOn);
  const facts = { reviewOn: deferral.reviewOn, stage: after.stage, dueOn: runningUntil(after) };
  return { event: 'deferralEnded', at: startOfDay(deferral.reviewOn), rule: 'D10.1b', facts, state: after, notices };
}

/** Puts a petition off: what was running stands still, and the agency that has it is told. */
export function putOff(state: Petition, { reviewOn, on }: { reviewOn: LocalDate; on: LocalDate }): Effect {
  const until = runningUntil(state);
  const daysTo = (dueOn: LocalDate): number => Math.max(0, workingDaysBetween(state.calendar, on, dueOn));
  const progressOn = dutyOf(state, 'reportProgress')?.dueOn ?? null;
  const deferral: Deferral = {
    number: (state.deferrals ?? 0) + 1,
    reviewOn,
    stage: state.stage,
    workingDaysLeft: until === null ? null : daysTo(until),
    ...(progressOn === null ? {} : { progressDaysLeft: daysTo(progressOn) }),
  };
  const still: Petition = {
    ...discharged(withoutRound(state), 'assign'),
    stage: 'deferred',
    deferral,
    deferrals: deferral.number,
  };
  const after = owing(still, 'review', { anchorOn: on, due: { on: reviewOn } });
  return { state: after, notices: dutyEnded(state, 'deferred') };
}

/** The stage and the working days that were left, from a day on. */
export function broughtBack(state: Petition, deferral: Deferral, on: LocalDate): Effect {
  const back: Petition = { ...discharged(state, 'review'), stage: deferral.stage, deferral: null };
  const kind = runningDuty[deferral.stage];
  const isWithConference = kind === 'assign' && pendingConference(state) !== null;
  const after = kind === undefined || isWithConference ? back : running(back, kind, { deferral, on });
  return { state: after, notices: broughtBackNotices(after, deferral) };
}

function defer({ state, command, at, on }: Asked<'defer'>): Decision<Petition> {
  const { reviewOn } = command;
  if (reviewOn <= on) return refused('petition.review_in_past', 'D10.1b');
  const { state: after, notices } = putOff(state, { reviewOn, on });
  const facts = { reviewOn, stage: state.stage, workingDaysLeft: after.deferral?.workingDaysLeft ?? null };
  return accepted('deferred', { at, rule: 'D10.1b', facts, state: after }, notices);
}

function resume({ state, at, on }: Asked<'resume'>): Decision<Petition> {
  const { deferral } = state;
  if (deferral == null) return refused('petition.transition_refused', 'D10.1b');
  const { state: after, notices } = broughtBack(state, deferral, on);
  const facts = { reviewOn: deferral.reviewOn, stage: after.stage, dueOn: runningUntil(after) };
  return accepted('resumed', { at, rule: 'D10.1b', facts, state: after }, notices);
}

function running(
  state: Petition,
  kind: PetitionDutyKind,
  { deferral: { workingDaysLeft: left, progressDaysLeft }, on: anchorOn }: { deferral: Deferral; on: LocalDate },
): Petition {
  if (left === null) return owing(state, kind, { anchorOn });
  const after = owingLeft(state, kind, { left, anchorOn });
  const begun = dutyOf(after, kind);
  const moved = kind === 'answer' && begun !== null ? withLimitMoved(after, begun.dueOn) : after;
  if (progressDaysLeft === undefined) return moved;
  return owingLeft(moved, 'reportProgress', { left: progressDaysLeft, anchorOn });
}

function owingLeft(
  state: Petition,
  kind: PetitionDutyKind,
  { left, anchorOn }: { readonly left: number; readonly anchorOn: LocalDate },
): Petition {
  const due = left === 0 ? { on: onOrAfterWorkingDay(state.calendar, anchorOn) } : { workingDays: left };
  return owing(state, kind, { anchorOn, due });
}

/** D11.1c: the limit of the first answer has moved with the days for which its clock stood still. */
function withLimitMoved(state: Petition, dueOn: LocalDate): Petition {
  const { assignment } = state;
  if (assignment?.receivedOn == null || assignment.firstAnsweredOn !== null) return state;
  const moved = workingDaysBetween(state.calendar, countedLimitOn(state, assignment.receivedOn), dueOn);
  return {
    ...state,
    assignment: {
      ...assignment,
      suspendedWorkingDays: (assignment.suspendedWorkingDays ?? 0) + moved,
      // The days that the host had granted are among those that were left.
      ...(assignment.extendedTo == null ? {} : { extendedTo: null }),
    },
  };
}

function broughtBackNotices(state: Petition, { number }: Deferral): readonly Notice[] {
  const agency = state.assignment?.agency ?? null;
  const duty = runningOf(state);
  return [
    {
      key: `deferralEnded/${String(number)}`,
      letter: {
        kind: 'deferralEnded',
        agency,
        dueOn: duty?.dueOn ?? null,
        isProvisional: duty?.isProvisional === true,
      },
      recipients: agency === null ? ['leadOffice'] : ['handler', 'agencyHead', 'leadOffice'],
    },
  ];
}

/** The duty of its stage, where one runs. */
function runningOf(state: Petition): PetitionDuty | null {
  const kind = runningDuty[state.stage];
  return kind === undefined ? null : dutyOf(state, kind);
}

function runningUntil(state: Petition): LocalDate | null {
  return runningOf(state)?.dueOn ?? null;
}
