import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  aCalendarSlice,
  aConferenceCommand,
  aConferencePlan,
  aReportCommand,
  aReportOpening,
  aSubmission,
  valueOf,
} from '@dialogue/testing/builders';

import type { CaseMachine, CaseState, Transition } from '../cases/case-machine.js';
import type { Duty } from '../cases/duty.js';
import { conferenceAllowedFrom, type ConferenceCommandKind } from '../conferences/conference-commands.js';
import { drafted } from '../conferences/conference-facts.js';
import { conferenceMachine } from '../conferences/conference.machine.js';
import type { Conference } from '../conferences/conference.js';
import { chance, choose } from '../petitions/petition-chance.fixture.js';
import { submitted } from '../petitions/petition-facts.js';
import { petitionMachine } from '../petitions/petition.machine.js';
import type { Petition } from '../petitions/petition.js';
import { planned } from '../reports/report-facts.js';
import { calendarForReport } from '../reports/report-periods.js';
import { reportMachine } from '../reports/report.machine.js';
import type { Report } from '../reports/report.js';
import type { Instant } from '../time/instant.js';
import { addDays, atHour, dateAt, localDate, type LocalDate } from '../time/local-date.js';
import { applyTerms } from './local-terms.js';
import { validForConferences, validForPetitions, validForReports } from './terms-chance.fixture.js';

const hourMs = 3_600_000;
const runs = { numRuns: 30, seed: 20_261_124 };
const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays(localDate('2025-12-01'), days));
const steps = fc.array(chance, { minLength: 1, maxLength: 12, size: 'max' });

/** The terms with which a case begins, and those that it adopts. */
function two<Terms>(terms: fc.Arbitrary<Terms>): fc.Arbitrary<[Terms, Terms]> {
  return fc.tuple(terms, terms);
}

/** As much calendar behind as a case begins with, so that a rung that looks farther back shows itself; ahead all there is. */
function calendarFrom(from: LocalDate): CaseState['calendar'] {
  return { ...aCalendarSlice(from, '2027-12-31'), until: localDate('2045-12-31') };
}

interface WalkedState extends CaseState {
  readonly stage: string;
  readonly duties: readonly Duty[];
}

/** One case on its way: what happens to it, and when. */
interface Walk<State extends WalkedState, Command> {
  readonly machine: CaseMachine<State, Command>;
  readonly start: State;
  readonly first: Command;
  readonly startsAt: Instant;
  /** Other terms, half-way. */
  readonly adoption: Command;
  readonly steps: readonly { readonly hours: number; readonly choose: (state: State, on: LocalDate) => Command }[];
}

describe('terms that pass', () => {
  it('D13.1: carry any petition, also from half-way on, and urge nobody twice', () => {
    fc.assert(
      fc.property(two(validForPetitions), day, steps, ([own, other], receivedOn, chances) => {
        const calendar = calendarFrom(addDays(receivedOn, -60));
        const terms = applyTerms('petition', own, 'x');
        walked({
          machine: petitionMachine,
          start: submitted(aSubmission({ receivedOn }), { calendar, terms }),
          first: { kind: 'register' },
          startsAt: atHour(receivedOn, 9),
          adoption: { kind: 'adoptTerms', terms: applyTerms('petition', other, 'y') },
          steps: chances.map((step) => ({ ...step, choose: (state: Petition, on) => choose(state, { ...step, on }) })),
        });
      }),
      runs,
    );
  });

  it('D13.1: carry any conference, also from half-way on, and urge nobody twice', () => {
    fc.assert(
      fc.property(
        two(validForConferences),
        day,
        fc.integer({ min: 1, max: 90 }),
        steps,
        ([own, other], plannedOn, ahead, chances) => {
          const calendar = calendarFrom(addDays(plannedOn, -60));
          const terms = applyTerms('conference', own, 'x');
          walked({
            machine: conferenceMachine,
            start: drafted(aConferencePlan({ on: addDays(plannedOn, ahead) }), { calendar, terms }),
            first: aConferenceCommand('plan'),
            startsAt: atHour(plannedOn, 9),
            adoption: { kind: 'adoptTerms', terms: applyTerms('conference', other, 'y') },
            steps: chances.map(({ hours, pick, forth }) => ({
              hours,
              choose: (state: Conference, on) => ofConference(state, { pick, on, moved: addDays(state.on, forth) }),
            })),
          });
        },
      ),
      runs,
    );
  });

  it('D13.1: carry any report, also from half-way on, and urge nobody twice', () => {
    fc.assert(
      fc.property(two(validForReports), fc.integer({ min: -40, max: 20 }), steps, ([own, other], opens, chances) => {
        const { period } = aReportOpening();
        const openedOn = addDays(period.dueOn, opens);
        const calendar = calendarFrom(calendarForReport(period, openedOn).from);
        const terms = applyTerms('report', own, 'x');
        walked({
          machine: reportMachine,
          start: planned(aReportOpening({ hasSuperior: true }), { calendar, terms }),
          first: aReportCommand('open'),
          startsAt: atHour(openedOn, 8),
          adoption: { kind: 'adoptTerms', terms: applyTerms('report', other, 'y') },
          steps: chances.map(({ hours, pick }) => ({
            hours,
            choose: (state: Report, on) => ofReport(state, pick, on),
          })),
        });
      }),
      runs,
    );
  });
});

function walked<State extends WalkedState, Command>({ machine, ...walk }: Walk<State, Command>): void {
  let { start: state, startsAt: now } = walk;
  const history: Transition<State>[] = [];
  const record = (transitions: readonly Transition<State>[]): void => {
    history.push(...transitions);
    state = transitions.at(-1)?.state ?? state;
  };
  const decide = (command: Command): void => {
    const decision = valueOf(machine.apply(state, command, now));
    if ('accepted' in decision) record([decision.accepted]);
  };
  const turn = (): void => {
    record(valueOf(machine.elapse(state, now)));
    record(valueOf(machine.urge(state, now)));
    isAtRest(machine, state, now);
  };

  decide(walk.first);
  turn();
  const halfWay = walk.steps[Math.floor(walk.steps.length / 2)];
  for (const step of walk.steps) {
    const until = now + step.hours * hourMs;
    for (let due = valueOf(machine.nextDueAt(state)); due !== null && due <= until;) {
      now = due;
      turn();
      due = valueOf(machine.nextDueAt(state));
    }
    now = until;
    record(valueOf(machine.elapse(state, now)));
    decide(step.choose(state, dateAt(now)));
    if (step === halfWay) decide(walk.adoption);
    turn();
  }
  urgedOnce(history);
}

function isAtRest<State extends WalkedState, Command>(
  machine: CaseMachine<State, Command>,
  state: State,
  now: Instant,
): void {
  const due = valueOf(machine.nextDueAt(state));
  expect({
    due: due === null || due > now,
    elapse: machine.elapse(state, now),
    urge: machine.urge(state, now),
  }).toEqual({ due: true, elapse: { value: [] }, urge: { value: [] } });
  // D11.3: whoever owes something is urged for it, or its day is still to come.
  expect(due !== null || state.duties.length === 0).toBe(true);
}

function urgedOnce<State extends WalkedState>(history: readonly Transition<State>[]): void {
  const notices = history.flatMap((each) => each.notices);
  const keys = notices.map(({ key }) => key);
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  expect(notices.filter(({ recipients }) => recipients.length === 0)).toEqual([]);
  const twice = history.flatMap(({ state }) =>
    state.duties.filter(({ climbed }) => new Set(climbed).size !== climbed.length),
  );
  expect(twice).toEqual([]);
}

const unasked: readonly ConferenceCommandKind[] = ['cancel', 'calendarChanged', 'organisationChanged', 'adoptTerms'];
const conferenceKinds = Object.keys(conferenceAllowedFrom) as ConferenceCommandKind[];

function ofConference(
  state: Conference,
  { pick, on, moved }: { readonly pick: number; readonly on: LocalDate; readonly moved: LocalDate },
): ReturnType<typeof aConferenceCommand> {
  const allowed = conferenceKinds.filter(
    (kind) => !unasked.includes(kind) && conferenceAllowedFrom[kind].includes(state.stage),
  );
  const kind = allowed[pick % allowed.length] ?? 'close';
  if (kind === 'reschedule') return aConferenceCommand('reschedule', { on: moved });
  if (kind === 'recordHeld') return aConferenceCommand('recordHeld', { heldOn: on });
  if (kind === 'holdBriefing') return aConferenceCommand('holdBriefing', { heldOn: on });
  return aConferenceCommand(kind);
}

/** Sent last of all, and only then: what is not sent is urged. */
function ofReport({ stage }: Report, pick: number, on: LocalDate): ReturnType<typeof aReportCommand> {
  const isDone = stage === 'approved' && pick % 5 === 0;
  if (isDone) return aReportCommand('send', { document: { number: '1/BC', signedOn: on } });
  return aReportCommand(stage === 'submitted' ? (pick % 2 === 0 ? 'approve' : 'return') : 'submit');
}
