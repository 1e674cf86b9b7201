import { DomainError } from '../errors/domain-error.js';
import { yearOf, type LocalDate } from '../time/local-date.js';
import { saysTheSame, type CalendarConfidence, type CalendarDay } from './calendar-day.js';
import { openChoicesOf, type CalendarEdition, type CalendarYear } from './calendar-edition.js';
import { lieuName, swapName } from './calendar-names.vi.js';
import { problemsOf } from './calendar-problems.js';

/** What a person says of a day that they add. */
export interface DayEntry {
  readonly on: LocalDate;
  readonly basis: string;
  readonly source: string;
}

/**
 * With a holiday, or another day off.
 *
 * @throws DomainError `calendar.date_taken`, or what is wrong with the day.
 */
export function withDayOff(edition: CalendarEdition, entry: DayEntry & { readonly name: string }): CalendarEdition {
  return withDays(edition, [dayOf(entry, { kind: 'off', name: entry.name })]);
}

/**
 * With a day off in lieu of a holiday that falls on a rest day; the holiday itself is added where only the entry names it.
 *
 * @throws DomainError `calendar.holiday_unknown`, `calendar.date_taken`, or what is wrong with the day.
 */
export function withDayInLieu(
  edition: CalendarEdition,
  entry: DayEntry & { readonly insteadOf: LocalDate; readonly holiday: string | null },
): CalendarEdition {
  const { insteadOf } = entry;
  const known = edition.days.find(({ on, kind }) => on === insteadOf && kind === 'holiday_on_weekend');
  const holiday = entry.holiday ?? known?.name;
  if (holiday === undefined) throw new DomainError('calendar.holiday_unknown', { on: insteadOf });
  const lieu = dayOf(entry, { kind: 'off', name: lieuName(holiday) });
  const added =
    known?.name === holiday
      ? [lieu]
      : [dayOf({ ...entry, on: insteadOf }, { kind: 'holiday_on_weekend', name: holiday }), lieu];
  return withDays(edition, added);
}

/**
 * With a weekday off and the rest day that is worked for it: both, or none.
 *
 * @throws DomainError `calendar.date_taken`, or what is wrong with one of the days.
 */
export function withSwap(
  edition: CalendarEdition,
  { off, worked, ...entry }: Omit<DayEntry, 'on'> & { readonly off: LocalDate; readonly worked: LocalDate },
): CalendarEdition {
  return withDays(edition, [
    { ...dayOf({ ...entry, on: off }, { kind: 'off', name: swapName('off', off, worked) }), swapWith: worked },
    { ...dayOf({ ...entry, on: worked }, { kind: 'worked', name: swapName('worked', worked, off) }), swapWith: off },
  ]);
}

/** Without a day, and without the other half where it is part of a swap. @throws DomainError `calendar.date_unknown` */
export function withoutDay(edition: CalendarEdition, date: LocalDate): CalendarEdition {
  const gone = edition.days.find(({ on }) => on === date);
  if (gone === undefined) throw new DomainError('calendar.date_unknown', { on: date });
  return { ...edition, days: edition.days.filter(({ on }) => on !== date && on !== gone.swapWith) };
}

/**
 * A year of which all notices are known, or not any more.
 *
 * @throws DomainError `calendar.year_unknown`; `calendar.choices_open` while days of it are mere proposals.
 */
export function withYearConfirmed(edition: CalendarEdition, { year, isConfirmed }: CalendarYear): CalendarEdition {
  if (!edition.years.some((known) => known.year === year)) throw new DomainError('calendar.year_unknown', { year });
  if (isConfirmed && openChoicesOf(edition.days, year).length > 0)
    throw new DomainError('calendar.choices_open', { year });
  return { ...edition, years: edition.years.map((known) => (known.year === year ? { year, isConfirmed } : known)) };
}

/**
 * With these days instead of all that the years which they touch had. A year that is new is not confirmed; what is wrong is for
 * {@link problemsOf} to say.
 */
export function withYearsReplaced(edition: CalendarEdition, given: readonly CalendarDay[]): CalendarEdition {
  const touched = new Set(given.map(({ on }) => yearOf(on)));
  const kept = edition.days.filter(({ on }) => !touched.has(yearOf(on)));
  return { ...edition, years: withYears(edition.years, [...touched]), days: inOrder([...kept, ...given]) };
}

/** The years, and those that are new, unconfirmed. */
export function withYears(years: readonly CalendarYear[], more: readonly number[]): readonly CalendarYear[] {
  const added = more.filter((year) => !years.some((known) => known.year === year));
  return [...years, ...added.map((year) => ({ year, isConfirmed: false }))].toSorted(
    (one, other) => one.year - other.year,
  );
}

/** In the order of the calendar; days of one date stay in the order in which they were given. */
export function inOrder(days: readonly CalendarDay[]): readonly CalendarDay[] {
  return days.toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}

/** Giving the same day again changes nothing; a proposal gives way to what was decided. */
function withDays(edition: CalendarEdition, added: readonly CalendarDay[]): CalendarEdition {
  for (const day of added) {
    const standing = edition.days.find(({ on }) => on === day.on);
    if (standing !== undefined && standing.confidence !== 'open' && !saysTheSame(standing, day))
      throw new DomainError('calendar.date_taken', { on: day.on });
  }
  const dates = new Set(added.map(({ on }) => on));
  const days = inOrder([...edition.days.filter(({ on }) => !dates.has(on)), ...added]);
  const problem = problemsOf(days, edition.years).find(({ on }) => dates.has(on));
  if (problem !== undefined) throw new DomainError(problem.code, { on: problem.on });
  return { ...edition, days };
}

function dayOf({ on, basis, source }: DayEntry, { kind, name }: Pick<CalendarDay, 'kind' | 'name'>): CalendarDay {
  return { on, kind, name, basis, binds: 'stateBodies', swapWith: null, source, confidence: asDecided };
}

/** Whoever enters a day has the decision in hand. */
const asDecided: CalendarConfidence = 'confirmed';
