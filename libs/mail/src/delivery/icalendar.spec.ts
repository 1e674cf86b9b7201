import { describe, expect, it } from '@jest/globals';
import { localDate, type CalendarEvent } from '@dialogue/domain';

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

function linesOf(text: string): readonly string[] {
  return text.replace(/\r\n /g, '').split('\r\n');
}

describe('icalendarOf', () => {
  it('D8.1g: says in the time of Vietnam when it is, under one id, with its sequence', () => {
    const lines = linesOf(icalendarOf(event, parties));

    expect(lines).toEqual(
      expect.arrayContaining([
        ...['METHOD:REQUEST', 'UID:HN-2026-000001@mail.sonla.example', 'SEQUENCE:2', 'DTSTAMP:20261127T020304Z'],
        ...['DTSTART;TZID=Asia/Ho_Chi_Minh:20261215T133000', 'STATUS:CONFIRMED', 'TZOFFSETTO:+0700'],
        'LOCATION:Hội trường\\; tầng 2\\, trụ sở',
        'ORGANIZER;CN="Văn phòng  Tỉnh ủy ":mailto:doi-thoai@sonla.example',
      ]),
    );
    expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toContain('khai mạc\\nCán bộ');
  });

  it('D8.1g: takes the same entry back', () => {
    const lines = linesOf(icalendarOf({ ...event, method: 'CANCEL', sequence: 3 }, parties));

    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:CANCEL',
        'UID:HN-2026-000001@mail.sonla.example',
        'SEQUENCE:3',
        'STATUS:CANCELLED',
      ]),
    );
  });

  it('has no line of more than 75 octets, and breaks no character', () => {
    const text = icalendarOf({ ...event, summary: 'ế'.repeat(300) }, parties);

    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(linesOf(text)).toContain(`SUMMARY:${'ế'.repeat(300)}`);
  });

  it('lets no words end a line of their own', () => {
    const text = icalendarOf({ ...event, place: 'a\r\nATTENDEE:mailto:b@example' }, parties);

    expect(linesOf(text).filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
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
