import { describe, expect, it } from '@jest/globals';

import { aCalendarDay, aSwap } from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { isSameCalendar, openChoicesOf, toSlice, type CalendarEdition } from './calendar-edition.js';

const edition: CalendarEdition = {
  edition: 3,
  years: [
    { year: 2018, isConfirmed: true },
    { year: 2019, isConfirmed: false },
  ],
  days: [
    aCalendarDay('2018-09-03'),
    ...aSwap('2018-12-31', '2019-01-05'),
    aCalendarDay('2019-04-14', { kind: 'holiday_on_weekend' }),
    aCalendarDay('2019-04-15', { confidence: 'open', name: 'A' }),
    aCalendarDay('2019-09-02', { confidence: 'open', name: 'B' }),
    aCalendarDay('2019-09-03', { confidence: 'open', name: 'A' }),
  ],
};

describe('toSlice', () => {
  it('D11.1c: holds the days that change a count, from the first day asked for to the last', () => {
    expect(toSlice(edition, range('2018-12-31', '2019-09-02'))).toEqual({
      edition: 3,
      from: '2018-12-31',
      until: '2019-09-02',
      daysOff: ['2018-12-31', '2019-04-15', '2019-09-02'],
      workedRestDays: ['2019-01-05'],
      unconfirmedYears: [2019],
    });
  });

  it('says nothing of years outside of the range', () => {
    expect(toSlice(edition, range('2018-01-01', '2018-12-31')).unconfirmedYears).toEqual([]);
  });

  it.each([
    ['2017-12-31', '2018-01-01', 2017],
    ['2019-01-01', '2021-01-01', 2020],
  ])('from %s until %s: names the year %i, which is not covered', (from, until, year) => {
    expect(() => toSlice(edition, range(from, until))).toThrow(
      expect.objectContaining({ code: 'calendar.year_missing', details: { year } }),
    );
  });
});

describe('openChoicesOf', () => {
  it('gathers the proposals of a year by their names', () => {
    expect([openChoicesOf(edition.days, 2018), openChoicesOf(edition.days, 2019)]).toEqual([
      [],
      [
        { name: 'A', days: ['2019-04-15', '2019-09-03'] },
        { name: 'B', days: ['2019-09-02'] },
      ],
    ]);
  });
});

describe('isSameCalendar', () => {
  const [first, ...rest] = edition.days;

  it.each<[string, Partial<CalendarEdition>, boolean]>([
    ['where a day was read', { days: [{ ...first!, source: 'elsewhere', confidence: 'derived' }, ...rest] }, true],
    ['a name', { days: [{ ...first!, name: 'another' }, ...rest] }, false],
    ['a day less', { days: rest }, false],
    ['a year less', { years: edition.years.slice(1) }, false],
    ['a confirmation', { years: edition.years.map(({ year }) => ({ year, isConfirmed: true })) }, false],
  ])('with %s changed is %#: %s', (_, change, isSame) => {
    expect(isSameCalendar(edition, { ...edition, ...change })).toBe(isSame);
  });
});

function range(from: string, until: string) {
  return { from: localDate(from), until: localDate(until) };
}
