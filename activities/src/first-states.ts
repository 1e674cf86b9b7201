import { ApplicationFailure } from '@temporalio/common';

import {
  addDays,
  calendarForReport,
  dateAt,
  defaultConferenceTerms,
  defaultPetitionTerms,
  defaultReportTerms,
  drafted,
  planned,
  submitted,
  type AnyCaseState,
  type CalendarRange,
  type CalendarSlice,
  type CaseKind,
  type CaseReference,
  type ConferencePlan,
  type ConferenceTerms,
  type Instant,
  type LocalDate,
  type PetitionTerms,
  type ReportOpening,
  type ReportTerms,
  type StoredCase,
  type Submission,
} from '@dialogue/domain';

/** A petition as it came in, with the terms that its organisation has set for itself (D13.1). */
export interface SubmittedPetition extends Submission {
  readonly submittedAt: Instant;
  readonly terms: PetitionTerms | null;
}

/** A conference as it was planned (D8.1a). */
export interface PlannedConference extends ConferencePlan {
  readonly plannedAt: Instant;
  readonly terms: ConferenceTerms | null;
}

/** A report as its period (D14.1), or a request (D14.2), opened it. */
export interface OpenedReport extends ReportOpening {
  readonly openedAt: Instant;
  readonly terms: ReportTerms | null;
}

/** Where a case is found of which nothing has been recorded yet. */
export interface NewCases {
  readonly loadSubmission: (petitionId: string) => Promise<SubmittedPetition | null>;
  readonly loadConferencePlan: (conferenceId: string) => Promise<PlannedConference | null>;
  readonly loadReportOpening: (reportId: string) => Promise<OpenedReport | null>;
  readonly loadCalendar: (range: CalendarRange) => Promise<CalendarSlice>;
}

/**
 * The state of a case just begun, at the instant at which it was: with the terms of its organisation, or the
 * regulation's own (D13.1), and the calendar around it.
 *
 * @throws ApplicationFailure `case.unknown`, for good: the register knows no such case.
 */
export async function firstState(
  register: NewCases,
  { caseKind, caseId }: CaseReference,
): Promise<StoredCase<AnyCaseState>> {
  const begun = await firstStates[caseKind](register, caseId);
  if (begun === null) throw ApplicationFailure.nonRetryable('No such case in the register', 'case.unknown');
  const { state, lastAt } = begun;
  // D11.1c: every deadline of it will be counted on the edition that it begins with, or on a newer one that it hears of.
  const counted = { ...state, countedWith: state.calendar.edition };
  return { state: counted, lastAt, sequence: 0, decidedCommandIds: [], recent: [] };
}

type Begun = Pick<StoredCase<AnyCaseState>, 'state' | 'lastAt'>;

/**
 * Days of the calendar before a case and after it: back to documents signed earlier and to reminders, on to where its
 * first deadlines lie. A count that needs more loads more.
 */
const margins = {
  petition: { behind: 60, ahead: 180 },
  conference: { behind: 60, ahead: 60 },
} as const;

const firstStates: Readonly<Record<CaseKind, (register: NewCases, caseId: string) => Promise<Begun | null>>> = {
  petition: async (register, caseId) => {
    const found = await register.loadSubmission(caseId);
    if (found === null) return null;
    const range = calendarAround(found.receivedOn, found.receivedOn, margins.petition);
    const basis = { terms: found.terms ?? defaultPetitionTerms, calendar: await register.loadCalendar(range) };
    return { state: submitted(only(found, submissionFields), basis), lastAt: found.submittedAt };
  },
  conference: async (register, caseId) => {
    const found = await register.loadConferencePlan(caseId);
    if (found === null) return null;
    const plannedOn = dateAt(found.plannedAt);
    const [first, last] = found.on < plannedOn ? [found.on, plannedOn] : [plannedOn, found.on];
    const range = calendarAround(first, last, margins.conference);
    const basis = { terms: found.terms ?? defaultConferenceTerms, calendar: await register.loadCalendar(range) };
    return { state: drafted(only(found, planFields), basis), lastAt: found.plannedAt };
  },
  report: async (register, caseId) => {
    const found = await register.loadReportOpening(caseId);
    if (found === null) return null;
    const range = calendarForReport(found.period, dateAt(found.openedAt));
    const basis = { terms: found.terms ?? defaultReportTerms, calendar: await register.loadCalendar(range) };
    return { state: planned(only(found, openingFields), basis), lastAt: found.openedAt };
  },
};

/** A year that is not published yet keeps no case from beginning: it is asked for when a count comes to it. */
function calendarAround(
  first: LocalDate,
  last: LocalDate,
  { behind, ahead }: { readonly behind: number; readonly ahead: number },
): CalendarRange {
  return { from: addDays(first, -behind), until: addDays(last, ahead), neededUntil: last };
}

// D11.1d: only what decides. What else the register hands over, such as the words of a person, never enters a state.
const submissionFields = fieldsOf<Submission>({
  id: true,
  number: true,
  source: true,
  receivedOn: true,
  organisation: true,
  leadOffice: true,
  names: true,
  isWrittenAnswerRequired: true,
  isReachableByMail: true,
  classification: true,
});

const planFields = fieldsOf<ConferencePlan>({
  id: true,
  number: true,
  kind: true,
  host: true,
  field: true,
  organisation: true,
  leadOffice: true,
  names: true,
  on: true,
  startsAt: true,
  demand: true,
});

const openingFields = fieldsOf<ReportOpening>({
  id: true,
  organisation: true,
  leadOffice: true,
  names: true,
  period: true,
  hasSuperior: true,
});

/** Every field that decides, each named: one that is added later and left out here does not compile. */
function fieldsOf<Fields>(named: Readonly<Record<keyof Fields, true>>): readonly (keyof Fields)[] {
  // eslint-disable-next-line house/no-assertion -- the keys are those of the table
  return Object.keys(named) as (keyof Fields)[];
}

/** These fields of a row, and no other. */
function only<Row, Field extends keyof Row>(row: Row, fields: readonly Field[]): Pick<Row, Field> {
  // eslint-disable-next-line house/no-assertion -- the fields are those of the row
  return Object.fromEntries(
    fields.filter((field) => row[field] !== undefined).map((field) => [field, row[field]]),
  ) as Pick<Row, Field>;
}
