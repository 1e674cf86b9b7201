import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  aBody,
  aCalendarSlice,
  aConferenceCommand,
  aConferencePlan,
  aDocument,
  valueOf,
} from '@dialogue/testing/builders';

import type { Transition } from '../cases/case-machine.js';
import { overdueAt } from '../cases/duties.js';
import { bornPointless } from '../mail/purpose.fixture.js';
import type { Instant } from '../time/instant.js';
import { addDays, atHour, dateAt, localDate, type LocalDate } from '../time/local-date.js';
import { chance, choose, type Chance } from './conference-chance.fixture.js';
import type { ConferenceCommand } from './conference-commands.js';
import { drafted } from './conference-facts.js';
import { defaultConferenceTerms } from './conference-terms.js';
import { conferenceMachine } from './conference.machine.js';
import {
  conferenceHosts,
  conferenceStages,
  type Conference,
  type ConferenceDuty,
  type ConferenceDutyKind,
} from './conference.js';

/** The published years of the walks, and years behind them of which nothing is known yet. */
const calendar = { ...aCalendarSlice('2025-09-01', '2027-12-31'), until: localDate('2040-12-31') };
const hourMs = 3_600_000;
const walks = fc.record({
  plannedOn: fc.integer({ min: 0, max: 700 }).map((days) => addDays(localDate('2025-11-01'), days)),
  ahead: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 12, max: 70 })),
  host: fc.constantFrom(...conferenceHosts),
  isAdHoc: fc.boolean(),
  isDemanded: fc.boolean(),
  steps: fc.array(chance, { minLength: 1, maxLength: 30, size: 'max' }),
});

/** A case as the loop of the workflows carries it. */
interface Walker {
  state: Conference;
  now: Instant;
  lastAt: Instant;
  readonly history: Transition<Conference>[];
}

describe('a conference on any walk', () => {
  it('D8.1, D11.1b: forgets nothing, urges nobody twice, and is never overdue on the due day', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(walks, ({ steps, plannedOn, ahead, host, isAdHoc, isDemanded }) => {
        const kind = isAdHoc ? 'adHoc' : 'periodic';
        const demand =
          isDemanded && isAdHoc
            ? { demand: { by: aBody('SL-UBND').code, document: aDocument('3/CV', plannedOn) } }
            : {};
        const given = { host, kind, field: isAdHoc ? 'economy' : null, ...demand } as const;
        const plan = aConferencePlan({ on: addDays(plannedOn, ahead), ...given });
        const now = atHour(plannedOn, 9);
        const state = drafted(plan, { calendar, terms: defaultConferenceTerms });
        const walker: Walker = { state, now, lastAt: now, history: [] };
        decide(walker, aConferenceCommand('demand' in given ? 'demandAdHoc' : 'plan'), now);
        turn(walker);
        for (const step of steps) walk(walker, step);
        afterwards(walker);
        for (const each of walker.history) reached.add(each.state.stage).add(each.event);
      }),
      { numRuns: 150, seed: 20_261_124 },
    );

    expect(reached).toEqual(new Set(everyStageAndEvent));
  });
});

const everyStageAndEvent = [
  ...conferenceStages.filter((stage) => stage !== 'drafted'),
  ...['planned', 'planApproved', 'opinionsRequested', 'briefingHeld', 'invitationsSent', 'rescheduled', 'cancelled'],
  ...['adHocDemanded', 'demandAnswered', 'planSubmitted', 'planReturned', 'announced', 'opinionsReceived'],
  ...['aggregateReportIssued', 'answerPrepared', 'situationReported', 'helpersNamed', 'hostChanged'],
  ...['attendanceConfirmed', 'attendanceDeclined'],
  ...['held', 'concluded', 'conclusionNoticeIssued', 'resultReportIssued', 'closed', 'deliveryNoted'],
  ...['postponed', 'failed', 'directionRecorded', 'speakerRegistered', 'minutesSaved', 'minutesSigned'],
  ...['internalReviewRecorded', 'supervisionRecorded', 'policyProposed'],
  ...['calendarChanged', 'organisationChanged', 'termsAdopted'],
  ...['petitionAttached', 'petitionDetached', 'petitionFollowedUp', 'deadlineMissed', 'urged', 'remindersDropped'],
];

function walk(walker: Walker, step: Chance): void {
  const receivedAt = walker.now + step.hours * hourMs;
  if (step.lagHours === 0) wakeUntil(walker, receivedAt);
  walker.now = receivedAt + step.lagHours * hourMs;
  const { on: wasOn } = walker.state;
  decide(walker, choose(walker.state, step, dateAt(receivedAt)), receivedAt);
  turn(walker);
  // There and back again: a day that the conference had before.
  if (step.pick % 2 === 0 || wasOn === walker.state.on) return;
  decide(walker, aConferenceCommand('reschedule', { on: wasOn }), walker.now);
  turn(walker);
}

/** Wakes at each instant that the machine named, as a worker does that is never away. */
function wakeUntil(walker: Walker, until: Instant): void {
  for (;;) {
    const due = valueOf(conferenceMachine.nextDueAt(walker.state));
    if (due === null || due > until) return;
    walker.now = due;
    turn(walker);
  }
}

function decide(walker: Walker, command: ConferenceCommand, receivedAt: Instant): void {
  const at = Math.min(Math.max(receivedAt, walker.lastAt), walker.now);
  record(walker, valueOf(conferenceMachine.elapse(walker.state, at)));
  const before = JSON.stringify(walker.state);
  const decision = valueOf(conferenceMachine.apply(walker.state, command, at));
  expect(JSON.stringify(walker.state)).toBe(before);
  if ('accepted' in decision) record(walker, [decision.accepted]);
}

function turn(walker: Walker): void {
  record(walker, valueOf(conferenceMachine.elapse(walker.state, walker.now)));
  record(walker, valueOf(conferenceMachine.urge(walker.state, walker.now)));

  const { state, now } = walker;
  const due = valueOf(conferenceMachine.nextDueAt(state));
  const { stage, duties } = state;
  const isOwed = duties.length > 0;
  // One expectation for all: each costs more than what it looks at.
  expect({
    stage,
    left: [conferenceMachine.elapse(state, now), conferenceMachine.urge(state, now)],
    isNextLater: due === null || (due > now && Number.isFinite(due)),
    // As long as somebody owes something he is urged for it; what has ended owes nothing.
    isUrged: due !== null,
    isOverAndOwed: conferenceMachine.isClosed(state) && isOwed,
    // Only a conference in follow-up may owe nothing: it waits to be closed.
    isOwedOrOver: isOwed || ['followUp', 'closed', 'cancelled'].includes(stage),
    early: duties.filter((duty) => duty.missedAt !== null && now < overdueAt(duty)),
    ...sanity(state),
  }).toEqual({
    stage,
    left: [{ value: [] }, { value: [] }],
    isNextLater: true,
    isUrged: isOwed,
    isOverAndOwed: false,
    isOwedOrOver: true,
    early: [],
    ...sane,
  });
}

/** Each milestone at most once, under a number of its own, from the day that is set; a petition is followed up or owed. */
function sanity(state: Conference): typeof sane {
  const { duties, dutiesSoFar, on, stage, petitions } = state;
  const numbers = duties.map(({ number }) => number);
  const isFollowUp = stage === 'followUp' || stage === 'awaitingDirection';
  const isFollowUpOwed = duties.some(({ kind }) => kind === 'followUpPetitions');
  const isWaiting = petitions.some(({ followedUpOn }) => followedUpOn === null);
  return {
    sameNumber: duties.length - new Set(numbers).size,
    sameKind: duties.length - new Set(duties.map(({ kind, body }) => `${kind}/${body ?? ''}`)).size,
    isNumberedTooHigh: Math.max(0, ...numbers) > dutiesSoFar,
    fromAnotherDay: duties.filter((duty) => duty.anchorOn !== (dayOfEvent(state, duty) ?? on)).length,
    answersAmiss: answersAmiss(state),
    isFollowUpAmiss: isFollowUp && isFollowUpOwed !== isWaiting,
    unconcluded: stage === 'followUp' ? petitions.filter(({ conclusion }) => conclusion === null).length : 0,
  };
}

/** D8.1b, D8.1d, D10.3a: each body owes what it was asked and has not answered, and nothing that it was not. */
function answersAmiss({ stage, duties, asked, guests, attendance = [], petitions }: Conference): number {
  if (stage !== 'preparing') return 0;
  const owing = (kind: ConferenceDutyKind): readonly ConferenceDuty['body'][] =>
    duties.filter((duty) => duty.kind === kind).map(({ body }) => body);
  const silent = guests.filter((guest) => !attendance.some(({ body }) => body === guest));
  const preparing = new Set(
    petitions.flatMap(({ preparation: of }) => (of?.preparedOn === null ? (of.agency ?? []) : [])),
  );
  return (
    differences(owing('confirmAttendance'), silent) +
    differences(owing('prepareAnswers'), [...preparing]) +
    owing('supplyOpinions').filter((body) => !asked.some((each) => each === body)).length
  );
}

function differences(some: readonly unknown[], others: readonly unknown[]): number {
  return some.filter((each) => !others.includes(each)).length + others.filter((each) => !some.includes(each)).length;
}

/** What begins with something that has happened counts from its day. */
function dayOfEvent({ plannedOn, postponement, failure }: Conference, { kind }: ConferenceDuty): LocalDate | null {
  const days: Readonly<Partial<Record<ConferenceDutyKind, LocalDate | null | undefined>>> = {
    answerDemand: plannedOn,
    setNewDate: postponement?.postponedOn,
    awaitDirection: failure?.recordedOn,
  };
  return days[kind] ?? null;
}

const sane = {
  sameNumber: 0,
  sameKind: 0,
  isNumberedTooHigh: false,
  fromAnotherDay: 0,
  answersAmiss: 0,
  isFollowUpAmiss: false,
  unconcluded: 0,
};

function record(walker: Walker, transitions: readonly Transition<Conference>[]): void {
  for (const transition of transitions) {
    const at = Math.max(transition.at, walker.lastAt);
    walker.history.push({ ...transition, at });
    walker.lastAt = at;
    walker.state = transition.state;
  }
}

function afterwards({ history, state }: Walker): void {
  const notices = history.flatMap((each) => each.notices);
  const keys = notices.map(({ key }) => key);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(history.filter(({ at }, index) => at < (history[index - 1]?.at ?? 0))).toEqual([]);
  expect(
    history.filter(({ event, at, facts }) => event === 'deadlineMissed' && dateAt(at) <= String(facts['dueOn'])),
  ).toEqual([]);
  expect(notices.filter(({ recipients }) => recipients.length === 0)).toEqual([]);
  expect(state.hasFinding).toBe(history.some(({ facts }) => facts['isFinding'] === true));
  expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
  expect(bornPointless(history)).toEqual([]);
}
