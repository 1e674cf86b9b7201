import { describe, expect, it } from '@jest/globals';
import { localDate, type CalendarEvent } from '@dialogue/domain';
import ICAL from 'ical.js';

import { icalendarOf } from './icalendar.js';
import { buildMessage } from './mail-message.js';

const event: CalendarEvent = {
  ...{ id: 'HN-2026-000001', method: 'REQUEST', sequence: 2, on: localDate('2026-12-15'), startsAt: '13:30' },
  summary: 'Hội nghị đối thoại trực tiếp với nhân dân (HN-2026-000001)',
  place: 'Hội trường; tầng 2, trụ sở',
  description: 'Chương trình: khai mạc\nCán bộ dự hội nghị mặc trang phục lịch sự, đeo thẻ công chức, viên chức.',
};
const parties = {
  organiser: { name: 'Văn phòng "Tỉnh ủy"', address: 'doi-thoai@sonla.example' },
  ...{ attendee: 'so@stc.example', domain: 'mail.sonla.example', stampedAt: new Date('2026-11-27T02:03:04.005Z') },
};

/** As a parser reads it that knows nothing of how it was written. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const [entry, ...more] = calendar.getAllSubcomponents('vevent');
  const zones = calendar.getAllSubcomponents('vtimezone');
  if (entry === undefined || more.length > 0) throw new Error('One event was expected');
  for (const zone of zones) ICAL.TimezoneService.register(zone);
  return {
    method: calendar.getFirstPropertyValue('method'),
    zones: zones.map((zone) => zone.getFirstPropertyValue('tzid')),
    entry,
    event: new ICAL.Event(entry),
    value: (name: string) => entry.getFirstPropertyValue(name),
  };
}

describe('icalendarOf', () => {
  it('D8.1g: says in the time of Vietnam when it is, under one id, with its sequence', () => {
    const { method, zones, event: entry, value } = read(icalendarOf(event, parties));

    expect([method, zones]).toEqual(['REQUEST', ['Asia/Ho_Chi_Minh']]);
    expect(entry).toMatchObject({
      ...{ uid: 'HN-2026-000001@mail.sonla.example', sequence: 2, summary: event.summary, location: event.place },
      description: event.description,
    });
    expect(entry.startDate.toString()).toBe('2026-12-15T13:30:00');
    expect([entry.startDate, entry.endDate].map((time) => time.toJSDate().toISOString())).toEqual([
      '2026-12-15T06:30:00.000Z',
      '2026-12-15T10:30:00.000Z',
    ]);
    expect(String(value('dtstamp'))).toBe('2026-11-27T02:03:04Z');
    expect(value('status')).toBe('CONFIRMED');
  });

  it('D8.1g, D10.3a: names who asks and who is asked, and wants no answer by a button', () => {
    const { entry } = read(icalendarOf(event, parties));

    const [organizer, attendee] = ['organizer', 'attendee'].map(
      (name) => entry.getFirstProperty(name)?.toJSON() as unknown,
    );
    expect(organizer).toEqual([
      'organizer',
      { cn: 'Văn phòng  Tỉnh ủy ' },
      'cal-address',
      'mailto:doi-thoai@sonla.example',
    ]);
    expect(attendee).toMatchObject([
      'attendee',
      { role: 'REQ-PARTICIPANT', partstat: 'NEEDS-ACTION', rsvp: 'FALSE' },
      'cal-address',
      expect.stringMatching(/^mailto:so@stc\.example$/i),
    ]);
  });

  it('is named by its address where the sender has no name', () => {
    const organiser = { name: '', address: 'doi-thoai@sonla.example' };

    expect(icalendarOf(event, { ...parties, organiser })).toContain('CN="doi-thoai@sonla.example"');
  });

  it('D8.1g: tells one story of requested, moved, taken back and set again', () => {
    const story: readonly Partial<CalendarEvent>[] = [
      { sequence: 0 },
      { sequence: 1, on: localDate('2026-12-18'), startsAt: '08:00' },
      { sequence: 2, method: 'CANCEL', on: localDate('2026-12-18'), startsAt: '08:00' },
      { sequence: 3, on: localDate('2027-01-05'), startsAt: '22:00' },
    ];

    const told = story.map((change) => read(icalendarOf({ ...event, ...change }, parties)));

    expect(told.map(({ method, value }) => [method, String(value('status'))])).toEqual([
      ['REQUEST', 'CONFIRMED'],
      ['REQUEST', 'CONFIRMED'],
      ['CANCEL', 'CANCELLED'],
      ['REQUEST', 'CONFIRMED'],
    ]);
    expect(new Set(told.map(({ event: { uid } }) => uid)).size).toBe(1);
    expect(told.map(({ event: { sequence } }) => sequence)).toEqual([0, 1, 2, 3]);
    expect(told.map(({ event: { startDate } }) => startDate.toJSDate().toISOString())).toEqual([
      '2026-12-15T06:30:00.000Z',
      '2026-12-18T01:00:00.000Z',
      '2026-12-18T01:00:00.000Z',
      '2027-01-05T15:00:00.000Z',
    ]);
    expect(told[3]?.event.endDate.toString()).toBe('2027-01-06T02:00:00');
  });

  it('has no line of more than 75 octets, breaks no character, and ends every line', () => {
    const text = icalendarOf({ ...event, summary: 'ế'.repeat(300) }, parties);

    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(read(text).event.summary).toBe('ế'.repeat(300));
  });

  it('lets no words end a line of their own', () => {
    const place = 'a\r\nATTENDEE:mailto:b@example\u2028\u0000';

    const { entry, event: read_ } = read(icalendarOf({ ...event, place }, parties));

    expect(entry.getAllProperties('attendee')).toHaveLength(1);
    expect(read_.location).toBe('a ATTENDEE:mailto:b@example ');
  });
});

describe('a message with an entry of a calendar', () => {
  it('D8.1g: carries it as an alternative and as a file, with its method', async () => {
    const letter = { deliveryId: 'd-1', to: 'so@stc.example', subject: 's', text: 't', html: '<p>t</p>' };
    const sender = { name: 'Office', address: 'doi-thoai@sonla.example', messageIdDomain: 'mail.sonla.example' };

    const [plain, invitation] = await Promise.all([
      buildMessage(letter, sender),
      buildMessage({ ...letter, event }, sender),
    ]);

    expect(plain.toString()).not.toContain('text/calendar');
    expect(invitation.toString()).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
    expect(invitation.toString()).toMatch(/Content-Disposition: attachment; filename=/);
  });
});
