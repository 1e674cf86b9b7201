import { CalendarExceeded } from '../errors/domain-error.js';
import { addDays, weekdayOf, yearOf, type LocalDate } from '../time/local-date.js';

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

/** Which days of the calendar somebody wants to count on, both included. */
export interface CalendarRange {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** So far at least; a year after it that is not published yet is left out. Without it every day is needed. */
  readonly neededUntil?: LocalDate;
}

/**
 * Whether state bodies work on this day.
 *
 * @throws CalendarExceeded when the day lies outside the slice.
 */
export function isWorkingDay(calendar: CalendarSlice, on: LocalDate): boolean {
  if (on < calendar.from || on > calendar.until) throw new CalendarExceeded(on);
  return weekdayOf(on) <= 5 ? !calendar.daysOff.includes(on) : calendar.workedRestDays.includes(on);
}

/**
 * The nth working day after a day (before it, when negative); the day itself is day 0 and need not be worked.
 * Zero gives the day itself.
 *
 * @throws CalendarExceeded when the count leaves the slice.
 */
export function addWorkingDays(calendar: CalendarSlice, anchor: LocalDate, workingDays: number): LocalDate {
  const step = Math.sign(workingDays);
  let on = anchor;
  for (let left = Math.abs(workingDays); left > 0;) {
    on = addDays(on, step);
    if (isWorkingDay(calendar, on)) left -= 1;
  }
  return on;
}

/** The day itself when it is worked, else the next one that is. @throws CalendarExceeded when the count leaves the slice. */
export function onOrAfterWorkingDay(calendar: CalendarSlice, on: LocalDate): LocalDate {
  return isWorkingDay(calendar, on) ? on : addWorkingDays(calendar, on, 1);
}

/** How many working days lie after `from` up to and including `to`; negative when `to` comes first. */
export function workingDaysBetween(calendar: CalendarSlice, from: LocalDate, to: LocalDate): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorkingDay(calendar, on)) count += 1;
  return count;
}

/** Whether a count between two days, in either direction, rests on a year that may still change. */
export function isProvisional(calendar: CalendarSlice, anchor: LocalDate, dueOn: LocalDate): boolean {
  const [from, to] = anchor <= dueOn ? [anchor, dueOn] : [dueOn, anchor];
  return calendar.unconfirmedYears.some((year) => yearOf(from) <= year && year <= yearOf(to));
}

/** The day itself when it is worked, else the last one before it that is. @throws CalendarExceeded */
export function onOrBeforeWorkingDay(calendar: CalendarSlice, on: LocalDate): LocalDate {
  return isWorkingDay(calendar, on) ? on : addWorkingDays(calendar, on, -1);
}
