import { describe, expect, it } from '@jest/globals';

import { aCalendarDay, aSwap } from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import type { CalendarDay } from './calendar-day.js';
import { problemsOf } from './calendar-problems.js';

const years = [2018, 2019].map((year) => ({ year, isConfirmed: true }));
const [off, worked] = aSwap('2019-04-29', '2019-05-04');

describe('problemsOf', () => {
  it.each<[string, readonly CalendarDay[]]>([
    ['a day off on a weekday', [aCalendarDay('2019-09-02')]],
    ['a holiday on a rest day', [aCalendarDay('2019-04-14', { kind: 'holiday_on_weekend' })]],
    ['a swap', [off!, worked!]],
    ['a swap the other way round', [worked!, off!]],
    ['a swap for a worked Sunday', aSwap('2019-04-29', '2019-05-05')],
    ["a swap across a year's end", aSwap('2018-12-31', '2019-01-05')],
    ['a swap with a day before the first year', [aCalendarDay('2018-01-02', { swapWith: localDate('2017-12-30') })]],
  ])('D11.1c: has nothing to say of %s', (_, days) => {
    expect(problemsOf(days, years)).toEqual([]);
  });

  it.each<[string, readonly CalendarDay[], readonly [number, string][]]>([
    ['a day off on a Saturday', [aCalendarDay('2019-05-04')], [[0, 'calendar.day_off_on_rest_day']]],
    ['a worked weekday', aSwap('2019-04-29', '2019-05-03').toReversed(), [[0, 'calendar.day_worked_on_weekday']]],
    [
      'a weekend holiday on a weekday',
      [aCalendarDay('2019-05-03', { kind: 'holiday_on_weekend' })],
      [[0, 'calendar.day_no_weekend_holiday']],
    ],
    [
      'a weekend holiday that is swapped',
      [{ ...worked!, kind: 'holiday_on_weekend' }, off!],
      [
        [0, 'calendar.day_no_weekend_holiday'],
        [1, 'calendar.swap_half_missing'],
      ],
    ],
    ['a date that comes again', [off!, worked!, aCalendarDay('2019-04-29')], [[2, 'calendar.day_twice']]],
    ['a year that is not covered', [aCalendarDay('2020-09-02')], [[0, 'calendar.day_in_uncovered_year']]],
    ['no name', [aCalendarDay('2019-09-02', { name: ' ' })], [[0, 'calendar.day_without_name']]],
    ['no basis', [aCalendarDay('2019-09-02', { basis: '' })], [[0, 'calendar.day_without_basis']]],
    ['a swap without its worked half', [off!], [[0, 'calendar.swap_half_missing']]],
    ['a swap without its day off', [worked!], [[0, 'calendar.swap_half_missing']]],
    ['a worked day for nothing', [{ ...worked!, swapWith: null }], [[0, 'calendar.swap_half_missing']]],
    [
      'a swap with a day after the last year',
      [aCalendarDay('2019-12-31', { swapWith: localDate('2020-01-04') })],
      [[0, 'calendar.swap_half_missing']],
    ],
    [
      'a swap without its half, in the first year',
      [aCalendarDay('2018-01-02', { swapWith: localDate('2018-01-06') })],
      [[0, 'calendar.swap_half_missing']],
    ],
    [
      'halves that name others',
      [off!, { ...worked!, swapWith: localDate('2019-04-30') }],
      [
        [0, 'calendar.swap_half_missing'],
        [1, 'calendar.swap_half_missing'],
      ],
    ],
    [
      'two days off that name each other',
      [off!, { ...off!, on: off!.swapWith!, swapWith: off!.on }],
      [
        [0, 'calendar.swap_half_missing'],
        [1, 'calendar.day_off_on_rest_day'],
        [1, 'calendar.swap_half_missing'],
      ],
    ],
  ])('D11.1c: finds %s', (_, days, expected) => {
    expect(problemsOf(days, years).map(({ index, code }) => [index, code])).toEqual(expected);
  });
});
