import type { CalendarEvent } from '@dialogue/domain';

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

/** Half a day: when it ends is for the programme to say. */
const duration = 'PT4H';

/** An event as iCalendar (RFC 5545), as a request or a cancellation (RFC 5546): the same id, a sequence that rises (D8.1g). */
export function icalendarOf(event: CalendarEvent, { organiser, attendee, domain, stampedAt }: EventParties): string {
  const { id, method, sequence, on, startsAt, summary, place, description } = event;
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Son La//Direct dialogue//VI', 'CALSCALE:GREGORIAN'],
    `METHOD:${method}`,
    ...['BEGIN:VTIMEZONE', `TZID:${zone}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0700'],
    ...['TZOFFSETTO:+0700', 'TZNAME:+07', 'END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT'],
    `UID:${escapeText(`${id}@${domain}`)}`,
    `SEQUENCE:${String(sequence)}`,
    `DTSTAMP:${utc(stampedAt)}`,
    `DTSTART;TZID=${zone}:${on.replace(/-/g, '')}T${startsAt.replace(':', '')}00`,
    `DURATION:${duration}`,
    `SUMMARY:${escapeText(summary)}`,
    `LOCATION:${escapeText(place)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `ORGANIZER;CN=${quoted(organiser.name)}:mailto:${organiser.address}`,
    // D10.3a: who comes is answered with rank and name, not by a button of the calendar.
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${attendee}`,
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    ...['END:VEVENT', 'END:VCALENDAR'],
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

function quoted(text: string): string {
  return `"${text.replace(/["\p{Cc}]+/gu, ' ')}"`;
}

function utc(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** RFC 5545, 3.1: no line is longer than 75 octets, and none is broken within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // The blank that begins a continued line counts, too.
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      [part, octets] = ['', 0];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
