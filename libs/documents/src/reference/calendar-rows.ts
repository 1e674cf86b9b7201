import { weekdayOf, yearOf, type LocalDate } from '@dialogue/domain';

import { readCsv, type CsvRow, type TableText } from '../csv/csv-table.js';

/** A day that differs from its weekday. */
export interface CalendarDayRow {
  readonly onDay: LocalDate;
  readonly kind: 'off' | 'worked' | 'holiday_on_weekend';
  readonly name: string;
  readonly basis: string;
}

/** A year that an edition of the calendar covers. */
export interface CalendarYearRow {
  readonly edition: number;
  readonly year: number;
  readonly isConfirmed: boolean;
}

/** The working calendar, as its two files say it. */
export interface CalendarRows {
  readonly days: readonly CalendarDayRow[];
  readonly years: readonly CalendarYearRow[];
}

/** The days that differ from their weekday, and the years that they cover. @throws TableError */
export function readCalendar(files: { readonly days: TableText; readonly years: TableText }): CalendarRows {
  const years = readCsv(files.years, ['edition', 'year', 'is_confirmed']).map(toYear);
  const known = new Set(years.map(({ year }) => year));
  const seen = new Set<LocalDate>();
  const days = readCsv(files.days, ['date', 'kind', 'name_vi', 'basis']).map((row) => {
    const day = toDay(row);
    if (seen.has(day.onDay)) row.refuse(`date ${day.onDay} stands there twice`);
    if (!known.has(yearOf(day.onDay))) row.refuse(`year ${String(yearOf(day.onDay))} is not in ${files.years.name}`);
    seen.add(day.onDay);
    return day;
  });
  return { days, years };
}

function toYear(row: CsvRow): CalendarYearRow {
  return { edition: row.number('edition'), year: row.number('year'), isConfirmed: row.flag('is_confirmed') };
}

/** D11.1c: `off` makes a weekday free, `worked` a rest day worked; anything else would change no count. */
function toDay(row: CsvRow): CalendarDayRow {
  const onDay = row.day('date');
  const kind = row.oneOf('kind', ['off', 'worked', 'holiday_on_weekend']);
  if ((kind === 'off') !== weekdayOf(onDay) <= 5) row.refuse(`${kind} does not fit the weekday of ${onDay}`);
  return { onDay, kind, name: row.text('name_vi'), basis: row.text('basis') };
}
