import { localDate, yearOf, type CalendarSlice, type LocalDate } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/**
 * The slice of the newest published edition, from the day asked for to the end of the last year asked for (D11.1c).
 *
 * @throws Error naming the first year that the edition lacks.
 */
export async function loadCalendar(
  sql: Sql,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<CalendarSlice> {
  const edition = await newestEdition(sql);
  const unconfirmedYears = await coveredYears(sql, edition, { from, until });
  const slice = { from, until: localDate(`${String(yearOf(until))}-12-31`) };
  const days = await sql<{ on_day: LocalDate; kind: 'off' | 'worked' }>(
    `SELECT on_day, kind FROM calendar_days
     WHERE edition = $1 AND on_day BETWEEN $2 AND $3 AND kind IN ('off', 'worked') ORDER BY on_day`,
    [edition, slice.from, slice.until],
  );
  return {
    edition,
    ...slice,
    daysOff: days.filter(({ kind }) => kind === 'off').map(({ on_day }) => on_day),
    workedRestDays: days.filter(({ kind }) => kind === 'worked').map(({ on_day }) => on_day),
    unconfirmedYears,
  };
}

async function newestEdition(sql: Sql): Promise<number> {
  const [row] = await sql<{ edition: number | null }>(
    'SELECT max(edition) AS edition FROM calendar_editions WHERE published_at IS NOT NULL',
  );
  if (row?.edition == null) throw new Error('no calendar edition is published');
  return row.edition;
}

/** The years of the range that may still change. @throws Error when one is not there at all. */
async function coveredYears(
  sql: Sql,
  edition: number,
  range: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<readonly number[]> {
  const years = await sql<{ year: number; is_confirmed: boolean }>(
    'SELECT year, is_confirmed FROM calendar_years WHERE edition = $1 AND year BETWEEN $2 AND $3 ORDER BY year',
    [edition, yearOf(range.from), yearOf(range.until)],
  );
  for (let year = yearOf(range.from); year <= yearOf(range.until); year += 1) {
    if (!years.some((known) => known.year === year))
      throw new Error(`calendar year ${String(year)} is missing in edition ${String(edition)}`);
  }
  return years.filter(({ is_confirmed }) => !is_confirmed).map(({ year }) => year);
}
