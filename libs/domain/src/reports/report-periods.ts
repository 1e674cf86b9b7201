import { addWorkingDays, type CalendarRange, type CalendarSlice } from '../calendar/calendar-slice.js';
import { countDays, type DayCount } from '../calendar/day-walk.js';
import { counted, type Counted } from '../cases/case-machine.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import { addDays, localDate, yearOf, type LocalDate } from '../time/local-date.js';
import type { ReportKind, ReportPeriod } from './report.js';

/** D14.1: the kinds of report that come round every year. */
export type PeriodicReportKind = Exclude<ReportKind, 'extraordinary'>;
export const periodicReportKinds = ['halfYear', 'year'] as const satisfies readonly PeriodicReportKind[];

/** A kind of period by its days of a year, `MM-DD`; `from` lies in the year before. */
interface PeriodDays {
  readonly code: string;
  readonly from: string;
  readonly cutOn: string;
  /** The day of the regulation: the report goes out before it. */
  readonly before: string;
}

/** D14.1: "before 20/6" and "before 10/12"; from when and up to when figures are taken is a habit of the office. */
const periods: Readonly<Record<PeriodicReportKind, PeriodDays>> = {
  halfYear: { code: 'H1', from: '12-01', cutOn: '05-31', before: '06-20' },
  year: { code: 'Y', from: '12-01', cutOn: '11-30', before: '12-10' },
};

/** D14.1: "before" a day is one day before it, and on a day of rest the working day before that. */
export const oneDayBefore: DayCount = { days: -1 };

/** D14.1: 20 June or 10 December of a year, before which the report of the period goes out. */
export function dayBeforeWhich(kind: PeriodicReportKind, year: number): LocalDate {
  return dayOf(year, periods[kind].before);
}

/** So many working days before its limit a report opens: a habit of the office. */
export const reportOpeningWorkingDays = 20;

/** Calendar days that hold every count backwards from a limit, a long Tet among them. */
const behindDays = 60;
/** Calendar days behind a limit in which its first escalations fall. */
const aheadDays = 30;

/** D14.1: the last lawful day is the one before the day of the regulation, or the working day before that. @throws CalendarExceeded */
export function periodOf(kind: PeriodicReportKind, year: number, calendar: CalendarSlice): ReportPeriod {
  const { code, from, cutOn } = periods[kind];
  return {
    kind,
    code: `${String(year)}-${code}`,
    from: dayOf(year - 1, from),
    cutOn: dayOf(year, cutOn),
    dueOn: countDays(calendar, dayBeforeWhich(kind, year), oneDayBefore),
  };
}

/** D14.2: whatever days whoever asks for it has named. */
export function extraordinaryPeriod(days: Pick<ReportPeriod, 'from' | 'cutOn' | 'dueOn'>): ReportPeriod {
  const { from, cutOn, dueOn } = days;
  return { kind: 'extraordinary', code: `${compact(from)}-${compact(cutOn)}`, from, cutOn, dueOn };
}

/** The day on which the report of a period opens. @throws CalendarExceeded */
export function reportOpensOn(calendar: CalendarSlice, { dueOn }: Pick<ReportPeriod, 'dueOn'>): LocalDate {
  return addWorkingDays(calendar, dueOn, -reportOpeningWorkingDays);
}

/** A period to come, or under way, with the day on which its reports open; that day may have passed. */
export interface NextPeriod {
  readonly period: ReportPeriod;
  readonly opensOn: LocalDate;
}

/** D14.1: the first period of its kind whose limit has not passed on a day. Ask with {@link calendarForPeriod}. */
export function nextPeriod(calendar: CalendarSlice, kind: PeriodicReportKind, on: LocalDate): Counted<NextPeriod> {
  return counted(() => {
    const year = limitingYear(kind, on);
    const soonest = periodOf(kind, year, calendar);
    // On a rest day just before the day of the regulation the last working day, and so the limit, has passed.
    const period = soonest.dueOn < on ? periodOf(kind, year + 1, calendar) : soonest;
    return { period, opensOn: reportOpensOn(calendar, period) };
  });
}

/** The calendar that {@link nextPeriod} counts on; in rare cases it asks for the year after as well. */
export function calendarForPeriod(kind: PeriodicReportKind, on: LocalDate): CalendarRange {
  const limit = limitOf(kind, limitingYear(kind, on));
  return { from: addDays(limit, -behindDays), until: limit };
}

/** The calendar that a report begins with: its counts go backwards from the limit, and forwards until it is sent. */
export function calendarForReport({ dueOn }: Pick<ReportPeriod, 'dueOn'>, openedOn: LocalDate): CalendarRange {
  const [first, last] = dueOn < openedOn ? [dueOn, openedOn] : [openedOn, dueOn];
  return { from: addDays(first, -behindDays), until: addDays(last, aheadDays), neededUntil: last };
}

/** The id of the case: one report of an organisation for each period. */
export function reportId(organisation: OrganisationCode, code: ReportPeriod['code']): string {
  return `${organisation}/${code}`;
}

function limitingYear(kind: PeriodicReportKind, on: LocalDate): number {
  const year = yearOf(on);
  return limitOf(kind, year) < on ? year + 1 : year;
}

function limitOf(kind: PeriodicReportKind, year: number): LocalDate {
  return addDays(dayBeforeWhich(kind, year), -1);
}

function dayOf(year: number, monthAndDay: string): LocalDate {
  return localDate(`${String(year)}-${monthAndDay}`);
}

function compact(on: LocalDate): string {
  return on.replaceAll('-', '');
}
