import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays, localDate, yearOf } from '../time/local-date.js';
import { lunarDay, lunarMonthsOf, lunarNewYear } from './lunar-calendar.js';
import { lunationAt, newMoonAt } from './new-moon.js';
import { sunLongitudeAt } from './sun-longitude.js';

const years = fc.integer({ min: 1960, max: 2100 });

describe('newMoonAt', () => {
  it('gives the new moon of February 1977 as the book does (example 49.a)', () => {
    // 03:37:42 of dynamical time, 48 seconds ahead of the clocks of that year.
    expect(Math.abs(newMoonAt(-283) - Date.parse('1977-02-18T03:36:54Z'))).toBeLessThan(30_000);
  });

  it.each([
    ['2026-02-17T12:01:00Z', 'Tet 2026'],
    ['2027-02-06T15:56:00Z', 'Tet 2027'],
    ['2030-02-02T16:07:00Z', 'Tet 2030, an hour before midnight'],
  ])('is at %s (%s), as almanacs say to the minute', (instant) => {
    const at = Date.parse(instant);

    expect(Math.abs(newMoonAt(lunationAt(at + 3_600_000)) - at)).toBeLessThan(90_000);
  });

  it('follows its forerunner after 29 to 30 days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 1300 }), (lunation) => {
        const days = (newMoonAt(lunation + 1) - newMoonAt(lunation)) / 86_400_000;

        expect(days).toBeGreaterThan(29.2);
        expect(days).toBeLessThan(29.9);
      }),
    );
  });
});

describe('sunLongitudeAt', () => {
  it('is that of 13 October 1992 as the book has it (example 25.a)', () => {
    expect(sunLongitudeAt(Date.parse('1992-10-13T00:00Z'))).toBeCloseTo(199.90895, 2);
  });

  it.each([
    ['2026-03-20T14:46Z', 0],
    ['2026-06-21T08:24Z', 90],
    ['2026-09-23T00:05Z', 180],
    ['2026-12-21T20:50Z', 270],
  ])('at %s is %i degrees, as almanacs say', (instant, degrees) => {
    const away = Math.abs(sunLongitudeAt(Date.parse(instant)) - degrees);

    expect(Math.min(away, 360 - away)).toBeLessThan(0.02);
  });
});

describe('lunarNewYear', () => {
  it.each([
    ['2015-02-19'],
    ['2016-02-08'],
    ['2017-01-28'],
    ['2018-02-16'],
    ['2019-02-05'],
    ['2020-01-25'],
    ['2021-02-12'],
    ['2022-02-01'],
    ['2023-01-22'],
    ['2024-02-10'],
    ['2025-01-29'],
    ['2026-02-17'],
    ['2027-02-06'],
    ['2028-01-26'],
  ])('is %s', (on) => {
    expect(lunarNewYear(yearOf(localDate(on)))).toBe(on);
  });

  it.each([
    ['1968-01-29', 'a new moon at 23:29; a day later in China'],
    ['1985-01-21', 'a winter solstice at 23:23; a month later in China'],
    ['2007-02-17', 'a new moon at 23:14; a day later in China'],
    ['2030-02-02', 'a new moon at 23:07; a day later in China'],
    ['2053-02-18', 'a new moon at 23:31; a day later in China'],
  ])('is %s where UTC+7 and UTC+8 differ (%s)', (on) => {
    expect(lunarNewYear(yearOf(localDate(on)))).toBe(on);
  });

  it('lies between 20 January and 21 February', () => {
    fc.assert(
      fc.property(years, (year) => {
        expect(lunarNewYear(year) >= `${String(year)}-01-20`).toBe(true);
        expect(lunarNewYear(year) <= `${String(year)}-02-21`).toBe(true);
      }),
    );
  });
});

describe('lunarMonthsOf', () => {
  it.each([
    [1985, 2, 'in China the tenth of 1984'],
    [2014, 9, ''],
    [2017, 6, ''],
    [2020, 4, ''],
    [2023, 2, ''],
    [2025, 6, ''],
    [2028, 5, ''],
    [2031, 3, ''],
    [2033, 11, 'the winter in which three months have no major term'],
  ])('%i has a leap month %i %s', (year, month) => {
    expect(lunarMonthsOf(year).filter(({ isLeap }) => isLeap)).toMatchObject([{ month }]);
  });

  it.each([1984, 2015, 2016, 2018, 2019, 2021, 2022, 2024, 2026, 2027, 2034])('%i has none', (year) => {
    expect(lunarMonthsOf(year).map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('join without a gap, in months of 29 or 30 days, each number once besides a leap month', () => {
    fc.assert(
      fc.property(years, (year) => {
        const months = lunarMonthsOf(year);
        const starts = [...months.map(({ firstDay }) => firstDay), lunarNewYear(year + 1)];

        for (const [at, start] of starts.slice(0, -1).entries())
          expect([addDays(start, 29), addDays(start, 30)]).toContain(starts[at + 1]);
        expect(months.filter(({ isLeap }) => !isLeap).map(({ month }) => month)).toEqual(
          Array.from({ length: 12 }, (_, at) => at + 1),
        );
        expect(months.length).toBeLessThanOrEqual(13);
      }),
    );
  });
});

describe('lunarDay', () => {
  it('knows no thirteenth month', () => {
    expect(() => lunarDay(2026, 13, 1)).toThrow('no month 13');
  });

  it('takes the month itself where a leap month follows', () => {
    expect(lunarDay(2025, 6, 1)).toBe('2025-06-25');
  });
});
