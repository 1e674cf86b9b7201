import type { CalendarSlice, LocalDate } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/**
 * The newest published edition as far as it goes; a day of a year that it does not know counts by its weekday. A deadline may
 * not be counted so, but no letter is to be held up since the calendar of a year is not published yet.
 */
export async function calendarForMail(sql: Sql, from: LocalDate, until: LocalDate): Promise<CalendarSlice> {
  const days = await sql<{ edition: number; on_day: LocalDate; kind: 'off' | 'worked' }>(
    `SELECT edition, on_day, kind FROM calendar_days
     WHERE edition = (SELECT max(edition) FROM calendar_editions WHERE published_at IS NOT NULL)
       AND on_day BETWEEN $1 AND $2 AND kind IN ('off', 'worked') ORDER BY on_day`,
    [from, until],
  );
  return {
    edition: days[0]?.edition ?? 0,
    from,
    until,
    daysOff: days.filter(({ kind }) => kind === 'off').map(({ on_day }) => on_day),
    workedRestDays: days.filter(({ kind }) => kind === 'worked').map(({ on_day }) => on_day),
    unconfirmedYears: [],
  };
}
