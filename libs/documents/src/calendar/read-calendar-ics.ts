import {
  addDays,
  calendarConfidences,
  calendarDayKinds,
  isLocalDate,
  swapHalfIn,
  swapName,
  type CalendarDay,
  type CalendarDayKind,
  type LocalDate,
} from '@dialogue/domain';
import ICAL from 'ical.js';

import { TableError, type TableText } from '../csv/csv-table.js';
import type { TableFault } from '../csv/table-fault.js';
import { unreadable, type CalendarFile } from './calendar-file.js';
import { confidenceProperty, dayOfUid } from './event-properties.js';

/**
 * The days of a calendar from all-day events of one day each (RFC 5545). The category is the kind, the summary the name, the
 * description the legal basis; a swap names its other half as it was written here, or by its name.
 */
export function readCalendarIcs({ name, text }: TableText): CalendarFile {
  const calendar = parsed(text);
  if ('code' in calendar) return unreadable(calendar);
  const lines = linesOfEvents(text);
  const read = calendar.getAllSubcomponents('vevent').map((event, at) => {
    const line = lines[at] ?? 0;
    return { line, ...dayOrFault(event, { name, line }) };
  });
  const right = read.flatMap(({ line, day }) => (day === undefined ? [] : [{ line, day }]));
  return {
    days: right.map(({ day }) => day),
    lines: right.map(({ line }) => line),
    faults: read.flatMap(({ line, fault }) => (fault === undefined ? [] : [{ line, fault }])),
  };
}

interface Place {
  readonly name: string;
  readonly line: number;
}

function parsed(text: string): ICAL.Component | TableFault {
  try {
    const calendar = ICAL.Component.fromString(text.replace(/^\uFEFF/, ''));
    return calendar.name === 'vcalendar' ? calendar : { code: 'not_icalendar', reason: `no VCALENDAR` };
  } catch (error) {
    return { code: 'not_icalendar', reason: error instanceof Error ? error.message : '' };
  }
}

function linesOfEvents(text: string): readonly number[] {
  return text.split(/\r?\n/).flatMap((line, at) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [at + 1] : []));
}

function dayOrFault(event: ICAL.Component, place: Place): { readonly day?: CalendarDay; readonly fault?: TableFault } {
  try {
    return { day: toDay(event, place) };
  } catch (error) {
    if (error instanceof TableError) return { fault: error.fault };
    throw error;
  }
}

function toDay(event: ICAL.Component, place: Place): CalendarDay {
  const on = dayOf(event, place);
  const kind = oneOf(event, 'categories', { values: calendarDayKinds, place });
  const summary = textOf(event, 'summary') ?? fail(place, { code: 'empty', column: 'SUMMARY' });
  const swapWith = kind === 'holiday_on_weekend' ? null : (relatedDay(event) ?? swapHalfIn(summary));
  const hasConfidence = event.hasProperty(confidenceProperty);
  return {
    on,
    kind,
    name: nameOf({ on, kind, swapWith }, summary),
    basis: textOf(event, 'description') ?? fail(place, { code: 'empty', column: 'DESCRIPTION' }),
    binds: 'stateBodies',
    swapWith,
    source: textOf(event, 'comment') ?? '',
    // Somebody else's calendar does not say how sure it is.
    confidence: hasConfidence ? oneOf(event, confidenceProperty, { values: calendarConfidences, place }) : 'derived',
  };
}

/** The name of a swap follows from its halves, so that a file without a place for them still says them. */
function nameOf(
  {
    on,
    kind,
    swapWith,
  }: { readonly on: LocalDate; readonly kind: CalendarDayKind; readonly swapWith: LocalDate | null },
  summary: string,
): string {
  return swapWith === null || kind === 'holiday_on_weekend' ? summary : swapName(kind, on, swapWith);
}

function dayOf(event: ICAL.Component, place: Place): LocalDate {
  if (['rrule', 'rdate'].some((property) => event.hasProperty(property))) fail(place, { code: 'event_not_one_day' });
  const on = dateOf(event, 'dtstart') ?? '';
  if (!isLocalDate(on)) return fail(place, { code: 'not_a_date', column: 'DTSTART', value: written(event, 'dtstart') });
  if (lastsLonger(event, on)) fail(place, { code: 'event_not_one_day' });
  return on;
}

/** Without an end an all-day event lasts its day. */
function lastsLonger(event: ICAL.Component, on: LocalDate): boolean {
  const duration = valueOf(event, 'duration');
  return (
    (event.hasProperty('dtend') && dateOf(event, 'dtend') !== addDays(on, 1)) ||
    (event.hasProperty('duration') && !(duration instanceof ICAL.Duration && duration.toSeconds() === 86_400))
  );
}

/** As it is written: ical.js counts a day that is in no calendar on to one that is. */
function dateOf(event: ICAL.Component, property: string): string | null {
  return event.getFirstProperty(property)?.type === 'date' ? written(event, property) : null;
}

function written(event: ICAL.Component, property: string): string {
  const parts: unknown = event.getFirstProperty(property)?.toJSON();
  return Array.isArray(parts) ? String(parts[3]) : '';
}

/** A value is read when it is asked for; one that cannot be read is none. */
function valueOf(event: ICAL.Component, property: string): unknown {
  try {
    return event.getFirstPropertyValue(property);
  } catch {
    return null;
  }
}

function relatedDay(event: ICAL.Component): LocalDate | null {
  const uid = textOf(event, 'related-to');
  return uid === null ? null : dayOfUid(uid);
}

function textOf(event: ICAL.Component, property: string): string | null {
  const value = valueOf(event, property);
  const text = typeof value === 'string' ? value.trim().normalize('NFC') : '';
  return text === '' ? null : text;
}

function oneOf<Value extends string>(
  event: ICAL.Component,
  property: string,
  { values, place }: { readonly values: readonly Value[]; readonly place: Place },
): Value {
  const value = textOf(event, property) ?? '';
  const known = values.find((each) => each === value);
  return known ?? fail(place, { code: 'not_one_of', column: property.toUpperCase(), value, known: values });
}

function fail({ name, line }: Place, fault: TableFault): never {
  throw new TableError(name, line, fault);
}
