import { ApplicationFailure } from '@temporalio/common';

import type { CaseLedger } from '@dialogue/contracts';
import {
  addDays,
  defaultPetitionTerms,
  submitted,
  type CalendarSlice,
  type CaseReference,
  type Instant,
  type LedgerEntry,
  type LedgerReceipt,
  type LocalDate,
  type Petition,
  type PetitionTerms,
  type RefusalEntry,
  type StoredCase,
  type Submission,
} from '@dialogue/domain';

import { alarmed } from './alarm.js';

/** What the ledger's activities need of the register. */
export interface LedgerPort {
  recordTransition(entry: LedgerEntry<Petition>): Promise<LedgerReceipt>;
  recordRefusal(entry: RefusalEntry): Promise<LedgerReceipt>;
  loadCase(reference: CaseReference): Promise<StoredCase<Petition> | null>;
  loadSubmission(petitionId: string): Promise<SubmittedPetition | null>;
  loadCalendar(range: { readonly from: LocalDate; readonly until: LocalDate }): Promise<CalendarSlice>;
}

/** A petition as it came in, with the terms that its organisation has set for itself (D13.1). */
export interface SubmittedPetition extends Submission {
  readonly submittedAt: Instant;
  readonly terms: PetitionTerms | null;
}

/** The calendar around a new case: back to documents signed before it, on to where its first deadlines lie. */
const calendarBehindDays = 60;
const calendarAheadDays = 180;

/** The awaited effects of a case, on the queue `ledger`; every one may run twice. */
export function createLedgerActivities(register: LedgerPort): CaseLedger<Petition> {
  return {
    recordTransition: (entry) => alarmed(() => register.recordTransition(entry)),
    recordRefusal: (entry) => alarmed(() => register.recordRefusal(entry)),
    loadCase: (reference) =>
      alarmed(async () => (await register.loadCase(reference)) ?? firstState(register, reference)),
    loadCalendar: (range) => alarmed(() => register.loadCalendar(range)),
  };
}

async function firstState(register: LedgerPort, { caseId }: CaseReference): Promise<StoredCase<Petition>> {
  const submission = await register.loadSubmission(caseId);
  if (submission === null) throw ApplicationFailure.nonRetryable('No such case in the register', 'case.unknown');
  const { submittedAt, terms, receivedOn } = submission;
  const from = addDays(receivedOn, -calendarBehindDays);
  const calendar = await register.loadCalendar({ from, until: addDays(receivedOn, calendarAheadDays) });
  const state = submitted(submissionOf(submission), { terms: terms ?? defaultPetitionTerms, calendar });
  return { state, sequence: 0, lastAt: submittedAt, decidedCommandIds: [], recent: [] };
}

/** Only what decides: the words of the person must not enter the state. */
function submissionOf(submission: SubmittedPetition): Submission {
  const {
    id,
    number,
    source,
    receivedOn,
    organisation,
    leadOffice,
    names,
    isWrittenAnswerRequired,
    isReachableByMail,
  } = submission;
  return {
    id,
    number,
    source,
    receivedOn,
    organisation,
    leadOffice,
    names,
    isWrittenAnswerRequired,
    isReachableByMail,
  };
}
