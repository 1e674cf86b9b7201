import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { localDate, suggestYear, type CalendarDay } from '@dialogue/domain';
import { aCalendarDay, aSwap } from '@dialogue/testing/builders';
import fc from 'fast-check';

import { readCalendarCsv, writeCalendarCsv } from './calendar-csv.js';
import { writeCalendarIcs } from './calendar-ics.js';
import { readCalendarIcs } from './read-calendar-ics.js';

const published = readFileSync(new URL('../../../../data/working-calendar.csv', import.meta.url), 'utf8');
const { days } = readCalendarCsv({ name: 'working-calendar.csv', text: published });
const at = Date.parse('2026-11-23T09:00+07:00');

/** Texts as the API lets them in: trimmed, composed, of printable characters, line breaks and tabs. */
const text = fc
  .string({
    unit: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      fc.constantFrom('"', ',', ';', ':', '\\', '\n', '\t', '='),
    ),
  })
  .map((given) => given.trim().normalize('NFC'))
  .filter((given) => given !== '' && !/[^\P{Cc}\t\n]|\p{Cs}/u.test(given));
const calendars = fc
  .tuple(fc.integer({ min: 2021, max: 2090 }), text, text, fc.option(text, { nil: '' }))
  .map(([year, name, basis, source]): readonly CalendarDay[] =>
    suggestYear(year).map((day, at) => (at % 2 === 0 ? day : { ...day, name, basis, source })),
  );

describe('a calendar whatever its texts are', () => {
  it('is read from CSV and from iCalendar as it was written', () => {
    fc.assert(
      fc.property(calendars, (given) => {
        const ics = writeCalendarIcs({ edition: 2, years: [], days: given }, at);

        expect(readCalendarCsv({ name: 'a.csv', text: writeCalendarCsv({ days: given }) }).days).toEqual(given);
        expect(readCalendarIcs({ name: 'a.ics', text: ics }).days).toEqual(given);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the calendar as CSV', () => {
  it('is written as it was read, byte by byte', () => {
    expect(writeCalendarCsv({ days })).toBe(published.replaceAll('\r\n', '\n'));
  });

  it('D11.1c: says the other half of every swap by its name', () => {
    const swapped = days.filter(({ swapWith }) => swapWith !== null).map(({ on, swapWith }) => [on, swapWith]);

    expect(swapped).toHaveLength(17);
    expect(swapped).toEqual(
      expect.arrayContaining([
        ['2015-01-02', '2014-12-27'],
        ['2018-12-31', '2019-01-05'],
        ['2019-01-05', '2018-12-31'],
      ]),
    );
    expect(days.filter(({ kind, swapWith }) => kind === 'worked' && swapWith === null)).toEqual([]);
  });

  it('names every wrong row with its line', () => {
    const text =
      'date,kind,name_vi,basis,source,confidence\n2026-02-30,off,A,B,,confirmed\n2026-11-24,free,A,B,,confirmed\n2026-11-24,off,A,B,,confirmed\n2026-11-25,off,,B,,confirmed\n2026-11-25,off,A,B,,\n';

    expect(readCalendarCsv({ name: 'calendar.csv', text })).toMatchObject({
      lines: [4],
      faults: [
        { line: 2, fault: { code: 'not_a_date', column: 'date', value: '2026-02-30' } },
        { line: 3, fault: { code: 'not_one_of', column: 'kind', value: 'free' } },
        { line: 5, fault: { code: 'empty', column: 'name_vi' } },
        { line: 6, fault: { code: 'empty', column: 'confidence' } },
      ],
    });
  });

  it('without a column is no calendar at all', () => {
    expect(readCalendarCsv({ name: 'calendar.csv', text: 'date,kind\n' })).toEqual({
      days: [],
      lines: [],
      faults: [{ line: null, fault: { code: 'column_missing', column: 'name_vi' } }],
    });
  });
});

describe('the calendar as iCalendar', () => {
  it('is read back as it was', () => {
    const read = readCalendarIcs({ name: 'calendar.ics', text: writeCalendarIcs({ edition: 1, years: [], days }, at) });

    expect(read.faults).toEqual([]);
    expect(read.days).toEqual(days);
  });

  it('has an event of RFC 5545 for each day: all-day, with an identity that no edition changes', () => {
    const text = writeCalendarIcs({ edition: 3, years: [], days: aSwap('2018-12-31', '2019-01-05') }, at);

    expect(text.replaceAll('\r\n ', '').split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//dialogue//working calendar//VI',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:2018-12-31@working-calendar.dialogue',
      'DTSTAMP:20261123T020000Z',
      'SEQUENCE:3',
      'DTSTART;VALUE=DATE:20181231',
      'DTEND;VALUE=DATE:20190101',
      'SUMMARY:Hoán đổi: nghỉ ngày 31/12/2018 (làm bù ngày 05/01/2019)',
      'DESCRIPTION:Quyết định 1/QĐ-TTg',
      'CATEGORIES:off',
      'TRANSP:TRANSPARENT',
      'COMMENT:một văn bản',
      'X-DIALOGUE-CONFIDENCE:confirmed',
      'RELATED-TO;RELTYPE=SIBLING:2019-01-05@working-calendar.dialogue',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:2019-01-05@working-calendar.dialogue',
      'DTSTAMP:20261123T020000Z',
      'SEQUENCE:3',
      'DTSTART;VALUE=DATE:20190105',
      'DTEND;VALUE=DATE:20190106',
      'SUMMARY:Hoán đổi: làm bù cho ngày 31/12/2018',
      'DESCRIPTION:Quyết định 1/QĐ-TTg',
      'CATEGORIES:worked',
      'TRANSP:TRANSPARENT',
      'COMMENT:một văn bản',
      'X-DIALOGUE-CONFIDENCE:confirmed',
      'RELATED-TO;RELTYPE=SIBLING:2018-12-31@working-calendar.dialogue',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('keeps texts with everything that iCalendar escapes, folded at 75 octets', () => {
    const day = aCalendarDay('2026-11-24', {
      name: 'Ngày; một, \\ hai',
      basis: `dòng một\ndòng hai ${'ă'.repeat(200)}`,
    });
    const text = writeCalendarIcs({ edition: 1, years: [], days: [day] }, at);

    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(readCalendarIcs({ name: 'calendar.ics', text }).days).toEqual([day]);
  });

  it('of somebody else is taken for less sure, and a swap is known by its name', () => {
    const text = eventsOf([
      'DTSTART;VALUE=DATE:20181231\nSUMMARY:Hoán đổi: nghỉ ngày 31/12/2018 (làm bù ngày 05/01/2019)\nDESCRIPTION:B\nCATEGORIES:off',
    ]);

    expect(readCalendarIcs({ name: 'a.ics', text }).days).toMatchObject([
      { on: '2018-12-31', swapWith: localDate('2019-01-05'), confidence: 'derived', source: '' },
    ]);
  });

  it('takes the other half of a swap from the event that it is related to, and names it so', () => {
    const [off] = aSwap('2018-12-31', '2019-01-05');
    const text = writeCalendarIcs({ edition: 1, years: [], days: [{ ...off!, name: 'Nghỉ' }] }, at);

    expect(readCalendarIcs({ name: 'a.ics', text: `\uFEFF${text}` }).days).toEqual([off]);
  });
});

describe('a wrong iCalendar', () => {
  it('names every wrong event with the line on which it begins', () => {
    const right = 'DTSTART;VALUE=DATE:20261124\nSUMMARY:A\nDESCRIPTION:B\nCATEGORIES:off';
    const text = eventsOf([
      right.replace('20261124', '20261124T080000').replace(';VALUE=DATE', ''),
      `${right}\nRRULE:FREQ=YEARLY`,
      right,
      `${right}\nDTEND;VALUE=DATE:20261126`,
      right.replace('off', 'holiday'),
      `${right}\nDURATION:P2D`,
      `${right.replace('1124', '1125')}\nDURATION:P1D`,
      right.replace('\nDESCRIPTION:B', ''),
      right.replace('SUMMARY:A', 'SUMMARY: '),
    ]);

    expect(readCalendarIcs({ name: 'a.ics', text })).toMatchObject({
      lines: [16, 42],
      faults: [
        { line: 3, fault: { code: 'not_a_date', column: 'DTSTART' } },
        { line: 9, fault: { code: 'event_not_one_day' } },
        { line: 22, fault: { code: 'event_not_one_day' } },
        { line: 29, fault: { code: 'not_one_of', column: 'CATEGORIES', value: 'holiday' } },
        { line: 35, fault: { code: 'event_not_one_day' } },
        { line: 49, fault: { code: 'empty', column: 'DESCRIPTION' } },
        { line: 54, fault: { code: 'empty', column: 'SUMMARY' } },
      ],
    });
  });

  it('names a time that cannot be read with the line of its event, and reads on', () => {
    const right = 'DTSTART;VALUE=DATE:20261124\nSUMMARY:A\nDESCRIPTION:B\nCATEGORIES:off';
    const text = eventsOf([
      right.replace('20261124', 'garbage'),
      right.replace('20261124', '20261399'),
      right.replace(';VALUE=DATE:20261124', ':20261'),
      `${right}\nDURATION:XX`,
      `${right}\nDTEND;VALUE=DATE:zz`,
      right.replace('CATEGORIES', 'CATEGORIES;VALUE=DATE'),
      right,
    ]);

    expect(readCalendarIcs({ name: 'a.ics', text })).toMatchObject({
      lines: [41],
      faults: [
        { line: 3, fault: { code: 'not_a_date', column: 'DTSTART' } },
        { line: 9, fault: { code: 'not_a_date', column: 'DTSTART', value: '2026-13-99' } },
        { line: 15, fault: { code: 'not_a_date', column: 'DTSTART' } },
        { line: 21, fault: { code: 'event_not_one_day' } },
        { line: 28, fault: { code: 'event_not_one_day' } },
        { line: 35, fault: { code: 'not_one_of', column: 'CATEGORIES' } },
      ],
    });
  });

  it.each([
    ['nothing', ''],
    ['another text', 'date,kind\n'],
    ['another component', 'BEGIN:VCARD\nEND:VCARD\n'],
    ['half of one', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n'],
  ])('is refused where it is %s', (_, text) => {
    expect(readCalendarIcs({ name: 'a.ics', text })).toMatchObject({
      days: [],
      faults: [{ line: null, fault: { code: 'not_icalendar' } }],
    });
  });
});

function eventsOf(events: readonly string[]): string {
  return `BEGIN:VCALENDAR\nVERSION:2.0\n${events.map((event) => `BEGIN:VEVENT\n${event}\nEND:VEVENT\n`).join('')}END:VCALENDAR\n`;
}
