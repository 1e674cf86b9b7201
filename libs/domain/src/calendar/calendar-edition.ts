import { DomainError } from '../errors/domain-error.js';
import { yearOf, type LocalDate } from '../time/local-date.js';
import { saysTheSame, type CalendarDay } from './calendar-day.js';
import type { CalendarSlice } from './calendar-slice.js';

/** A year that an edition covers; unconfirmed while a notice may still change it. */
export interface CalendarYear {
  readonly year: number;
  readonly isConfirmed: boolean;
}

/** A whole state of the working calendar: draft, then published, and never changed after (ADR-0027). */
export interface CalendarEdition {
  readonly edition: number;
  /** In ascending order, as the days are. */
  readonly years: readonly CalendarYear[];
  readonly days: readonly CalendarDay[];
}

/** Days of one name that are proposals still, since the Government has not chosen. */
export interface OpenChoice {
  readonly name: string;
  readonly days: readonly LocalDate[];
}

/**
 * The part that a case holds of an edition, both ends included (D11.1c).
 *
 * @throws DomainError `calendar.year_missing` with the first year of the range that the edition does not cover.
 */
export function toSlice(
  { edition, years, days }: CalendarEdition,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): CalendarSlice {
  const covered = years.filter(({ year }) => yearOf(from) <= year && year <= yearOf(until));
  for (let year = yearOf(from); year <= yearOf(until); year += 1)
    if (!covered.some((known) => known.year === year)) throw new DomainError('calendar.year_missing', { year });
  const within = days.filter(({ on }) => from <= on && on <= until);
  return {
    edition,
    from,
    until,
    daysOff: within.filter(({ kind }) => kind === 'off').map(({ on }) => on),
    workedRestDays: within.filter(({ kind }) => kind === 'worked').map(({ on }) => on),
    unconfirmedYears: covered.filter(({ isConfirmed }) => !isConfirmed).map(({ year }) => year),
  };
}

/** What the Government has still to choose in a year, by the names of the days. */
export function openChoicesOf(days: readonly CalendarDay[], year: number): readonly OpenChoice[] {
  const open = days.filter(({ on, confidence }) => yearOf(on) === year && confidence === 'open');
  const names = [...new Set(open.map(({ name }) => name))];
  return names.map((name) => ({ name, days: open.filter((day) => day.name === name).map(({ on }) => on) }));
}

/** Whether two calendars cover the same years and say the same of every day. */
export function isSameCalendar(
  one: Pick<CalendarEdition, 'years' | 'days'>,
  other: Pick<CalendarEdition, 'years' | 'days'>,
): boolean {
  return (
    one.years.length === other.years.length &&
    one.days.length === other.days.length &&
    one.years.every(({ year, isConfirmed }, at) => {
      const counterpart = other.years[at];
      return counterpart?.year === year && counterpart.isConfirmed === isConfirmed;
    }) &&
    one.days.every((day, at) => {
      const counterpart = other.days[at];
      return counterpart !== undefined && saysTheSame(day, counterpart);
    })
  );
}
