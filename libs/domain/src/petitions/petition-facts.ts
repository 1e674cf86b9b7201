import { workingDaysBetween } from '../calendar/calendar-slice.js';
import type { Transition } from '../cases/case-machine.js';
import { beginDuty, type NewDuty } from '../cases/duties.js';
import type { Instant } from '../time/instant.js';
import { dateAt, type LocalDate } from '../time/local-date.js';
import type { DutyFacts } from './petition-letters.js';
import { petitionDuties } from './petition-terms.js';
import type { Assignment, Petition, PetitionDuty, PetitionDutyKind, PetitionFlag, PetitionTerms } from './petition.js';

/** What a petition is at the door, before its workflow has taken it. */
export type Submission = Pick<
  Petition,
  | 'id'
  | 'number'
  | 'source'
  | 'receivedOn'
  | 'organisation'
  | 'leadOffice'
  | 'names'
  | 'isWrittenAnswerRequired'
  | 'isReachableByMail'
>;

/** The first state of a case. */
export function submitted(
  submission: Submission,
  basis: { terms: PetitionTerms; calendar: Petition['calendar'] },
): Petition {
  return {
    ...submission,
    ...basis,
    stage: 'submitted',
    assignment: null,
    rounds: 0,
    answer: null,
    answers: 0,
    duties: [],
    dutiesSoFar: 0,
    reopenings: 0,
    noticesSent: 0,
    toldOn: null,
    endedAt: null,
    lettersInTrouble: [],
    troublesTold: 0,
  };
}

export function isEnded({ stage }: Petition): boolean {
  return stage === 'closed' || stage === 'redirected' || stage === 'withdrawn';
}

/** What a supervisor should notice at a glance. */
export function flagsOf(state: Petition): readonly PetitionFlag[] {
  const { assignment, duties } = state;
  const flags: Readonly<Record<PetitionFlag, boolean>> = {
    overdue: duties.some((duty) => duty.missedAt !== null),
    breached: assignment?.breachedOn != null,
    deemedReceipt: assignment?.isReceiptDeemed === true,
    provisional: duties.some((duty) => duty.isProvisional),
    mailTrouble: state.lettersInTrouble.length > 0,
  };
  const isRaised = (flag: PetitionFlag): boolean => flags[flag];
  return (['overdue', 'breached', 'deemedReceipt', 'provisional', 'mailTrouble'] as const).filter(isRaised);
}

/** The open duty that is due first. */
export function nextDuty({ duties }: Petition): PetitionDuty | null {
  return duties.reduce<PetitionDuty | null>(
    (first, duty) => (first !== null && first.dueOn <= duty.dueOn ? first : duty),
    null,
  );
}

export function dutyOf(state: Petition, kind: PetitionDutyKind): PetitionDuty | null {
  return state.duties.find((duty) => duty.kind === kind) ?? null;
}

/** Begins a duty; the days are the terms' own unless a date was promised. @throws CalendarExceeded */
export function owing(
  state: Petition,
  kind: PetitionDutyKind,
  from: { anchorOn: LocalDate; due?: NewDuty<PetitionDutyKind>['due'] },
): Petition {
  const { rule } = petitionDuties[kind];
  const due = from.due ?? { workingDays: state.terms.duties[kind].workingDays };
  const number = state.dutiesSoFar + 1;
  const duty = beginDuty(state.calendar, { kind, number, rule, anchorOn: from.anchorOn, due });
  return { ...state, duties: [...state.duties, duty], dutiesSoFar: number };
}

export function discharged(state: Petition, ...kinds: readonly PetitionDutyKind[]): Petition {
  return { ...state, duties: state.duties.filter((duty) => !kinds.includes(duty.kind)) };
}

/** D11.3: resolved and told, nothing is left but to close it; somebody owes that too, or the case would be forgotten. */
export function owingClosure(state: Petition, on: LocalDate): Petition {
  const isToClose = state.stage === 'resolved' && state.toldOn !== null && dutyOf(state, 'close') === null;
  return isToClose ? owing(state, 'close', { anchorOn: on }) : state;
}

export function withDuty(state: Petition, changed: PetitionDuty): Petition {
  return { ...state, duties: state.duties.map((duty) => (duty.number === changed.number ? changed : duty)) };
}

/** D11.1c: nobody acknowledged in the days for it; the receipt counts as given on the last of them. */
export function deemReceipt(state: Petition, duty: PetitionDuty, at: Instant): Transition<Petition> {
  const { assignment } = state;
  const receivedOn = duty.dueOn;
  const taken: Petition = {
    ...discharged(state, 'receipt'),
    stage: 'inProgress',
    assignment: assignment === null ? null : { ...assignment, receivedOn, isReceiptDeemed: true },
  };
  const after = owing(taken, 'answer', { anchorOn: receivedOn });
  return {
    event: 'receiptDeemed',
    at,
    rule: 'D11.1c',
    facts: { receivedOn, dueOn: dutyOf(after, 'answer')?.dueOn ?? null },
    state: after,
    notices: receiptNotices(after),
  };
}

/** Tells agency and lead office from when the days count and when they end. */
export function receiptNotices(state: Petition): Transition<Petition>['notices'] {
  const { assignment } = state;
  const duty = dutyOf(state, 'answer');
  if (assignment?.receivedOn == null || duty === null) return [];
  const { round, agency, receivedOn, isReceiptDeemed } = assignment;
  return [
    {
      key: `receiptRecorded/${String(round)}/${receivedOn}/${isReceiptDeemed ? 'deemed' : 'recorded'}`,
      letter: {
        kind: 'receiptRecorded',
        agency,
        receivedOn,
        isDeemed: isReceiptDeemed,
        dueOn: duty.dueOn,
        isProvisional: duty.isProvisional,
      },
      recipients: isReceiptDeemed ? ['handler', 'agencyHead', 'leadOffice'] : ['handler', 'leadOffice'],
    },
  ];
}

/** @throws CalendarExceeded */
export function dutyFacts(state: Petition, duty: PetitionDuty, now: Instant): DutyFacts {
  const { kind, rule, anchorOn, dueOn, isProvisional } = duty;
  const workingDaysLeft = workingDaysBetween(state.calendar, dateAt(now), dueOn);
  return { duty: kind, rule, anchorOn, dueOn, workingDaysLeft, isProvisional, agency: agencyOf(state.assignment) };
}

function agencyOf(assignment: Assignment | null): Assignment['agency'] | null {
  return assignment?.agency ?? null;
}
