import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { aCalendar, aDocument, aReportCommand, aReportOpening, valueOf } from '@dialogue/testing/builders';

import type { Transition } from '../cases/case-machine.js';
import { overdueAt } from '../cases/duties.js';
import { bornPointless } from '../mail/purpose.fixture.js';
import type { Instant } from '../time/instant.js';
import { addDays, atHour, dateAt, localDate, type LocalDate } from '../time/local-date.js';
import { reportAllowedFrom, type ReportCommand, type ReportCommandKind } from './report-commands.js';
import { planned, reportFlagsOf } from './report-facts.js';
import { extraordinaryPeriod, periodOf, reportOpensOn } from './report-periods.js';
import { reportMachine } from './report.machine.js';
import { defaultReportTerms } from './report-terms.js';
import type { Report, ReportPeriod } from './report.js';

/** The published years, and years behind them of which nothing is known yet. */
const calendar = aCalendar({ until: localDate('2060-12-31') });
const hourMs = 3_600_000;
const kinds = Object.keys(reportAllowedFrom) as ReportCommandKind[];

/** What chance decides about one step. */
interface Chance {
  readonly hours: number;
  /** How long the command waits for a worker that is away; 0: nobody is away, and the case also wakes by itself before. */
  readonly lagHours: number;
  readonly pick: number;
  readonly isWild: boolean;
  readonly back: number;
}

const chance: fc.Arbitrary<Chance> = fc.record({
  hours: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 200, max: 900 })),
  lagHours: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }) },
  ),
  pick: fc.nat(),
  isWild: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  back: fc.oneof(fc.constant(0), fc.integer({ min: -2, max: 40 })),
});

const walks = fc.record({
  period: fc.oneof(
    fc.constantFrom(...[2024, 2025, 2026, 2027].flatMap((year) => periodsOf(year))),
    fc.integer({ min: 0, max: 700 }).map((days) => asked(addDays(localDate('2025-06-01'), days))),
  ),
  hasSuperior: fc.boolean(),
  /** Days from the opening that the period asks for. */
  belated: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
  steps: fc.array(chance, { minLength: 1, maxLength: 20, size: 'max' }),
});

/** A case as the loop of the workflows carries it. */
interface Walker {
  state: Report;
  now: Instant;
  lastAt: Instant;
  readonly history: Transition<Report>[];
}

describe('a report on any walk', () => {
  it('D14.1: is urged until it is sent, nobody twice, and is never overdue on the last lawful day', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(walks, ({ steps, ...opening }) => {
        const walker = begin(opening);
        for (const step of steps) walk(walker, step);
        afterwards(walker);
        for (const { state, event } of walker.history) reached.add(`is ${state.stage}`).add(event);
      }),
      { numRuns: 200, seed: 20_261_210 },
    );

    expect([...reached].toSorted()).toEqual(everyStageAndEvent);
  });
});

const everyStageAndEvent = [
  'approved',
  'calendarChanged',
  'deadlineMissed',
  'deliveryNoted',
  'is approved',
  'is collecting',
  'is drafting',
  'is sent',
  'is submitted',
  'opened',
  'organisationChanged',
  'remindersDropped',
  'returned',
  'sent',
  'submitted',
  'termsAdopted',
  'urged',
];

function periodsOf(year: number): readonly ReportPeriod[] {
  return [periodOf('halfYear', year, calendar), periodOf('year', year, calendar)];
}

function asked(from: LocalDate): ReportPeriod {
  return extraordinaryPeriod({ from, cutOn: addDays(from, 30), dueOn: addDays(from, 45) });
}

function begin(opening: { period: ReportPeriod; hasSuperior: boolean; belated: number }): Walker {
  const { period, hasSuperior, belated } = opening;
  const state = planned(aReportOpening({ period, hasSuperior }), { calendar, terms: defaultReportTerms });
  const now = atHour(addDays(reportOpensOn(calendar, period), belated), 8);
  const walker: Walker = { state, now, lastAt: now, history: [] };
  decide(walker, aReportCommand('open'), now);
  turn(walker);
  return walker;
}

function walk(walker: Walker, step: Chance): void {
  const receivedAt = walker.now + step.hours * hourMs;
  if (step.lagHours === 0) wakeUntil(walker, receivedAt);
  walker.now = receivedAt + step.lagHours * hourMs;
  decide(walker, choose(walker.state, step, dateAt(receivedAt)), receivedAt);
  turn(walker);
}

/** Wakes at each instant that the machine named, as a worker does that is never away. */
function wakeUntil(walker: Walker, until: Instant): void {
  for (;;) {
    const due = valueOf(reportMachine.nextDueAt(walker.state));
    if (due === null || due > until) return;
    walker.now = due;
    turn(walker);
  }
}

function decide(walker: Walker, command: ReportCommand, receivedAt: Instant): void {
  const at = Math.min(Math.max(receivedAt, walker.lastAt), walker.now);
  record(walker, valueOf(reportMachine.elapse(walker.state, at)));
  const before = JSON.stringify(walker.state);
  const decision = valueOf(reportMachine.apply(walker.state, command, at));
  expect(JSON.stringify(walker.state)).toBe(before);
  if ('accepted' in decision) record(walker, [decision.accepted]);
}

function turn(walker: Walker): void {
  record(walker, valueOf(reportMachine.elapse(walker.state, walker.now)));
  record(walker, valueOf(reportMachine.urge(walker.state, walker.now)));

  const { state, now } = walker;
  const due = valueOf(reportMachine.nextDueAt(state));
  const { stage, duties } = state;
  // One expectation for all: each costs more than what it looks at.
  expect({
    stage,
    left: [reportMachine.elapse(state, now), reportMachine.urge(state, now)],
    isNextLater: due === null || (due > now && Number.isFinite(due)),
    // No report can be forgotten: until it is sent somebody owes it and is urged for it.
    isWaitedFor: duties.length > 0 && due !== null,
    early: duties.filter((duty) => duty.missedAt !== null && now < overdueAt(duty)),
  }).toEqual({
    stage,
    left: [{ value: [] }, { value: [] }],
    isNextLater: true,
    isWaitedFor: !reportMachine.isClosed(state),
    early: [],
  });
}

function record(walker: Walker, transitions: readonly Transition<Report>[]): void {
  for (const transition of transitions) {
    const at = Math.max(transition.at, walker.lastAt);
    walker.history.push({ ...transition, at });
    walker.lastAt = at;
    walker.state = transition.state;
  }
}

function afterwards({ history, state }: Walker): void {
  const keys = history.flatMap(({ notices }) => notices.map(({ key }) => key));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(history.filter(({ at }, index) => at < (history[index - 1]?.at ?? 0))).toEqual([]);
  expect(
    history.filter(({ event, at, facts }) => event === 'deadlineMissed' && dateAt(at) <= String(facts['dueOn'])),
  ).toEqual([]);
  expect(reportFlagsOf(state).includes('finding')).toBe(hasMissedTheLimit(history, state.period));
  expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
  expect(bornPointless(history)).toEqual([]);
}

/** D14.1, D14.2: said once more than in the code: sent too late, or not sent, of a period of the regulation. */
function hasMissedTheLimit(history: readonly Transition<Report>[], { kind, dueOn }: ReportPeriod): boolean {
  const openedOn = dateAt(history[0]?.at ?? 0);
  const lastInTime = openedOn > dueOn ? openedOn : dueOn;
  const end = history.find(({ event }) => event === 'sent') ?? history.at(-1);
  return kind !== 'extraordinary' && dateAt(end?.at ?? 0) > lastInTime;
}

function choose(state: Report, { isWild, pick, back }: Chance, on: LocalDate): ReportCommand {
  const allowed = kinds.filter((kind) => reportAllowedFrom[kind].includes(state.stage));
  const among = isWild ? kinds : allowed;
  const kind = among[pick % among.length] ?? 'submit';
  if (kind === 'send') return aReportCommand(kind, { document: aDocument('210/BC', addDays(on, -back)) });
  if (kind === 'noteDelivery')
    return aReportCommand(kind, { deliveryId: String(pick % 2), outcome: back > 0 ? 'uncertain' : 'settled' });
  return aReportCommand(kind);
}
