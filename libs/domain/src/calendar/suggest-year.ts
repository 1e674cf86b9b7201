import { DomainError } from '../errors/domain-error.js';
import { addDays, localDate, weekdayOf, yearOf, type LocalDate } from '../time/local-date.js';
import type { CalendarConfidence, CalendarDay } from './calendar-day.js';
import type { CalendarEdition } from './calendar-edition.js';
import { computedSource, holidayBases, holidayNames, lieuName } from './calendar-names.vi.js';
import { inOrder, withYears } from './edit-calendar.js';
import { lunarDay, lunarNewYear } from './lunar-calendar.js';

/** The first year of the Labour Code of 2019, whose holidays are suggested. */
export const firstYearToSuggest = 2021;

/**
 * The statutory days of a year, as far as they can be known before its notices: what the Government chooses is proposed, and marked
 * `open`; swaps are never guessed. Not what a notice says, and no year is confirmed by it.
 */
export function suggestYear(year: number): readonly CalendarDay[] {
  return addedTo([], year);
}

/**
 * With the suggested days of a year, wherever nothing stands yet: no day that is there changes, and no holiday comes twice.
 *
 * @throws DomainError `calendar.year_confirmed` when nothing is left to suggest.
 */
export function withYearSuggested(edition: CalendarEdition, year: number): CalendarEdition {
  if (edition.years.some((known) => known.year === year && known.isConfirmed))
    throw new DomainError('calendar.year_confirmed', { year });
  const added = addedTo(edition.days, year);
  return { ...edition, years: withYears(edition.years, [year]), days: inOrder([...edition.days, ...added]) };
}

interface Holiday {
  readonly on: LocalDate;
  readonly name: string;
  readonly basis: string;
  readonly confidence: CalendarConfidence;
}

function addedTo(standing: readonly CalendarDay[], year: number): readonly CalendarDay[] {
  const ofYear = standing.filter(({ on }) => yearOf(on) === year);
  const names = new Set(ofYear.map(({ name }) => name));
  const taken = new Set(ofYear.map(({ on }) => on));
  const holidays = inDateOrder(holidaysOf(year)).filter(({ on, name }) => !names.has(name) && !taken.has(on));
  const suggested = holidays.map((holiday) => toDay(holiday, isRestDay(holiday.on) ? 'holiday_on_weekend' : 'off'));
  const weekendHolidays = inDateOrder([...ofYear, ...suggested].filter(({ kind }) => kind === 'holiday_on_weekend'));
  const free = [...taken, ...suggested.map(({ on }) => on)];
  const inLieu = daysInLieu(
    weekendHolidays.filter(({ name }) => !names.has(lieuName(name))),
    new Set(free),
  );
  return inOrder([...suggested, ...inLieu.map((day) => toDay(day, 'off'))]);
}

/** The next working day after each, in their order: two rest days in a row move to two working days. */
function daysInLieu(holidays: readonly CalendarDay[], free: ReadonlySet<LocalDate>): readonly Holiday[] {
  const taken = new Set(free);
  return holidays.map((holiday) => {
    let on = addDays(holiday.on, 1);
    while (isRestDay(on) || taken.has(on)) on = addDays(on, 1);
    taken.add(on);
    const confidence = holiday.confidence === 'open' ? 'open' : 'derived';
    return { on, name: lieuName(holiday.name), basis: holidayBases.inLieu, confidence };
  });
}

/** The table of the law; one row per holiday, the days that it gives in a year. */
function holidaysOf(year: number): readonly Holiday[] {
  const on = (monthAndDay: string): LocalDate => localDate(`${String(year)}-${monthAndDay}`);
  const { labourCode } = holidayBases;
  const tet = lunarNewYear(year);
  const rows: readonly (Omit<Holiday, 'on'> & { readonly days: readonly LocalDate[] })[] = [
    { days: [on('01-01')], name: holidayNames.newYear, basis: labourCode, confidence: 'confirmed' },
    // Five days, of which the Government chooses one or two before Tet.
    { days: run(addDays(tet, -1), 5), name: holidayNames.tet, basis: labourCode, confidence: 'open' },
    { days: [lunarDay(year, 3, 10)], name: holidayNames.hungKings, basis: labourCode, confidence: 'derived' },
    { days: [on('04-30')], name: holidayNames.victoryDay, basis: labourCode, confidence: 'confirmed' },
    { days: [on('05-01')], name: holidayNames.labourDay, basis: labourCode, confidence: 'confirmed' },
    { days: [on('09-02')], name: holidayNames.nationalDay, basis: labourCode, confidence: 'confirmed' },
    {
      days: [on(besideNationalDay(weekdayOf(on('09-02'))))],
      name: holidayNames.besideNationalDay,
      basis: labourCode,
      confidence: 'open',
    },
    {
      days: year >= firstCultureDay ? [on('11-24')] : [],
      name: holidayNames.cultureDay,
      basis: holidayBases.cultureDay,
      confidence: 'confirmed',
    },
  ];
  return rows.flatMap(({ days, ...holiday }) => days.map((day) => ({ ...holiday, on: day })));
}

const firstCultureDay = 2026;

/** The day before or after, that of the two which makes the longest rest; on a Wednesday, as in 2026, the day before. */
function besideNationalDay(weekday: number): string {
  return [1, 4, 7].includes(weekday) ? '09-03' : '09-01';
}

function run(first: LocalDate, count: number): readonly LocalDate[] {
  return Array.from({ length: count }, (_, at) => addDays(first, at));
}

function toDay(holiday: Holiday, kind: 'off' | 'holiday_on_weekend'): CalendarDay {
  return { ...holiday, kind, binds: 'stateBodies', swapWith: null, source: computedSource };
}

function inDateOrder<Dated extends { readonly on: LocalDate }>(days: readonly Dated[]): readonly Dated[] {
  return days.toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

function isRestDay(on: LocalDate): boolean {
  return weekdayOf(on) > 5;
}
