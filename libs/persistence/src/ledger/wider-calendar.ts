import { addDays, type CalendarSlice, type Counted } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { loadCalendar } from './load-calendar.js';

/** So much calendar is loaded past what a count has asked for. */
const marginDays = 180;

/** What a machine counts, on as much calendar as it asks for; null: not before the calendar of another year is published. */
export async function countedOnWider<Value>(
  sql: Sql,
  held: CalendarSlice,
  count: (calendar: CalendarSlice) => Counted<Value>,
): Promise<{ readonly value: Value } | null> {
  let calendar = held;
  for (;;) {
    const counted = count(calendar);
    if ('value' in counted) return counted;
    const { needsCalendarUntil: needed } = counted;
    const wider = await loadCalendar(sql, {
      from: needed < calendar.from ? addDays(needed, -marginDays) : calendar.from,
      until: needed < calendar.from ? calendar.until : addDays(needed, marginDays),
      neededUntil: calendar.until,
    });
    if (needed > wider.until) return null;
    calendar = wider;
  }
}
