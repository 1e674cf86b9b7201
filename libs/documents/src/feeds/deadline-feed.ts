import { addDays, type Instant, type LocalDate } from '@dialogue/domain';
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

/** A day by which something is owed. */
export interface DeadlineEvent {
  /** Stays as it is when the day moves. */
  readonly uid: string;
  readonly on: LocalDate;
  readonly summary: string;
  readonly description: string;
  /** Where everybody reads how it was counted. */
  readonly url: string;
  /** How often its day has moved. */
  readonly moves: number;
  readonly changedAt: Instant;
}

/** A calendar of deadlines, as a program subscribes to it. */
export interface DeadlineFeed {
  readonly name: string;
  readonly description: string;
  /** How often a program should ask again. */
  readonly refreshSeconds: number;
  readonly events: readonly DeadlineEvent[];
}

/**
 * RFC 5545 with the names of RFC 7986: an all-day event for each deadline. It says the same for the same deadlines, whenever it
 * is asked, so that whoever has it already need not be sent it again.
 */
export function writeDeadlineFeed({ name, description, refreshSeconds, events }: DeadlineFeed): string {
  const calendar = ical({
    prodId: { company: 'dialogue', product: 'deadlines', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    ...{ name, description, scale: 'GREGORIAN', ttl: refreshSeconds },
  });
  for (const { uid, on, summary, description: text, url, moves, changedAt } of events) {
    const changed = new Date(changedAt);
    calendar.createEvent({
      ...{ id: uid, sequence: moves, stamp: changed, lastModified: changed },
      ...{ allDay: true, start: midnight(on), end: midnight(addDays(on, 1)) },
      ...{ summary, description: text, url },
      status: ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** The library writes the day that it is in UTC; of an all-day event nothing but the day is written. */
function midnight(on: LocalDate): Date {
  return new Date(`${on}T00:00:00Z`);
}
