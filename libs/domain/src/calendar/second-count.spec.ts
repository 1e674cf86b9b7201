import { describe, expect, it } from '@jest/globals';

import { aCalendar } from '@dialogue/testing/builders';

import { CalendarExceeded } from '../errors/domain-error.js';
import { localDate } from '../time/local-date.js';
import { countDays, walk, type DayCount, type WalkedDay } from './day-walk.js';
import { secondCount } from './second-count.fixture.js';

const calendar = aCalendar();
const second = secondCount();
const beyond = 'beyond the calendar';

/** What the domain counts, on every day of the table, beside the second way. */
function differing(count: DayCount, other: (on: string) => string | undefined): readonly string[] {
  return second.days.flatMap((on) => {
    const first = counted(on, count);
    const expected = other(on) ?? beyond;
    return first === expected ? [] : [`${on}: ${first}, and the second way ${expected}`];
  });
}

function counted(on: string, count: DayCount): string {
  try {
    return countDays(calendar, localDate(on), count);
  } catch (error) {
    if (error instanceof CalendarExceeded) return beyond;
    throw error;
  }
}

describe('a second way to count', () => {
  it('has every day of 2015 to 2027', () => {
    expect([second.days.length, second.days[0], second.days.at(-1)]).toEqual([4_748, '2015-01-01', '2027-12-31']);
  });

  it('D11.1c: agrees on 15 working days after, from every day', () => {
    expect(differing({ workingDays: 15 }, (on) => second.after(on, 15))).toEqual([]);
  });

  it('D11.1b: agrees on 5 working days after, from every day', () => {
    expect(differing({ workingDays: 5 }, (on) => second.after(on, 5))).toEqual([]);
  });

  it('D8.1g: agrees on 5 working days before, from every day', () => {
    expect(differing({ workingDays: -5 }, (on) => second.before(on, 5))).toEqual([]);
  });

  it('D8.1e: agrees on 5 days before, rolled back to a working day, from every day', () => {
    expect(differing({ days: -5 }, (on) => second.daysBefore(on, 5))).toEqual([]);
  });

  it('D14.1: agrees on the last working day before a day, for every day', () => {
    expect(differing({ days: -1 }, (on) => second.daysBefore(on, 1))).toEqual([]);
  });

  it.each([1, 3, 10, 20, 60])('D11.1c: agrees on %i working days, after and before, from every day', (workingDays) => {
    expect(differing({ workingDays }, (on) => second.after(on, workingDays))).toEqual([]);
    expect(differing({ workingDays: -workingDays }, (on) => second.before(on, workingDays))).toEqual([]);
  });

  it('D11.1c: agrees on how many of the days of a working count', () => {
    const wrong = second.days.filter((on) => {
      const end = second.after(on, 15);
      if (end === undefined) return false;
      const seen: WalkedDay[] = [];
      walk(calendar, { anchorOn: localDate(on), count: { workingDays: 15 } }, (day) => seen.push(day));
      const between = second.days.slice(second.days.indexOf(on), second.days.indexOf(end) + 1);
      const countedDays = seen.filter((day) => day.counted !== null).map((day) => day.on);
      const expected = Array.from({ length: 15 }, (_, index) => second.after(on, index + 1));
      return seen.map((day) => day.on).join() !== between.join() || countedDays.join() !== expected.join();
    });

    expect(wrong).toEqual([]);
  });
});
