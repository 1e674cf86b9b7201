import { describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import ICAL from 'ical.js';

import { writeDeadlineFeed, type DeadlineEvent, type DeadlineFeed } from './deadline-feed.js';

const event: DeadlineEvent = {
  ...{ uid: 'petition.1.4@doithoai.example.vn', on: localDate('2026-12-31'), summary: 'Hạn trả lời: KN-2026-000001' },
  ...{
    description: 'Căn cứ: khoản 1 Điều 11.\nCách tính; xem, và in.',
    url: 'https://doithoai.example.vn/v1/x?rule=D11.1c&due=2026-12-31',
  },
  ...{ moves: 2, changedAt: Date.parse('2026-12-01T03:04:05Z') },
};

function read(changes: Partial<DeadlineFeed> = {}): { calendar: ICAL.Component; events: ICAL.Event[]; text: string } {
  const text = writeDeadlineFeed({
    ...{ name: 'Thời hạn, Sở Xây dựng', description: 'x', refreshSeconds: 3600, events: [event], ...changes },
  });
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)), text };
}

describe('a calendar of deadlines', () => {
  it('is read by another parser as it was written', () => {
    const { events } = read();

    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      sequence: 2,
    });
    expect(events[0]?.startDate.toString()).toBe('2026-12-31');
    expect(events[0]?.endDate.toString()).toBe('2027-01-01');
    expect(events[0]?.startDate.isDate).toBe(true);
    expect(events[0]?.component.getFirstPropertyValue('url')).toBe(event.url);
  });

  it('has its name and its pace by RFC 7986, and by the older names', () => {
    const { calendar } = read();
    const value = (name: string): unknown => calendar.getFirstPropertyValue(name);

    expect([value('name'), value('x-wr-calname')]).toEqual(['Thời hạn, Sở Xây dựng', 'Thời hạn, Sở Xây dựng']);
    expect(String(value('refresh-interval'))).toBe('PT1H');
    expect([value('version'), value('method')]).toEqual(['2.0', 'PUBLISH']);
  });

  it('says when a day was changed last, not when it was asked for', () => {
    const { events, text } = read();

    expect(String(events[0]?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-12-01T03:04:05Z');
    expect(String(events[0]?.component.getFirstPropertyValue('last-modified'))).toBe('2026-12-01T03:04:05Z');
    expect(read().text).toBe(text);
  });

  it('keeps its lines short, and breaks no letter', () => {
    const { text, events } = read({ events: [{ ...event, summary: 'Hạn trả lời kiến nghị, phản ánh '.repeat(8) }] });

    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(events[0]?.summary).toBe('Hạn trả lời kiến nghị, phản ánh '.repeat(8));
  });

  it('is a calendar also when nothing is owed', () => {
    expect(read({ events: [] }).events).toEqual([]);
  });
});
