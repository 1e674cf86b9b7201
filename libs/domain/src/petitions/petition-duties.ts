import { addWorkingDays } from '../calendar/calendar-slice.js';
import type { Transition } from '../cases/case-machine.js';
import { caseDuties, type DutyPractice } from '../cases/case-duties.js';
import type { NewDuty } from '../cases/duties.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { LocalDate } from '../time/local-date.js';
import type { RuleId } from '../regulation/rule-id.js';
import type { PetitionLetter } from './petition-letters.js';
import { defaultExtension, defaultPetitionTerms, followUpWorkingDays, petitionDuties } from './petition-terms.js';
import type { Assignment, Petition, PetitionDuty, PetitionDutyKind, PetitionTerms } from './petition.js';

/** What a petition adds to the practice that all cases share; what its missed duties mean stands in `petition-elapsing.ts`. */
export const dutyPractice: DutyPractice<Petition, PetitionDutyKind> = {
  definitions: petitionDuties,
  withDuties: (state, duties, dutiesSoFar) => ({ ...state, duties, dutiesSoFar }),
  agencyOf: ({ assignment }) => assignment?.agency ?? null,
};

/** What a petition owes, kept as every case keeps it. */
export const dutyKeeping = caseDuties<PetitionDutyKind, Petition>(dutyPractice);

/** Of this body, where one is named; else the first of its kind. */
export function dutyOf(state: Petition, kind: PetitionDutyKind, body?: OrganisationCode): PetitionDuty | null {
  return dutyKeeping.dutyOf(state, kind, body);
}

/** The open duty that is due first. */
export function nextDuty(state: Petition): PetitionDuty | null {
  return dutyKeeping.nextDuty(state);
}

/** The duties of these kinds are done. */
export function discharged(state: Petition, ...kinds: readonly PetitionDutyKind[]): Petition {
  return dutyKeeping.discharged(state, ...kinds);
}

/** Begins a duty; the days are the terms' own unless others, or a date, were promised. @throws CalendarExceeded */
export function owing(
  state: Petition,
  kind: PetitionDutyKind,
  from: { anchorOn: LocalDate; due?: NewDuty<PetitionDutyKind>['due']; rule?: RuleId; body?: OrganisationCode },
): Petition {
  const terms = completed(state.terms, kind);
  const due = from.due ?? { workingDays: terms.duties[kind].workingDays };
  return dutyKeeping.owing({ ...state, terms }, kind, { ...from, due });
}

/** Terms taken before there was this kind of duty know no days for it: those of today are added when it is first owed. */
function completed(terms: PetitionTerms, kind: PetitionDutyKind): PetitionTerms {
  if (kind in terms.duties) return terms;
  return { ...terms, duties: { ...terms.duties, [kind]: defaultPetitionTerms.duties[kind] } };
}

/** The days of a kind of duty by the terms of the case. */
export function daysOf({ terms }: Pick<Petition, 'terms'>, kind: PetitionDutyKind): number {
  return completed(terms, kind).duties[kind].workingDays;
}

/** D11.3: settled or resolved, and told: nothing is left but to close it; somebody owes that too, or it would be forgotten. */
export function owingClosure(state: Petition, on: LocalDate): Petition {
  const isOver = state.stage === 'resolved' || state.stage === 'settled' || state.stage === 'declined';
  const isToClose = isOver && state.toldOn !== null && dutyOf(state, 'close') === null;
  return isToClose ? owing(state, 'close', { anchorOn: on }) : state;
}

/** D11.1b: working days from the conference until the person is told, and the rest assigned. */
export function followUpDays({ terms }: Pick<Petition, 'terms'>): number {
  return terms.followUpWorkingDays ?? followUpWorkingDays;
}

/** D11.1c: how often, and by how many working days, an agency may be given more time in a round. */
export function extensionTerms({ terms }: Pick<Petition, 'terms'>): { readonly count: number; workingDays: number } {
  const { extensionCount = defaultExtension.count, extensionWorkingDays = defaultExtension.workingDays } = terms;
  return { count: extensionCount, workingDays: extensionWorkingDays };
}

/** What is owed of one round of giving the petition to an agency, beside the round itself being given. */
const roundDuties: readonly PetitionDutyKind[] = [
  'receipt',
  'answer',
  'decideExtension',
  'reportProgress',
  'contribute',
];

/** D11.1c: nothing is owed of the round any more, and nothing asked. */
export function withoutRound(state: Petition): Petition {
  return discharged(withoutRequest(state), ...roundDuties);
}

/** D11.1c: no extension is asked for any more. */
export function withoutRequest(state: Petition): Petition {
  const { assignment } = state;
  if (assignment?.extension == null) return state;
  return { ...discharged(state, 'decideExtension'), assignment: { ...assignment, extension: null } };
}

/** D11.1c: a breach stays when the round is over. */
export function withBreachKept(state: Petition): Petition {
  if (state.assignment?.breachedOn == null) return state;
  return { ...state, breachedRounds: (state.breachedRounds ?? 0) + 1 };
}

/**
 * D11.1c: the limit of the first answer, from its receipt; a matter that was put off in between has the more days, and the
 * host may have moved the limit to a later day.
 */
export function answerLimitOn(state: Petition, receivedOn: LocalDate): LocalDate {
  const countedOn = countedLimitOn(state, receivedOn);
  const extendedTo = state.assignment?.extendedTo ?? countedOn;
  return extendedTo > countedOn ? extendedTo : countedOn;
}

/** The same without what the host has granted. */
export function countedLimitOn(state: Petition, receivedOn: LocalDate): LocalDate {
  return addWorkingDays(state.calendar, receivedOn, answerWorkingDays(state));
}

/** The working days from the receipt to the limit of the first answer. */
export function answerWorkingDays({ terms, assignment }: Petition): number {
  return terms.duties.answer.workingDays + (assignment?.suspendedWorkingDays ?? 0);
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

/** What an agency hears when it is given no more time: the limit as it stands, and how it is counted. */
export function extensionRefused(
  { agency }: Assignment,
  { anchorOn, dueOn, isProvisional }: PetitionDuty,
  { isLapsed }: { readonly isLapsed: boolean },
): Extract<PetitionLetter, { kind: 'extensionRefused' }> {
  return { kind: 'extensionRefused', agency, anchorOn, dueOn, isProvisional, isLapsed };
}
