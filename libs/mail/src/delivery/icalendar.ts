import type { CalendarEvent } from '@dialogue/domain';
import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** Who asks, who is asked, and when that was written. */
export interface EventParties {
  readonly organiser: { readonly name: string; readonly address: string };
  readonly attendee: string;
  /** Of the id of the event: `HN-2026-000001@doi-thoai.sonla.example`. */
  readonly domain: string;
  readonly stampedAt: Date;
}

/** The only zone of the country; it has had no other offset since 1975. */
const zone = 'Asia/Ho_Chi_Minh';

const zoneRules = [
  ...['BEGIN:VTIMEZONE', `TZID:${zone}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0700'],
  ...['TZOFFSETTO:+0700', 'TZNAME:+07', 'END:STANDARD', 'END:VTIMEZONE'],
].join('\r\n');

/** Half a day: when it ends is for the programme to say. */
const durationMs = 4 * 60 * 60 * 1_000;

/** An event as iCalendar (RFC 5545), as a request or a cancellation (RFC 5546): the same id, a sequence that rises (D8.1g). */
export function icalendarOf(event: CalendarEvent, { organiser, attendee, domain, stampedAt }: EventParties): string {
  const { id, method, sequence, on, startsAt, summary, place, description } = event;
  const calendar = ical({
    prodId: '//Son La//Direct dialogue//VI',
    scale: 'GREGORIAN',
    method: methods[method].calendar,
    // The zone is named by the event alone: named by the calendar, the library would write DTSTAMP in it, too, without an offset.
    timezone: { name: null, generator: () => zoneRules },
  });
  calendar.createEvent({
    ...{ id: `${oneLine(id)}@${domain}`, sequence, stamp: stampedAt, timezone: zone },
    ...{ start: wallClock(on, startsAt, 0), end: wallClock(on, startsAt, durationMs) },
    ...{ summary: oneLine(summary), location: oneLine(place), description: lines(description) },
    organizer: {
      name: parameter(organiser.name === '' ? organiser.address : organiser.name),
      email: organiser.address,
    },
    // D10.3a: who comes is answered with rank and name, not by a button of the calendar.
    attendees: [{ email: attendee, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION, rsvp: false }],
    status: methods[method].event,
  });
  // RFC 5545, 3.1: every line ends; the library leaves the last one open.
  return `${calendar.toString()}\r\n`;
}

const methods = {
  REQUEST: { calendar: ICalCalendarMethod.REQUEST, event: ICalEventStatus.CONFIRMED },
  CANCEL: { calendar: ICalCalendarMethod.CANCEL, event: ICalEventStatus.CANCELLED },
} as const satisfies Readonly<Record<CalendarEvent['method'], object>>;

/** What a clock on the wall shows in the zone of the event, so many milliseconds after a day and hour: the library takes it as it is. */
function wallClock(on: string, time: string, laterMs: number): string {
  return new Date(Date.parse(`${on}T${time}:00Z`) + laterMs).toISOString().slice(0, 19);
}

function lines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(oneLine)
    .join('\n');
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** Quotation marks are left out: not every calendar reads them the way of RFC 6868. */
function parameter(text: string): string {
  return text.replace(/["\\\p{Cc}]+/gu, ' ');
}
