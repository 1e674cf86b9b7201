import {
  defaultPetitionTerms,
  localDate,
  petitionMachine,
  submitted,
  type CalendarSlice,
  type ConferenceReference,
  type Counted,
  type Decision,
  type Instant,
  type Petition,
  type PetitionCommand,
  type PetitionCommandKind,
  type PetitionStage,
  type PetitionTerms,
  type Submission,
  type Transition,
} from '@dialogue/domain';

import { aCalendar } from './calendar.builder.js';
import { aCommand, anOrganisation } from './petition-command.builder.js';

/** What a test may say of a petition; the rest has defaults. */
export interface PetitionWishes extends Partial<Submission> {
  readonly stage?: PetitionStage;
  readonly calendar?: CalendarSlice;
  readonly terms?: PetitionTerms;
  /** On the list of this conference since its acceptance. */
  readonly conference?: ConferenceReference;
  /** Who contributes to the answer of the agency, from its assignment on. */
  readonly cooperating?: readonly string[];
}

/** A clock time of a day in Vietnam. */
export function at(day: string, time = '09:00'): Instant {
  return Date.parse(`${day}T${time}+07:00`);
}

export function aSubmission(overrides: Partial<Submission> = {}): Submission {
  return {
    id: '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0001',
    number: 'KN-2026-000001',
    source: 'outsideConference',
    receivedOn: localDate('2026-03-02'),
    organisation: anOrganisation('SL-UBND'),
    leadOffice: anOrganisation('SL-VPUBND'),
    names: { 'SL-UBND': 'Ủy ban nhân dân tỉnh', 'SL-VPUBND': 'Văn phòng Ủy ban nhân dân tỉnh' },
    isWrittenAnswerRequired: false,
    isReachableByMail: true,
    ...overrides,
  };
}

/**
 * A petition in a stage that it has really reached, by the commands of {@link petitionSteps}: received on Monday
 * 2 March 2026, document of the agency received on the 5th, answer due on the 26th. No holiday lies in that month.
 */
export function aPetition({
  stage = 'received',
  calendar = aCalendar(),
  terms = defaultPetitionTerms,
  conference,
  cooperating = [],
  ...submission
}: PetitionWishes = {}): Petition {
  const start = submitted(aSubmission(submission), { calendar, terms });
  const bodies = cooperating.map((code) => ({ code: anOrganisation(code), name: code }));
  return petitionSteps[stage].reduce((state, { command, at: when }) => {
    const isToCooperate = command.kind === 'assign' && bodies.length > 0;
    const after = applied(state, isToCooperate ? { ...command, cooperating: bodies } : command, when).state;
    const isToAttach = command.kind === 'accept' && conference !== undefined;
    return isToAttach ? applied(after, aCommand('attachToConference', { conference }), when).state : after;
  }, start);
}

/** What a machine says to a command on a calendar that reaches far enough. */
export function decided(state: Petition, command: PetitionCommand, when: Instant): Decision<Petition> {
  return valueOf(petitionMachine.apply(state, command, when));
}

/** The transition of a command that must be accepted. */
export function applied(state: Petition, command: PetitionCommand, when: Instant): Transition<Petition> {
  const decision = decided(state, command, when);
  if ('refused' in decision)
    throw new Error(`${command.kind} from ${state.stage} was refused: ${decision.refused.code}`);
  return decision.accepted;
}

/** The code of a command that must be refused. */
export function refusalOf(state: Petition, command: PetitionCommand, when: Instant): string {
  const decision = decided(state, command, when);
  if ('accepted' in decision) throw new Error(`${command.kind} from ${state.stage} was accepted`);
  return decision.refused.code;
}

export function elapsed(state: Petition, until: Instant): readonly Transition<Petition>[] {
  return valueOf(petitionMachine.elapse(state, until));
}

export function urged(state: Petition, now: Instant): readonly Transition<Petition>[] {
  return valueOf(petitionMachine.urge(state, now));
}

/** The state after time has passed, with nobody urged. */
export function stateAt(state: Petition, until: Instant): Petition {
  return elapsed(state, until).at(-1)?.state ?? state;
}

export function valueOf<Value>(counted: Counted<Value>): Value {
  if ('needsCalendarUntil' in counted) throw new Error(`The calendar must reach ${counted.needsCalendarUntil}`);
  return counted.value;
}

interface Step {
  readonly command: PetitionCommand;
  readonly at: Instant;
}

function step(kind: PetitionCommandKind, day: string): Step {
  return { command: aCommand(kind), at: at(day) };
}

const received = [step('register', '2026-03-02')];
const accepted = [...received, step('accept', '2026-03-03')];
const assigned = [...accepted, step('assign', '2026-03-04')];
const inProgress = [...assigned, step('acknowledge', '2026-03-05')];
const answered = [...inProgress, step('answer', '2026-03-20')];
const resolved = [...answered, step('approveAnswer', '2026-03-23'), step('recordResolution', '2026-03-24')];
const closed = [...resolved, step('recordNoticeSent', '2026-03-24'), step('close', '2026-03-25')];

/** How a petition comes to each stage, on which days. */
export const petitionSteps: Readonly<Record<PetitionStage, readonly Step[]>> = {
  submitted: [],
  received,
  accepted,
  assigned,
  inProgress,
  answered,
  resolved,
  settled: [...inProgress, step('settle', '2026-03-06')],
  declined: [...accepted, step('decline', '2026-03-06')],
  deferred: [...inProgress, step('defer', '2026-03-06')],
  referred: [...accepted, step('refer', '2026-03-06')],
  closed,
  redirected: [...received, step('redirect', '2026-03-03')],
  withdrawn: [...received, step('withdraw', '2026-03-03')],
  merged: [...received, step('merge', '2026-03-03')],
};
