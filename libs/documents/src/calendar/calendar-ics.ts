import { addDays, type CalendarDay, type CalendarEdition, type Instant } from '@dialogue/domain';
import ICAL from 'ical.js';

import { confidenceProperty, productId, uidOf } from './event-properties.js';

/**
 * An edition as a calendar that others can subscribe to (RFC 5545): an all-day event for each day. The same day has the same
 * UID in every edition, and the edition is its SEQUENCE, so that a newer one takes the place of an older.
 */
export function writeCalendarIcs({ edition, days }: CalendarEdition, at: Instant): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', productId);
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  for (const day of days) calendar.addSubcomponent(eventOf(day, { edition, at }));
  return `${calendar.toString()}\r\n`;
}

function eventOf(day: CalendarDay, stamp: { readonly edition: number; readonly at: Instant }): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', uidOf(day.on));
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(stamp.at), true));
  event.addPropertyWithValue('sequence', stamp.edition);
  event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(day.on));
  event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(day.on, 1)));
  event.addPropertyWithValue('summary', day.name);
  event.addPropertyWithValue('description', day.basis);
  event.addPropertyWithValue('categories', day.kind);
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  if (day.source !== '') event.addPropertyWithValue('comment', day.source);
  event.addPropertyWithValue(confidenceProperty, day.confidence);
  if (day.swapWith !== null)
    event.addPropertyWithValue('related-to', uidOf(day.swapWith)).setParameter('reltype', 'SIBLING');
  return event;
}
