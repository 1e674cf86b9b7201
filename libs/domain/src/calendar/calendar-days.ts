import { CalendarExceeded } from '../errors/domain-error.js';
import { dayNumbered, dayNumberOf, type LocalDate } from '../time/local-date.js';

/**
 * The part of a published calendar edition that a case holds, so that every count is pure and can be repeated.
 * Dates only; names and legal bases stay in the register under the edition.
 */
export interface CalendarSlice {
  readonly edition: number;
  /** First and last day covered, both included. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Weekdays that are not worked. */
  readonly daysOff: readonly LocalDate[];
  /** Saturdays and Sundays that are worked in exchange. */
  readonly workedRestDays: readonly LocalDate[];
  /** Years of the slice whose notices are not yet known to be complete: a count that touches one is provisional. */
  readonly unconfirmedYears: readonly number[];
}

/** What a day is in the calendar of state bodies. */
export type DayClass = 'workingDay' | 'workedRestDay' | 'weekend' | 'dayOff';

/**
 * What the day of this number is (D11.1c).
 *
 * @throws CalendarExceeded when it lies outside the slice.
 */
export function dayClassOf(calendar: CalendarSlice, day: number): DayClass {
  const { from, until, off, worked } = numbersOf(calendar);
  if (day < from || day > until) throw new CalendarExceeded(dayNumbered(day));
  if (weekdayNumbered(day) <= 5) return off.has(day) ? 'dayOff' : 'workingDay';
  return worked.has(day) ? 'workedRestDay' : 'weekend';
}

/** ISO 8601, of the day of a number: Monday is 1, Sunday is 7; day 0 was a Thursday. */
export function weekdayNumbered(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function isWorked(dayClass: DayClass): boolean {
  return dayClass === 'workingDay' || dayClass === 'workedRestDay';
}

/** A slice by the numbers of its days: a walk then makes no date of the days that it only passes. */
interface SliceNumbers {
  readonly from: number;
  readonly until: number;
  readonly off: ReadonlySet<number>;
  readonly worked: ReadonlySet<number>;
}

/** Kept beside the slice, which never changes, for as long as somebody holds it: same slice, same numbers. */
const known = new WeakMap<CalendarSlice, SliceNumbers>();

function numbersOf(calendar: CalendarSlice): SliceNumbers {
  const found = known.get(calendar);
  if (found !== undefined) return found;
  const { from, until, daysOff, workedRestDays } = calendar;
  const numbers = {
    from: dayNumberOf(from),
    until: dayNumberOf(until),
    off: new Set(daysOff.map(dayNumberOf)),
    worked: new Set(workedRestDays.map(dayNumberOf)),
  };
  known.set(calendar, numbers);
  return numbers;
}
