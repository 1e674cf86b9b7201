import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { aCalendarDay, aSwap } from '@dialogue/testing/builders';

import { addDays, localDate, weekdayOf, yearOf, type LocalDate } from '../time/local-date.js';
import type { CalendarDay } from './calendar-day.js';
import type { CalendarEdition } from './calendar-edition.js';
import { problemsOf } from './calendar-problems.js';
import { firstYearToSuggest, suggestYear, withYearSuggested } from './suggest-year.js';
import { lunarDay, lunarNewYear } from './lunar-calendar.js';

/** Date, kind and name of what was announced; none of the three is ever quoted. */
const announced = readFileSync(new URL('../../../../data/working-calendar.csv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => line.split(','))
  .map(([on = '', kind = '', name = '']) => ({ on: localDate(on), kind, name }));

describe('the lunar days of the data', () => {
  const years = Array.from({ length: 13 }, (_, at) => 2015 + at);

  it.each(years)('Tet %i: its five days are around the computed one', (year) => {
    const first = lunarNewYear(year);
    const days = daysNamed('Tết Nguyên đán', year);

    expect(days).toHaveLength(5);
    expect(days).toEqual(expect.arrayContaining([-1, 0, 1, 2].map((offset) => addDays(first, offset))));
  });

  it.each(years)('Hung Kings %i: the tenth of the third month', (year) => {
    expect(daysNamed('Giỗ Tổ Hùng Vương', year)).toEqual([lunarDay(year, 3, 10)]);
  });
});

describe('suggestYear', () => {
  it.each([2021, 2022, 2023, 2024, 2025, 2026, 2027])(
    'D11.1c: says of %i what was announced, but for the choices of the Government and swaps',
    (year) => {
      const suggested = suggestYear(year);
      const open = new Set(suggested.filter(({ confidence }) => confidence === 'open').map(({ name }) => name));
      const isComparable = ({ name }: { readonly name: string }): boolean =>
        !open.has(name) && !name.startsWith('Hoán đổi');
      const known = announced.filter(({ on }) => yearOf(on) === year).filter(isComparable);

      expect(suggested.filter(isComparable).map(({ on, kind, name }) => ({ on, kind, name }))).toEqual(known);
      expect([...open].toSorted()).toEqual(
        ['Nghỉ bù Tết Nguyên đán', 'Quốc khánh (ngày liền kề)', 'Tết Nguyên đán'].filter((name) => open.has(name)),
      );
    },
  );

  it.each([2021, 2022, 2023, 2024, 2025, 2026, 2027])('guessed the day beside 2/9/%i as it was chosen', (year) => {
    const name = 'Quốc khánh (ngày liền kề)';

    expect(suggestYear(year).filter((day) => day.name === name)).toMatchObject(
      daysNamed(name, year).map((on) => ({ on, confidence: 'open' })),
    );
  });

  it.each([
    [2022, '2022-05-02', '2022-05-03', 'a Saturday and a Sunday in a row move to Monday and Tuesday'],
    [2023, '2023-05-02', '2023-05-03', 'a holiday on Monday pushes both behind it'],
  ])('moves two rest days of %i to two days: %s, %s (%s)', (year, first, second) => {
    const days = suggestYear(year).map(({ on }) => on);

    expect(days).toEqual(expect.arrayContaining([first, second]));
  });

  it('has Culture Day from 2026 on', () => {
    expect([2025, 2026, 2028].map((year) => suggestYear(year).some(({ on }) => on.endsWith('11-24')))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('makes calendars that have no problem, with 12 holidays, as many days in lieu as rest days among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2026, max: 2100 }), (year) => {
        const days = suggestYear(year);
        const ofKind = (kind: string): readonly CalendarDay[] => days.filter((day) => day.kind === kind);
        const inLieu = days.filter(({ name }) => name.startsWith('Nghỉ bù'));

        expect(problemsOf(days, [{ year, isConfirmed: false }])).toEqual([]);
        expect(days.length - inLieu.length).toBe(12);
        expect(inLieu).toHaveLength(ofKind('holiday_on_weekend').length);
        expect(days.every(({ kind, on }) => (kind === 'off') === weekdayOf(on) <= 5)).toBe(true);
      }),
    );
  });

  it('begins with the law that it carries out', () => {
    expect(firstYearToSuggest).toBe(2021);
  });
});

describe('withYearSuggested', () => {
  const empty: CalendarEdition = { edition: 2, years: [{ year: 2027, isConfirmed: true }], days: [] };

  it('covers the year, unconfirmed', () => {
    expect(withYearSuggested(empty, 2028)).toEqual({
      edition: 2,
      years: [...empty.years, { year: 2028, isConfirmed: false }],
      days: suggestYear(2028),
    });
  });

  it('changes nothing the second time', () => {
    const once = withYearSuggested(empty, 2028);

    expect(withYearSuggested(once, 2028)).toEqual(once);
  });

  it('lets be what is there: announced days of Tet, a swap on a day that it would have proposed', () => {
    const tet = aCalendarDay('2028-01-24', { name: 'Tết Nguyên đán' });
    const days = [tet, ...aSwap('2028-09-01', '2028-09-09')];

    const suggested = withYearSuggested({ ...empty, days }, 2028).days;

    expect(suggested).toEqual(expect.arrayContaining(days));
    expect(suggested.filter(({ name }) => name.includes('Tết Nguyên đán'))).toEqual([tet]);
    expect(suggested.filter(({ on }) => on === '2028-09-01')).toHaveLength(1);
    expect(suggested.some(({ name }) => name === 'Giỗ Tổ Hùng Vương')).toBe(true);
  });

  it('gives a day in lieu of a holiday that somebody else has entered', () => {
    const holiday = aCalendarDay('2028-07-01', { kind: 'holiday_on_weekend', name: 'Ngày lễ' });

    expect(withYearSuggested({ ...empty, days: [holiday] }, 2028).days).toContainEqual(
      expect.objectContaining({ on: '2028-07-03', name: 'Nghỉ bù Ngày lễ' }),
    );
  });

  it('has nothing to add to a confirmed year', () => {
    expect(() => withYearSuggested(empty, 2027)).toThrow(expect.objectContaining({ code: 'calendar.year_confirmed' }));
  });
});

function daysNamed(name: string, year: number): readonly LocalDate[] {
  return announced.filter((day) => day.name === name && yearOf(day.on) === year).map(({ on }) => on);
}
