import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { aCalendar, aCommand, aConferenceReference, aSubmission, valueOf } from '@dialogue/testing/builders';

import type { Transition } from '../cases/case-machine.js';
import { overdueAt } from '../cases/duties.js';
import { deadlineRules } from '../deadlines/deadline-rules.js';
import { bornPointless } from '../mail/purpose.fixture.js';
import type { Instant } from '../time/instant.js';
import { addDays, atHour, dateAt, localDate } from '../time/local-date.js';
import { chance, choose, type Chance } from './petition-chance.fixture.js';
import { petitionMachine } from './petition.machine.js';
import type { PetitionCommand } from './petition-commands.js';
import { submitted } from './petition-facts.js';
import { defaultPetitionTerms } from './petition-terms.js';
import type { Petition } from './petition.js';

/** The published years, and years behind them of which nothing is known yet. */
const calendar = aCalendar({ until: localDate('2060-12-31') });
const hourMs = 3_600_000;
const walks = fc.record({
  receivedOn: fc.integer({ min: 0, max: 700 }).map((days) => addDays(localDate('2025-11-01'), days)),
  isReachableByMail: fc.boolean(),
  isRaised: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  steps: fc.array(chance, { minLength: 1, maxLength: 40, size: 'max' }),
});

/** A case as the loop of the workflows carries it. */
interface Case {
  state: Petition;
  now: Instant;
  lastAt: Instant;
  readonly history: Transition<Petition>[];
  refusals: number;
}

describe('a petition on any walk', () => {
  it('D11.1c: forgets nothing, urges nobody twice, and is never overdue on the due day', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(walks, ({ steps, ...submission }) => {
        const walker = begin(submission);
        for (const step of steps) walk(walker, step);
        afterwards(walker);
        for (const { state, event } of walker.history) reached.add(state.stage).add(event);
      }),
      { numRuns: 260, seed: 20_261_124 },
    );

    expect(reached).toEqual(new Set(everyStageAndEvent));
  });
});

const everyStageAndEvent = [
  'abuseCleared',
  'accepted',
  'acknowledged',
  'answerApproved',
  'answerSentBack',
  'answered',
  'assigned',
  'assignmentReturned',
  'attachedToConference',
  'calendarChanged',
  'classified',
  'closed',
  'conferenceConcluded',
  'conferenceEnded',
  'conferenceMoved',
  'conferencePostponed',
  'contributed',
  'deadlineMissed',
  'declined',
  'deferralEnded',
  'deferred',
  'deliveryNoted',
  'detached',
  'extensionGranted',
  'extensionRefused',
  'extensionRequested',
  'followerJoined',
  'followerLeft',
  'followerTurnedAway',
  'identityProtected',
  'inProgress',
  'leadingAnswered',
  'leadingReopened',
  'markedAbusive',
  'merged',
  'noticeSent',
  'organisationChanged',
  'progressReported',
  'protectionLifted',
  'raised',
  'reassigned',
  'received',
  'receiptCorrected',
  'receiptDeemed',
  'redirected',
  'referralAnswered',
  'referralReturned',
  'referred',
  'registered',
  'remindersDropped',
  'reopened',
  'representativeChanged',
  'resolved',
  'resumed',
  'settled',
  'split',
  'termsAdopted',
  'unmerged',
  'urged',
  'withdrawn',
];

function begin({ isRaised, ...submission }: Partial<Petition> & { isRaised: boolean }): Case {
  const state = submitted(aSubmission(submission), { calendar, terms: defaultPetitionTerms });
  const now = atHour(state.receivedOn, 9);
  const walker: Case = { state, now, lastAt: now, history: [], refusals: 0 };
  const raised = { conference: aConferenceReference({ on: state.receivedOn }), field: 'economy' } as const;
  decide(walker, aCommand('register', isRaised ? { raised } : {}), now);
  turn(walker);
  return walker;
}

function walk(walker: Case, step: Chance): void {
  const receivedAt = walker.now + step.hours * hourMs;
  if (step.lagHours === 0) wakeUntil(walker, receivedAt);
  walker.now = receivedAt + step.lagHours * hourMs;
  decide(walker, choose(walker.state, { ...step, on: dateAt(receivedAt) }), receivedAt);
  turn(walker);
}

/** Wakes at each instant that the machine named, as a worker does that is never away. */
function wakeUntil(walker: Case, until: Instant): void {
  for (;;) {
    const due = valueOf(petitionMachine.nextDueAt(walker.state));
    if (due === null || due > until) return;
    walker.now = due;
    turn(walker);
  }
}

function decide(walker: Case, command: PetitionCommand, receivedAt: Instant): void {
  const at = Math.min(Math.max(receivedAt, walker.lastAt), walker.now);
  record(walker, valueOf(petitionMachine.elapse(walker.state, at)));
  const before = JSON.stringify(walker.state);
  const decision = valueOf(petitionMachine.apply(walker.state, command, at));
  expect(JSON.stringify(walker.state)).toBe(before);
  if ('accepted' in decision) record(walker, [decision.accepted]);
  else walker.refusals += 1;
}

function turn(walker: Case): void {
  record(walker, valueOf(petitionMachine.elapse(walker.state, walker.now)));
  record(walker, valueOf(petitionMachine.urge(walker.state, walker.now)));

  const { state, now } = walker;
  const due = valueOf(petitionMachine.nextDueAt(state));
  const { stage, conference } = state;
  expect({
    stage,
    left: [petitionMachine.elapse(state, now), petitionMachine.urge(state, now)],
    isNextLater: due === null || (due > now && Number.isFinite(due)),
    // No petition can be forgotten: as long as it is open, somebody owes something and is urged for it, or its
    // conference will conclude on it.
    isWaitedFor: isOwed(state) && due !== null,
    isPutOff: state.deferral != null,
    // What was concluded has been told and assigned, or that is owed (D11.1b).
    isFollowed: conference?.conclusion == null || conference.isFollowedUp || isOwed(state),
    early: state.duties.filter((duty) => duty.missedAt !== null && now < overdueAt(duty)),
    // Whatever somebody owes can be explained to them (D11.1c).
    unexplained: state.duties.filter(({ rule }) => deadlineRules[rule] === undefined),
  }).toEqual({
    stage,
    left: [{ value: [] }, { value: [] }],
    isNextLater: true,
    isWaitedFor: !petitionMachine.isClosed(state) && !isWithConference(state),
    isPutOff: stage === 'deferred',
    isFollowed: true,
    early: [],
    unexplained: [],
  });
}

/** Its conference will conclude on it, on the day that it has. */
function isWithConference({ stage, conference }: Petition): boolean {
  return stage === 'accepted' && conference?.conclusion === null && conference.isPostponed !== true;
}

function isOwed({ duties }: Petition): boolean {
  return duties.length > 0;
}

function record(walker: Case, transitions: readonly Transition<Petition>[]): void {
  for (const transition of transitions) {
    const at = Math.max(transition.at, walker.lastAt);
    walker.history.push({ ...transition, at });
    walker.lastAt = at;
    walker.state = transition.state;
  }
}

function afterwards({ history, state }: Case): void {
  const keys = history.flatMap(({ notices }) => notices.map(({ key }) => key));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(history.filter(({ at }, index) => at < (history[index - 1]?.at ?? 0))).toEqual([]);
  expect(
    history.filter(({ event, at, facts }) => event === 'deadlineMissed' && dateAt(at) <= String(facts['dueOn'])),
  ).toEqual([]);
  expect(history.flatMap(({ notices }) => notices).filter(({ recipients }) => recipients.length === 0)).toEqual([]);
  expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
  followedOnce(history);
  countedTheSame(history);
  expect(bornPointless(history)).toEqual([]);
}

/** D11.1c: counted anew on the same calendar and by the same terms, no deadline moves, wherever the walk has come. */
function countedTheSame(history: readonly Transition<Petition>[]): void {
  const moved = history.flatMap(({ state, at }) => valueOf(petitionMachine.recount(state, {}, dateAt(at))).moves);
  expect(moved).toEqual([]);
}

/** D11.1b: each conference hears once that its conclusion was followed, and only after it was concluded. */
function followedOnce(history: readonly Transition<Petition>[]): void {
  const heard = history.flatMap(({ tells = [] }) => tells.map(({ caseId, command }) => `${caseId} ${command.kind}`));
  const followed = heard.filter((line) => line.endsWith('petitionFollowedUp'));
  expect(followed).toEqual([...new Set(followed)]);
  const concluded = history
    .filter(({ event }) => event === 'conferenceConcluded')
    .map(({ facts }) => `${String(facts['conference'])} petitionFollowedUp`);
  expect(concluded).toEqual(expect.arrayContaining(followed));
  const told = history.flatMap(({ notices }) => notices).filter(({ letter }) => letter.kind === 'conclusionTold');
  expect(told.length).toBeLessThanOrEqual(concluded.length);
}
