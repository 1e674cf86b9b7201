import { isSameCalendar, type CalendarEdition } from '@dialogue/domain';

import { editionOf, writeEdition } from '../calendar/edition-rows.js';
import type { Sql } from '../sql/sql.js';

/** What became of the calendar of the files: it is the first edition; an edition says the same already; none does. */
export type CalendarTaken = 'published' | 'known' | 'different';

/**
 * Publishes the calendar of the files where there is no edition yet. Afterwards people make the editions: files that say something
 * else change nothing, for nobody would see which deadlines they move (ADR-0027).
 */
export async function takeFirstEdition(
  sql: Sql,
  calendar: Pick<CalendarEdition, 'years' | 'days'>,
): Promise<CalendarTaken> {
  const editions = await sql<{ edition: number }>('SELECT edition FROM calendar_editions ORDER BY edition DESC');
  if (editions.length === 0) {
    await sql(`INSERT INTO calendar_editions (edition, note) VALUES (1, 'data/working-calendar.csv')`);
    await writeEdition(sql, { ...calendar, edition: 1 });
    await sql('UPDATE calendar_editions SET published_at = now() WHERE edition = 1');
    return 'published';
  }
  for (const { edition } of editions) {
    const stored = await editionOf(sql, edition);
    if (stored !== null && isSameCalendar(stored, calendar)) return 'known';
  }
  return 'different';
}
