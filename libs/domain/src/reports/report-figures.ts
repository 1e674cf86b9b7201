import { rootFields, type FieldCode, type RootField } from '../fields/field.js';

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
  /** Received, by field of article 5, with all that stands under it (D5). */
  readonly byField: Readonly<Record<RootField, number>>;
  /** Of these, by the fields under them that have any; absent: none has, as in all that was taken before there were such. */
  readonly bySubField?: Readonly<Record<FieldCode, number>>;
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
  return reckoned(figures, (count) => figures.reduce((all, each) => all + count(each), 0));
}

/** What the level below has contributed to a total (D14.1). */
export function figuresWithout(total: ReportFigures, own: ReportFigures): ReportFigures {
  return reckoned([total, own], (count) => count(total) - count(own));
}

/** Nothing held, nothing received: what a sum begins with. */
export const emptyFigures: ReportFigures = sumFigures([]);

/** Figures whose every count is reckoned in one way from the same count of others. */
function reckoned(
  figures: readonly ReportFigures[],
  reckon: (count: (each: ReportFigures) => number) => number,
): ReportFigures {
  const plain = figureNames.map((name) => [name, reckon((each) => each[name])] as const);
  const fields = rootFields.map((field) => [field, reckon((each) => each.byField[field])] as const);
  const subFields = new Set(figures.flatMap(({ bySubField = {} }) => Object.keys(bySubField)));
  const below = [...subFields]
    .map((field) => [field, reckon(({ bySubField }) => bySubField?.[field] ?? 0)] as const)
    .filter(([, count]) => count !== 0);
  const reckonedFields = {
    byField: Object.fromEntries(fields),
    ...(below.length === 0 ? {} : { bySubField: Object.fromEntries(below) }),
  };
  // eslint-disable-next-line house/no-assertion -- the names of the table are those of the type
  return { ...Object.fromEntries(plain), ...reckonedFields } as ReportFigures;
}
