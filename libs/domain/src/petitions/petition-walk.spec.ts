import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { aCalendar, aCommand, aDocument, aSubmission, valueOf } from '@dialogue/testing/builders';

import { addWorkingDays } from '../calendar/calendar-slice.js';
import type { Transition } from '../cases/case-machine.js';
import { overdueAt } from '../cases/duties.js';
import type { Instant } from '../time/instant.js';
import { addDays, atHour, dateAt, localDate, type LocalDate } from '../time/local-date.js';
import { petitionMachine } from './petition.machine.js';
import { allowedFrom, type PetitionCommand, type PetitionCommandKind } from './petition-commands.js';
import { submitted } from './petition-facts.js';
import { defaultPetitionTerms } from './petition-terms.js';
import { answerKinds, noticeMeans, type Petition } from './petition.js';

/** The published years, and years behind them of which nothing is known yet. */
const calendar = aCalendar({ until: localDate('2060-12-31') });
const hourMs = 3_600_000;
const kinds = Object.keys(allowedFrom) as PetitionCommandKind[];
const rare: readonly PetitionCommandKind[] = ['redirect', 'withdraw', 'noteDelivery', 'recordNoticeSent', 'reopen'];

/** What chance decides about one step. */
interface Chance {
  readonly hours: number;
  /** How long the command waits for a worker that is away; 0: nobody is away, and the case also wakes by itself before. */
  readonly lagHours: number;
  readonly pick: number;
  readonly isRare: boolean;
  readonly isWild: boolean;
  readonly back: number;
  readonly forth: number;
  readonly isYes: boolean;
}

const chance: fc.Arbitrary<Chance> = fc.record({
  hours: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 120 }) },
    { weight: 2, arbitrary: fc.integer({ min: 120, max: 1_500 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  ),
  lagHours: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }) },
  ),
  pick: fc.nat(),
  isRare: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  isWild: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  back: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
  forth: fc.integer({ min: -2, max: 25 }),
  isYes: fc.boolean(),
});

const walks = fc.record({
  receivedOn: fc.integer({ min: 0, max: 700 }).map((days) => addDays(localDate('2025-11-01'), days)),
  isReachableByMail: fc.boolean(),
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
      { numRuns: 200, seed: 20_261_124 },
    );

    expect(reached).toEqual(new Set(everyStageAndEvent));
  });
});

const everyStageAndEvent = [
  'accepted',
  'acknowledged',
  'answerApproved',
  'answerSentBack',
  'answered',
  'assigned',
  'closed',
  'deadlineMissed',
  'deliveryNoted',
  'inProgress',
  'noticeSent',
  'progressReported',
  'received',
  'receiptCorrected',
  'receiptDeemed',
  'redirected',
  'registered',
  'remindersDropped',
  'reopened',
  'resolved',
  'urged',
  'withdrawn',
];

function begin(submission: Partial<Petition>): Case {
  const state = submitted(aSubmission(submission), { calendar, terms: defaultPetitionTerms });
  const now = atHour(state.receivedOn, 9);
  const walker: Case = { state, now, lastAt: now, history: [], refusals: 0 };
  decide(walker, aCommand('register'), now);
  turn(walker);
  return walker;
}

function walk(walker: Case, step: Chance): void {
  const receivedAt = walker.now + step.hours * hourMs;
  if (step.lagHours === 0) wakeUntil(walker, receivedAt);
  walker.now = receivedAt + step.lagHours * hourMs;
  decide(walker, choose(walker.state, step, dateAt(receivedAt)), receivedAt);
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
  expect(petitionMachine.elapse(state, now)).toEqual({ value: [] });
  expect(petitionMachine.urge(state, now)).toEqual({ value: [] });
  expect(due === null || (due > now && Number.isFinite(due))).toBe(true);
  // No petition can be forgotten: as long as it is open, somebody owes something and is urged for it.
  expect({ stage: state.stage, isWaitedFor: state.duties.length > 0 && due !== null }).toEqual({
    stage: state.stage,
    isWaitedFor: !petitionMachine.isClosed(state),
  });
  expect(state.duties.filter((duty) => duty.missedAt !== null && now < overdueAt(duty))).toEqual([]);
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
}

function choose(state: Petition, step: Chance, on: LocalDate): PetitionCommand {
  const allowed = kinds.filter((kind) => allowedFrom[kind].includes(state.stage));
  const usual = allowed.filter(
    (kind) => step.isRare || !rare.includes(kind) || (kind === 'recordNoticeSent' && state.answer?.isApproved === true),
  );
  const among = step.isWild ? kinds : usual.length > 0 ? usual : allowed;
  return argued(among[step.pick % among.length] ?? 'close', state, { ...step, on });
}

/** Arguments that are often right and sometimes wrong. */
function argued(kind: PetitionCommandKind, state: Petition, chances: Chance & { on: LocalDate }): PetitionCommand {
  const { on, back, isYes, isWild, pick } = chances;
  const earlier = addDays(on, -back);
  const notBefore = (limit: LocalDate): LocalDate => (earlier < limit && !isWild ? limit : earlier);
  const assignedOn = state.assignment?.document.signedOn ?? state.receivedOn;
  const makers: Partial<Record<PetitionCommandKind, () => PetitionCommand>> = {
    assign: () => aCommand('assign', { document: aDocument('12/TB', notBefore(state.receivedOn)) }),
    acknowledge: () => aCommand('acknowledge', { receivedOn: notBefore(assignedOn), isEvidenced: isYes }),
    answer: () => anAnswer(notBefore(assignedOn), chances),
    recordNoticeSent: () =>
      aCommand('recordNoticeSent', { sentOn: notBefore(state.receivedOn), means: noticeMeans[pick % 3] ?? 'post' }),
    noteDelivery: () =>
      aCommand('noteDelivery', { deliveryId: String(pick % 2), outcome: isYes ? 'uncertain' : 'settled' }),
  };
  return makers[kind]?.() ?? aCommand(kind);
}

function anAnswer(earlier: LocalDate, { on, isYes, forth, pick }: Chance & { on: LocalDate }): PetitionCommand {
  const arrivedOn = isYes ? earlier : null;
  const nextReportOn = forth === 0 ? null : addWorkingDays(calendar, arrivedOn ?? on, forth);
  return aCommand('answer', {
    answer: answerKinds[pick % 4] ?? 'result',
    document: aDocument('67/STC', earlier),
    arrivedOn,
    nextReportOn,
  });
}
