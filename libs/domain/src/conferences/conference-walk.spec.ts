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
import type { Instant } from '../time/instant.js';
import { addDays, atHour, dateAt, localDate, type LocalDate } from '../time/local-date.js';
import { conferenceAllowedFrom, type ConferenceCommand, type ConferenceCommandKind } from './conference-commands.js';
import { drafted } from './conference-facts.js';
import { conclusionKinds, type Conclusion } from './conclusion.js';
import { defaultConferenceTerms } from './conference-terms.js';
import { conferenceMachine } from './conference.machine.js';
import { conferenceHosts, conferenceStages, petitionPaths, type Conference } from './conference.js';

/** The published years of the walks, and years behind them of which nothing is known yet. */
const calendar = { ...aCalendarSlice('2025-09-01', '2027-12-31'), until: localDate('2040-12-31') };
const hourMs = 3_600_000;
const kinds = Object.keys(conferenceAllowedFrom) as ConferenceCommandKind[];
const rare: readonly ConferenceCommandKind[] = [
  ...(['cancel', 'noteDelivery', 'petitionDetached'] as const),
  ...(['calendarChanged', 'organisationChanged', 'adoptTerms'] as const),
];
const codes = ['SL-STC', 'SL-SYT', 'SL-MTTQ', '03646'];

/** What chance decides about one step. */
interface Chance {
  readonly hours: number;
  /** How long the command waits for a worker that is away; 0: nobody is away, and the case also wakes by itself before. */
  readonly lagHours: number;
  readonly pick: number;
  readonly other: number;
  readonly isRare: boolean;
  readonly isWild: boolean;
  readonly days: number;
}

const chance: fc.Arbitrary<Chance> = fc.record({
  hours: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 160 }) },
    { weight: 1, arbitrary: fc.integer({ min: 160, max: 700 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  ),
  lagHours: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 300 }) },
  ),
  pick: fc.nat(),
  other: fc.nat(),
  isRare: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  isWild: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  days: fc.oneof(fc.constant(0), fc.integer({ min: -3, max: 45 })),
});

const walks = fc.record({
  plannedOn: fc.integer({ min: 0, max: 700 }).map((days) => addDays(localDate('2025-11-01'), days)),
  ahead: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 12, max: 70 })),
  host: fc.constantFrom(...conferenceHosts),
  isAdHoc: fc.boolean(),
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
      fc.property(walks, ({ steps, plannedOn, ahead, host, isAdHoc }) => {
        const kind = isAdHoc ? 'adHoc' : 'periodic';
        const plan = aConferencePlan({ on: addDays(plannedOn, ahead), host, kind, field: isAdHoc ? 'economy' : null });
        const now = atHour(plannedOn, 9);
        const state = drafted(plan, { calendar, terms: defaultConferenceTerms });
        const walker: Walker = { state, now, lastAt: now, history: [] };
        decide(walker, aConferenceCommand('plan'), now);
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
  ...['held', 'concluded', 'conclusionNoticeIssued', 'resultReportIssued', 'closed', 'deliveryNoted'],
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
function sanity({ duties, dutiesSoFar, on, stage, petitions }: Conference): typeof sane {
  const numbers = duties.map(({ number }) => number);
  const isFollowUp = stage === 'followUp';
  const isFollowUpOwed = duties.some(({ kind }) => kind === 'followUpPetitions');
  const isWaiting = petitions.some(({ followedUpOn }) => followedUpOn === null);
  return {
    sameNumber: duties.length - new Set(numbers).size,
    sameKind: duties.length - new Set(duties.map(({ kind }) => kind)).size,
    isNumberedTooHigh: Math.max(0, ...numbers) > dutiesSoFar,
    fromAnotherDay: duties.filter(({ anchorOn }) => anchorOn !== on).length,
    isFollowUpAmiss: isFollowUp && isFollowUpOwed !== isWaiting,
    unconcluded: isFollowUp ? petitions.filter(({ conclusion }) => conclusion === null).length : 0,
  };
}

const sane = {
  sameNumber: 0,
  sameKind: 0,
  isNumberedTooHigh: false,
  fromAnotherDay: 0,
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
}

function choose(state: Conference, step: Chance, on: LocalDate): ConferenceCommand {
  const allowed = kinds.filter((kind) => conferenceAllowedFrom[kind].includes(state.stage));
  const usual = allowed.filter((kind) => step.isRare || !rare.includes(kind));
  const among = step.isWild ? kinds : usual.length > 0 ? usual : allowed;
  return argued(among[step.pick % among.length] ?? 'close', state, { ...step, on });
}

/** Arguments that are often right and sometimes wrong. */
function argued(
  kind: ConferenceCommandKind,
  state: Conference,
  { on, days, other, isWild }: Chance & { readonly on: LocalDate },
): ConferenceCommand {
  const bodies = [aBody(codes[other % 4] ?? ''), aBody(codes[(other >> 2) % 4] ?? '')];
  const earlier = addDays(on, -Math.abs(days % 7));
  const signedOn = state.heldOn !== null && earlier < state.heldOn && !isWild ? state.heldOn : earlier;
  const document = aDocument('98/TB', signedOn);
  const petitionId = `p${String(other % 5)}`;
  const otherDay = other % 2 === 0 ? addDays(on, days) : addDays(state.on, 14);
  const makers: Partial<Record<ConferenceCommandKind, () => ConferenceCommand>> = {
    approvePlan: () => aConferenceCommand('approvePlan', { document }),
    requestOpinions: () => aConferenceCommand('requestOpinions', { bodies }),
    holdBriefing: () => aConferenceCommand('holdBriefing', { heldOn: earlier }),
    sendInvitations: () => aConferenceCommand('sendInvitations', { guests: bodies }),
    reschedule: () => aConferenceCommand('reschedule', { on: otherDay, startsAt: `0${String(other % 3)}:00` }),
    recordHeld: () => aConferenceCommand('recordHeld', { heldOn: earlier < state.on && !isWild ? state.on : earlier }),
    conclude: () => aConferenceCommand('conclude', { conclusions: conclusionsFor(state, { on, days, other }) }),
    issueConclusionNotice: () => aConferenceCommand('issueConclusionNotice', { document }),
    issueResultReport: () => aConferenceCommand('issueResultReport', { document }),
    petitionAttached: () =>
      aConferenceCommand('petitionAttached', {
        petitionId,
        path: petitionPaths[other % 2] ?? 'written',
        conferenceOn: on,
      }),
    petitionDetached: () => aConferenceCommand('petitionDetached', { petitionId }),
    petitionFollowedUp: () => aConferenceCommand('petitionFollowedUp', { petitionId, on }),
    noteDelivery: () =>
      aConferenceCommand('noteDelivery', { deliveryId: petitionId, outcome: isWild ? 'uncertain' : 'settled' }),
  };
  return makers[kind]?.() ?? aConferenceCommand(kind);
}

function conclusionsFor(
  { petitions }: Conference,
  { on, days, other }: { readonly on: LocalDate; readonly days: number; readonly other: number },
) {
  const made: Readonly<Record<Conclusion['kind'], Conclusion>> = {
    settle: { kind: 'settle' },
    assign: { kind: 'assign' },
    decline: { kind: 'decline' },
    defer: { kind: 'defer', reviewOn: addDays(on, days + 4) },
    refer: { kind: 'refer', to: aBody('TW-BYT').code, toName: 'Bộ Y tế' },
  };
  return petitions
    .filter(({ conclusion }) => conclusion === null)
    .map(({ id }, index) => ({ petitionId: id, conclusion: made[conclusionKinds[(other + index) % 5] ?? 'settle'] }));
}
