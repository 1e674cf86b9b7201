import { dayNumberOf, yearOf, type LocalDate } from '../time/local-date.js';
import { dayClassOf, isWorked, type CalendarSlice } from './calendar-days.js';
import { countDays } from './day-walk.js';

export type { CalendarSlice } from './calendar-days.js';

/** Which days of the calendar somebody wants to count on, both included. */
export interface CalendarRange {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** So far at least; a year after it that is not published yet is left out. Without it every day is needed. */
  readonly neededUntil?: LocalDate;
  /** For letters alone: a day of a year that is not published yet counts by its weekday. No deadline may be counted so. */
  readonly isForMail?: true;
}

/**
 * Whether state bodies work on this day.
 *
 * @throws CalendarExceeded when the day lies outside the slice.
 */
export function isWorkingDay(calendar: CalendarSlice, on: LocalDate): boolean {
  return isWorked(dayClassOf(calendar, dayNumberOf(on)));
}

/**
 * The nth working day after a day (before it, when negative); the day itself is day 0 and need not be worked.
 * Zero gives the day itself.
 *
 * @throws CalendarExceeded when the count leaves the slice.
 */
export function addWorkingDays(calendar: CalendarSlice, anchor: LocalDate, workingDays: number): LocalDate {
  return countDays(calendar, anchor, { workingDays });
}

/** The day itself when it is worked, else the next one that is. @throws CalendarExceeded when the count leaves the slice. */
export function onOrAfterWorkingDay(calendar: CalendarSlice, on: LocalDate): LocalDate {
  return isWorkingDay(calendar, on) ? on : addWorkingDays(calendar, on, 1);
}

/** The day itself when it is worked, else the last one before it that is. @throws CalendarExceeded */
export function onOrBeforeWorkingDay(calendar: CalendarSlice, on: LocalDate): LocalDate {
  return countDays(calendar, on, { days: 0 });
}

/** How many working days lie after `from` up to and including `to`; negative when `to` comes first. */
export function workingDaysBetween(calendar: CalendarSlice, from: LocalDate, to: LocalDate): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  const last = dayNumberOf(to);
  let count = 0;
  for (let day = dayNumberOf(from) + 1; day <= last; day += 1) if (isWorked(dayClassOf(calendar, day))) count += 1;
  return count;
}

/** Whether a count between two days, in either direction, rests on a year that may still change. */
export function isProvisional(calendar: CalendarSlice, anchor: LocalDate, dueOn: LocalDate): boolean {
  return unconfirmedBetween(calendar, anchor, dueOn).length > 0;
}

/** The years that may still change, of a count between two days in either direction. */
export function unconfirmedBetween(
  { unconfirmedYears }: CalendarSlice,
  anchor: LocalDate,
  dueOn: LocalDate,
): readonly number[] {
  const [from, to] = anchor <= dueOn ? [anchor, dueOn] : [dueOn, anchor];
  return unconfirmedYears.filter((year) => yearOf(from) <= year && year <= yearOf(to));
}
