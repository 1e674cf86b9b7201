import { join } from 'node:path';

import { weekdayOf, yearOf, type LocalDate } from '@dialogue/domain';

import { readCsv, type CsvRow } from './csv-table.js';

/** One row of `calendar_days`, by its column names. */
interface CalendarDayRow {
  readonly on_day: LocalDate;
  readonly kind: 'off' | 'worked' | 'holiday_on_weekend';
  readonly name: string;
  readonly basis: string;
}

/** One row of `calendar_years`, by its column names. */
interface CalendarYearRow {
  readonly edition: number;
  readonly year: number;
  readonly is_confirmed: boolean;
}

export interface CalendarRows {
  readonly days: readonly CalendarDayRow[];
  readonly years: readonly CalendarYearRow[];
}

/** The days that differ from their weekday, and the years that they cover. @throws ReferenceDataError */
export async function readCalendar(folder: string): Promise<CalendarRows> {
  const years = (await readCsv(join(folder, 'calendar-years.csv'), ['edition', 'year', 'is_confirmed'])).map(toYear);
  const known = new Set(years.map(({ year }) => year));
  const seen = new Set<LocalDate>();
  const rows = await readCsv(join(folder, 'working-calendar.csv'), ['date', 'kind', 'name_vi', 'basis']);
  const days = rows.map((row) => {
    const day = toDay(row);
    if (seen.has(day.on_day)) row.refuse(`date ${day.on_day} stands there twice`);
    if (!known.has(yearOf(day.on_day))) row.refuse(`year ${String(yearOf(day.on_day))} is not in calendar-years.csv`);
    seen.add(day.on_day);
    return day;
  });
  return { days, years };
}

function toYear(row: CsvRow): CalendarYearRow {
  return {
    edition: toInteger(row, 'edition'),
    year: toInteger(row, 'year'),
    is_confirmed: row.oneOf('is_confirmed', ['true', 'false']) === 'true',
  };
}

function toInteger(row: CsvRow, column: string): number {
  const value = Number(row.text(column));
  return Number.isInteger(value) && value > 0 ? value : row.refuse(`${column} is no number`);
}

/** D11.1c: `off` makes a weekday free, `worked` a rest day worked; anything else would change no count. */
function toDay(row: CsvRow): CalendarDayRow {
  const onDay = row.day('date');
  const kind = row.oneOf('kind', ['off', 'worked', 'holiday_on_weekend']);
  if ((kind === 'off') !== weekdayOf(onDay) <= 5) row.refuse(`${kind} does not fit the weekday of ${onDay}`);
  return { on_day: onDay, kind, name: row.text('name_vi'), basis: row.text('basis') };
}
