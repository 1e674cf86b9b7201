import { localDate, toSlice, type CalendarEdition, type CalendarYear, type NamedCalendar } from '@dialogue/domain';

import { editionOf } from '../calendar/edition-rows.js';
import type { Sql } from '../sql/sql.js';

/**
 * A published edition as it is explained to people, whole: the newest, or the one asked for; null where there is none. It
 * covers the years up to the first that it lacks, so that a count into a gap names that year.
 */
export async function namedCalendar(sql: Sql, asked: number | null): Promise<NamedCalendar | null> {
  const [found] = await sql<{ edition: number }>(
    `SELECT edition FROM calendar_editions WHERE published_at IS NOT NULL AND ($1::integer IS NULL OR edition = $1)
     ORDER BY edition DESC LIMIT 1`,
    [asked],
  );
  const edition = found === undefined ? null : await editionOf(sql, found.edition);
  return edition === null ? null : named(edition);
}

function named(edition: CalendarEdition): NamedCalendar | null {
  const years = withoutGap(edition.years);
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return null;
  const range = { from: localDate(`${String(first.year)}-01-01`), until: localDate(`${String(last.year)}-12-31`) };
  return { calendar: toSlice(edition, range), days: edition.days };
}

function withoutGap(years: readonly CalendarYear[]): readonly CalendarYear[] {
  const gap = years.findIndex(({ year }, index) => index > 0 && years[index - 1]?.year !== year - 1);
  return gap < 0 ? years : years.slice(0, gap);
}
