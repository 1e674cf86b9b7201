import { petitionFields, type PetitionField } from '../petitions/petition.js';

/** Counts of one organisation over one period (D14.1), each a number of conferences or petitions. */
export interface ReportFigures {
  readonly conferencesPeriodic: number;
  readonly conferencesAdHoc: number;
  /** Petitions received in the period, and of these: */
  readonly received: number;
  readonly redirected: number;
  readonly withdrawn: number;
  readonly settled: number;
  readonly assigned: number;
  readonly declined: number;
  readonly deferred: number;
  readonly referred: number;
  /** Of those assigned, by the first answer of the current round (D11.1c). */
  readonly answeredInTime: number;
  readonly answeredLate: number;
  /** The limit has passed and there is no answer. */
  readonly overdue: number;
  readonly resolved: number;
  /** Received, by field (D5). */
  readonly byField: Readonly<Record<PetitionField, number>>;
}

/** The names of the plain counts. */
export const figureNames = [
  'conferencesPeriodic',
  'conferencesAdHoc',
  'received',
  'redirected',
  'withdrawn',
  'settled',
  'assigned',
  'declined',
  'deferred',
  'referred',
  'answeredInTime',
  'answeredLate',
  'overdue',
  'resolved',
] as const satisfies readonly (keyof ReportFigures)[];

/** D14.1: what an organisation reports is its own work and that of the reports sent to it. */
export function sumFigures(figures: readonly ReportFigures[]): ReportFigures {
  const sum = (count: (each: ReportFigures) => number): number => figures.reduce((all, each) => all + count(each), 0);
  const plain = figureNames.map((name) => [name, sum((each) => each[name])] as const);
  const fields = petitionFields.map((field) => [field, sum((each) => each.byField[field])] as const);
  // eslint-disable-next-line house/no-assertion -- the names of the table are those of the type
  return { ...Object.fromEntries(plain), byField: Object.fromEntries(fields) } as ReportFigures;
}

/** Nothing held, nothing received: what a sum begins with. */
export const emptyFigures: ReportFigures = sumFigures([]);
