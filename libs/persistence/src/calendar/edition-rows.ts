import type { CalendarDay, CalendarEdition, CalendarYear } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/** Years and days of an edition, in their order; null: there is none of this number. */
export async function editionOf(sql: Sql, edition: number): Promise<CalendarEdition | null> {
  const [row] = await sql('SELECT FROM calendar_editions WHERE edition = $1', [edition]);
  if (row === undefined) return null;
  const years = await sql<CalendarYear>(
    'SELECT year, is_confirmed AS "isConfirmed" FROM calendar_years WHERE edition = $1 ORDER BY year',
    [edition],
  );
  const days = await sql<CalendarDay>(
    `SELECT on_day AS "on", kind, name, basis, binds, swap_with AS "swapWith", source, confidence
     FROM calendar_days WHERE edition = $1 ORDER BY on_day`,
    [edition],
  );
  return { edition, years, days };
}

/** The years and days of a draft are these and no others; triggers refuse it to a published edition and to half a swap. */
export async function writeEdition(sql: Sql, { edition, years, days }: CalendarEdition): Promise<void> {
  await sql('DELETE FROM calendar_days WHERE edition = $1', [edition]);
  await sql('DELETE FROM calendar_years WHERE edition = $1', [edition]);
  await sql(
    `INSERT INTO calendar_years (edition, year, is_confirmed)
     SELECT $2, year, "isConfirmed" FROM jsonb_to_recordset($1) AS given (year integer, "isConfirmed" boolean)`,
    [JSON.stringify(years), edition],
  );
  await sql(
    `INSERT INTO calendar_days (edition, on_day, kind, name, basis, binds, swap_with, source, confidence)
     SELECT $2, "on", kind, name, basis, binds, "swapWith", source, confidence
     FROM jsonb_to_recordset($1) AS given ("on" date, kind text, name text, basis text, binds text, "swapWith" date, source text,
       confidence text)`,
    [JSON.stringify(days), edition],
  );
}
