import { dayNumbered, dayNumberOf, type LocalDate } from '../time/local-date.js';
import { dayClassOf, isWorked, weekdayNumbered, type CalendarSlice, type DayClass } from './calendar-days.js';

/**
 * How days are counted from an anchor, which is day 0; negative before it.
 *
 * - Working days: the nth worked day (D8.1g, D11.1b, D11.1c); zero is the anchor itself.
 * - Days: every day of the week counts, and one that ends on a day of rest rolls back to the working day before it: "5
 *   days before" (D8.1e), "before 20/6", which is one day before that day (D14.1).
 * - Calendar days: every day of the week counts, and the last one is the day, whatever it is (D8.1f).
 * - To a day that was given or promised: the working days on the way there count, and the day is the day, whatever it is.
 */
export type DayCount =
  | { readonly workingDays: number }
  | { readonly days: number }
  | { readonly calendarDays: number }
  | { readonly to: LocalDate };

/** Why a day counts or not. The anchor is day 0, whatever day it is. */
export type DayReason = DayClass | 'anchor';

/** One day of a walk. */
export interface WalkedDay {
  readonly on: LocalDate;
  /** ISO 8601: Monday is 1, Sunday is 7. */
  readonly weekday: number;
  readonly reason: DayReason;
  /** Which day of the count it is, from 1; null where it does not count. */
  readonly counted: number | null;
}

/** From where, how far, and how far back at most. */
export interface Walk {
  readonly anchorOn: LocalDate;
  readonly count: DayCount;
  /** Going back, no day before this one is looked at: the calendar at hand need not reach there. */
  readonly notBefore?: LocalDate;
}

/**
 * Walks from the anchor to the day that a count ends on, and shows each day that it passes to whoever wants to see it: so
 * a deadline and its working are one and the same (ADR-0029). Null when a count backwards would end before `notBefore`.
 *
 * @throws CalendarExceeded when the count leaves the slice.
 */
export function walk(
  calendar: CalendarSlice,
  { anchorOn, count, notBefore }: Walk,
  see?: (day: WalkedDay) => void,
): LocalDate | null {
  const anchor = dayNumberOf(anchorOn);
  const { passed, step, worked, end, counts } = strideOf(count, anchor);
  const earliest = notBefore === undefined ? Number.NEGATIVE_INFINITY : dayNumberOf(notBefore);
  if (see !== undefined) showPassed(calendar, { anchor, passed }, see);
  let day = anchor + passed;
  for (let found = 0; found < worked && day !== end;) {
    day += step;
    if (step < 0 && day < earliest) return null;
    const reason = dayClassOf(calendar, day);
    if (isWorked(reason)) found += 1;
    // Of a count that rolls back from its anchor, the anchor has been shown.
    if (day !== anchor) see?.(shown(day, reason, counts(day - anchor, reason, found)));
  }
  return dayNumbered(day);
}

/** The day that a count ends on. @throws CalendarExceeded when the count leaves the slice. */
export function countDays(calendar: CalendarSlice, anchorOn: LocalDate, count: DayCount): LocalDate {
  return walk(calendar, { anchorOn, count }) ?? anchorOn;
}

/** How a count walks: days that it passes unlooked at, then steps until so many worked days are found. */
interface Stride {
  readonly passed: number;
  readonly step: number;
  readonly worked: number;
  /** The day on which it ends, however many were found. */
  readonly end: number | null;
  /** Which day of the count a day is, by its distance from the anchor, its class, and how many worked ones were found. */
  readonly counts: (distance: number, reason: DayClass, found: number) => number | null;
}

function strideOf(count: DayCount, anchor: number): Stride {
  if ('workingDays' in count) {
    const { workingDays } = count;
    return { passed: 0, step: Math.sign(workingDays), worked: Math.abs(workingDays), end: null, counts: countsWorked };
  }
  if ('to' in count) {
    const end = dayNumberOf(count.to);
    return { passed: 0, step: Math.sign(end - anchor), worked: Number.POSITIVE_INFINITY, end, counts: countsWorked };
  }
  if ('calendarDays' in count)
    return { passed: count.calendarDays, step: 0, worked: 0, end: null, counts: countsWorked };
  // D8.1e, D14.1: the last of the days is looked at first; on a day of rest, the ones before it.
  const counts = (distance: number): number | null => (distance === count.days ? Math.abs(distance) : null);
  return { passed: count.days + 1, step: -1, worked: 1, end: null, counts };
}

function countsWorked(_distance: number, reason: DayClass, found: number): number | null {
  return isWorked(reason) ? found : null;
}

/** Day 0, and the days of which each counts, whatever day it is. */
function showPassed(
  calendar: CalendarSlice,
  { anchor, passed }: { readonly anchor: number; readonly passed: number },
  see: (day: WalkedDay) => void,
): void {
  see(shown(anchor, 'anchor', null));
  for (let counted = 1; counted <= Math.abs(passed); counted += 1) {
    const day = anchor + Math.sign(passed) * counted;
    see(shown(day, dayClassOf(calendar, day), counted));
  }
}

function shown(day: number, reason: DayReason, counted: number | null): WalkedDay {
  return { on: dayNumbered(day), weekday: weekdayNumbered(day), reason, counted };
}
