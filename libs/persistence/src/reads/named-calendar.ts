import { localDate, type NamedCalendar, type NamedDay } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/**
 * A published edition as it is explained to people, whole: the newest, or the one asked for; null where none is
 * published. It covers the years up to the first that it lacks, so that a count into a gap names that year.
 */
export async function namedCalendar(sql: Sql, asked: number | null): Promise<NamedCalendar | null> {
  const [found] = await sql<{ edition: number }>(
    `SELECT edition FROM calendar_editions WHERE published_at IS NOT NULL AND ($1::integer IS NULL OR edition = $1)
     ORDER BY edition DESC LIMIT 1`,
    [asked],
  );
  if (found === undefined) return null;
  const { edition } = found;
  const years = withoutGap(await yearsOf(sql, edition));
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return null;
  const days = await daysOf(sql, edition);
  const onDaysOf = (kind: NamedDay['kind']): readonly NamedDay['on'][] =>
    days.filter((day) => day.kind === kind).map(({ on }) => on);
  const calendar = {
    edition,
    from: localDate(`${String(first.year)}-01-01`),
    until: localDate(`${String(last.year)}-12-31`),
    daysOff: onDaysOf('off'),
    workedRestDays: onDaysOf('worked'),
    unconfirmedYears: years.filter(({ isConfirmed }) => !isConfirmed).map(({ year }) => year),
  };
  return { calendar, days };
}

interface YearRow {
  readonly year: number;
  readonly isConfirmed: boolean;
}

async function yearsOf(sql: Sql, edition: number): Promise<readonly YearRow[]> {
  return sql<YearRow>(
    'SELECT year, is_confirmed AS "isConfirmed" FROM calendar_years WHERE edition = $1 ORDER BY year',
    [edition],
  );
}

function withoutGap(years: readonly YearRow[]): readonly YearRow[] {
  const gap = years.findIndex(({ year }, index) => index > 0 && years[index - 1]?.year !== year - 1);
  return gap < 0 ? years : years.slice(0, gap);
}

async function daysOf(sql: Sql, edition: number): Promise<readonly NamedDay[]> {
  return sql<NamedDay>(
    'SELECT on_day AS "on", kind, name, basis FROM calendar_days WHERE edition = $1 ORDER BY on_day',
    [edition],
  );
}
