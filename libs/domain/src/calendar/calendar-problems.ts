import type { DomainErrorCode } from '../errors/domain-error.js';
import { weekdayOf, yearOf, type LocalDate } from '../time/local-date.js';
import type { CalendarDay, CalendarDayKind } from './calendar-day.js';
import type { CalendarYear } from './calendar-edition.js';

/** What is wrong with one day of a calendar. */
export interface CalendarProblem {
  readonly code: CalendarProblemCode;
  /** Its place among the days that were given, from 0. */
  readonly index: number;
  readonly on: LocalDate;
}

/** Each has its sentence among those of all refusals. */
export type CalendarProblemCode = Extract<DomainErrorCode, `calendar.day_${string}` | `calendar.swap_${string}`>;

/** Everything that is wrong with these days, in their order; a calendar with a problem is never published (D11.1c). */
export function problemsOf(days: readonly CalendarDay[], years: readonly CalendarYear[]): readonly CalendarProblem[] {
  const calendar = { days: byDate(days), years: new Set(years.map(({ year }) => year)) };
  return days.flatMap((day, index) =>
    checks.filter(({ isWrong }) => isWrong(day, calendar, index)).map(({ code }) => ({ code, index, on: day.on })),
  );
}

interface Placed {
  readonly day: CalendarDay;
  readonly index: number;
}

/** The first day that was given for each date, and what the calendar covers. */
interface Calendar {
  readonly days: ReadonlyMap<LocalDate, Placed>;
  readonly years: ReadonlySet<number>;
}

interface Check {
  readonly code: CalendarProblemCode;
  readonly isWrong: (day: CalendarDay, calendar: Calendar, index: number) => boolean;
}

const checks: readonly Check[] = [
  { code: 'calendar.day_off_on_rest_day', isWrong: ({ on, kind }) => kind === 'off' && isRestDay(on) },
  { code: 'calendar.day_worked_on_weekday', isWrong: ({ on, kind }) => kind === 'worked' && !isRestDay(on) },
  {
    code: 'calendar.day_no_weekend_holiday',
    isWrong: ({ on, kind, swapWith }) => kind === 'holiday_on_weekend' && (!isRestDay(on) || swapWith !== null),
  },
  { code: 'calendar.day_twice', isWrong: ({ on }, { days }, index) => days.get(on)?.index !== index },
  { code: 'calendar.day_in_uncovered_year', isWrong: ({ on }, { years }) => !years.has(yearOf(on)) },
  { code: 'calendar.day_without_name', isWrong: ({ name }) => name.trim() === '' },
  { code: 'calendar.day_without_basis', isWrong: ({ basis }) => basis.trim() === '' },
  { code: 'calendar.swap_half_missing', isWrong: isHalfOfNothing },
];

/**
 * A worked rest day is always half of a swap, and both halves are there. Only what was swapped with a day before the first
 * year covered stands alone: no count can reach that day (2 January 2015, for which 27 December 2014 was worked).
 */
function isHalfOfNothing({ on, kind, swapWith }: CalendarDay, { days, years }: Calendar): boolean {
  if (kind === 'holiday_on_weekend') return false;
  if (swapWith === null) return kind === 'worked';
  if (yearOf(swapWith) < Math.min(...years)) return false;
  const half = days.get(swapWith)?.day;
  return half?.swapWith !== on || half.kind !== otherHalf[kind];
}

const otherHalf = { off: 'worked', worked: 'off' } as const satisfies Record<
  Exclude<CalendarDayKind, 'holiday_on_weekend'>,
  CalendarDayKind
>;

function isRestDay(on: LocalDate): boolean {
  return weekdayOf(on) > 5;
}

function byDate(days: readonly CalendarDay[]): ReadonlyMap<LocalDate, Placed> {
  const first = new Map<LocalDate, Placed>();
  for (const [index, day] of days.entries()) if (!first.has(day.on)) first.set(day.on, { day, index });
  return first;
}
