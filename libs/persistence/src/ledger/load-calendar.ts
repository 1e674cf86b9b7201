import { localDate, yearOf, type CalendarRange, type CalendarSlice, type LocalDate } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/**
 * The slice of the newest published edition, from the day asked for to the end of the last year asked for (D11.1c), or of
 * the last one that is there, if no day after it is needed.
 *
 * @throws Error naming the first year that the edition lacks.
 */
export async function loadCalendar(
  sql: Sql,
  { from, until, neededUntil = until }: CalendarRange,
): Promise<CalendarSlice> {
  const edition = await newestEdition(sql);
  const years = await coveredYears(sql, edition, { from, until, neededUntil });
  const slice = { from, until: localDate(`${String(years.at(-1)?.year ?? yearOf(neededUntil))}-12-31`) };
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
    unconfirmedYears: years.filter(({ is_confirmed }) => !is_confirmed).map(({ year }) => year),
  };
}

async function newestEdition(sql: Sql): Promise<number> {
  const [row] = await sql<{ edition: number | null }>(
    'SELECT max(edition) AS edition FROM calendar_editions WHERE published_at IS NOT NULL',
  );
  if (row?.edition == null) throw new Error('no calendar edition is published');
  return row.edition;
}

interface CoveredYear {
  readonly year: number;
  readonly is_confirmed: boolean;
}

/** The years of the range one after the other, without gap. @throws Error when one that is needed is not there at all. */
async function coveredYears(
  sql: Sql,
  edition: number,
  { from, until, neededUntil }: Required<Omit<CalendarRange, 'isForMail'>>,
): Promise<readonly CoveredYear[]> {
  const known = await sql<CoveredYear>(
    'SELECT year, is_confirmed FROM calendar_years WHERE edition = $1 AND year BETWEEN $2 AND $3 ORDER BY year',
    [edition, yearOf(from), yearOf(until)],
  );
  const covered = known.filter(({ year }, place) => year === yearOf(from) + place);
  const reached = yearOf(from) + covered.length - 1;
  if (reached < yearOf(neededUntil))
    throw new Error(`calendar year ${String(reached + 1)} is missing in edition ${String(edition)}`);
  return covered;
}
