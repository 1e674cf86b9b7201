import type { LocalDate } from '../time/local-date.js';

/** RFC 5546: an entry that is asked for, or changed, and one that is taken back. */
export type CalendarMethod = 'REQUEST' | 'CANCEL';

/** What goes into the calendar of whoever gets a letter (RFC 5545). One event keeps its id; its sequence rises. */
export interface CalendarEvent {
  readonly id: string;
  readonly method: CalendarMethod;
  readonly sequence: number;
  /** The day, and the hour as `HH:mm`, in Vietnam. */
  readonly on: LocalDate;
  readonly startsAt: string;
  readonly summary: string;
  readonly place: string;
  readonly description: string;
}
