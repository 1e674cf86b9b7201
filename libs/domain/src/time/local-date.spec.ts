import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  addDays,
  addMonths,
  atHour,
  dateAt,
  isLocalDate,
  localDate,
  startOfDay,
  weekdayOf,
  yearOf,
} from './local-date.js';

const days = fc.integer({ min: 0, max: 40_000 }).map((n) => dateAt(n * 86_400_000));

describe('localDate', () => {
  it.each([
    ['2026-11-23', 'an ordinary day'],
    ['2028-02-29', 'the leap day of a leap year'],
    ['2000-02-29', 'a century that is a leap year'],
  ])('accepts %s (%s)', (text) => {
    expect(localDate(text)).toBe(text);
  });

  it.each([
    ['2026-02-29', 'no leap year'],
    ['2026-02-30', 'a month has no such day'],
    ['2026-04-31', 'April has 30 days'],
    ['2026-13-01', 'no such month'],
    ['2026-00-10', 'months begin with 1'],
    ['2026-01-00', 'days begin with 1'],
    ['26-01-01', 'two digits of a year'],
    ['2026-1-1', 'no leading zeros'],
    ['01/02/2026', 'the form of letters'],
    ['2026-01-01T00:00:00Z', 'an instant'],
    ['2026-01-01\n', 'a line end'],
    [' 2026-01-01', 'a space'],
    ['', 'nothing'],
  ])('refuses %j (%s)', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(expect.objectContaining({ code: 'date.invalid' }));
  });
});

describe('dateAt', () => {
  it.each([
    ['2026-11-22T16:59:59.999Z', '2026-11-22', 'the last millisecond before midnight in Vietnam'],
    ['2026-11-22T17:00:00.000Z', '2026-11-23', 'midnight in Vietnam'],
    ['2026-12-31T17:00:00.000Z', '2027-01-01', 'a new year, seven hours earlier than in London'],
    ['2028-02-28T17:00:00.000Z', '2028-02-29', 'a leap day'],
  ])('%s is %s (%s)', (instant, on) => {
    expect(dateAt(Date.parse(instant))).toBe(on);
  });

  it('is the day from its first to its last millisecond', () => {
    fc.assert(
      fc.property(days, (on) => {
        expect(dateAt(startOfDay(on))).toBe(on);
        expect(dateAt(startOfDay(addDays(on, 1)) - 1)).toBe(on);
        expect(dateAt(startOfDay(on) - 1)).toBe(addDays(on, -1));
      }),
    );
  });
});

describe('atHour', () => {
  it('counts from midnight in Vietnam', () => {
    expect(atHour(localDate('2026-11-23'), 8)).toBe(Date.parse('2026-11-23T08:00+07:00'));
  });
});

describe('addDays', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01', "year's end"],
    ['2028-02-28', 1, '2028-02-29', 'leap year'],
    ['2027-02-28', 1, '2027-03-01', 'no leap year'],
    ['2027-01-01', -1, '2026-12-31', 'backwards'],
    ['2026-05-01', 0, '2026-05-01', 'nothing'],
  ])('%s %i is %s (%s)', (on, count, result) => {
    expect(addDays(localDate(on), count)).toBe(result);
  });

  it('is undone by its opposite', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -800, max: 800 }), (on, count) => addDays(addDays(on, count), -count) === on),
    );
  });
});

describe('weekdayOf', () => {
  it.each([
    ['2026-11-23', 1, 'Monday'],
    ['2026-11-28', 6, 'Saturday'],
    ['2026-11-29', 7, 'Sunday'],
  ])('%s is %i (%s)', (on, weekday) => {
    expect(weekdayOf(localDate(on))).toBe(weekday);
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-03-25', 12, '2027-03-25', 'the same day a year later'],
    ['2028-02-29', 12, '2029-02-28', 'a leap day has no anniversary'],
    ['2026-01-31', 1, '2026-02-28', 'a shorter month'],
    ['2026-08-31', 1, '2026-09-30', 'a month of 30 days'],
    ['2026-12-15', 1, '2027-01-15', 'across the year'],
    ['2026-11-30', 3, '2027-02-28', 'across the year into a shorter month'],
    ['2026-12-31', 12, '2027-12-31', 'the last day'],
  ])('%s and %i months is %s (%s)', (on, months, result) => {
    expect(addMonths(localDate(on), months)).toBe(result);
  });
});

describe('yearOf', () => {
  it('is the year as a number', () => {
    expect(yearOf(localDate('2027-01-01'))).toBe(2027);
  });
});
