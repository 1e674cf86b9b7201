import { describe, expect, it } from '@jest/globals';

import { aCalendar } from '@dialogue/testing/builders';

import { addWorkingDays, onOrBeforeWorkingDay } from '../calendar/calendar-slice.js';
import { countDays } from '../calendar/day-walk.js';
import { addDays, localDate, weekdayOf, yearOf, type LocalDate } from '../time/local-date.js';
import { beforeADay, daysBeforeRolled, workingDaysAfter, workingDaysBefore } from './deadline-golden.fixture.js';

const calendar = aCalendar();
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `Thu 2018-12-27`, refused when that day is another one of the week. */
function dayOf(written: string): LocalDate {
  const on = localDate(written.slice(4));
  expect(shown(on)).toBe(written);
  return on;
}

function shown(on: LocalDate): string {
  return `${weekdays[weekdayOf(on) - 1] ?? ''} ${on}`;
}

describe('deadlines written by hand', () => {
  it('are there for every year of the calendar, forwards and backwards', () => {
    const tables = [workingDaysAfter, [...workingDaysBefore, ...daysBeforeRolled]];
    const years = tables.map((rows) => new Set(rows.map(([anchor]) => yearOf(localDate(anchor.slice(4))))));

    expect(years.map(({ size }) => size)).toEqual([13, 13]);
  });

  it.each(workingDaysAfter)('D11.1b, D11.1c: %s and %i working days after is %s (%s)', (anchor, days, due) => {
    expect(shown(addWorkingDays(calendar, dayOf(anchor), days))).toBe(due);
  });

  it.each(workingDaysBefore)('D8.1g: %s and %i working days before is %s (%s)', (anchor, days, due) => {
    expect(shown(addWorkingDays(calendar, dayOf(anchor), -days))).toBe(due);
  });

  it.each(daysBeforeRolled)('D8.1e: %s and %i days before, rolled back, is %s (%s)', (anchor, days, due) => {
    expect(shown(countDays(calendar, dayOf(anchor), { days: -days }))).toBe(due);
    expect(shown(onOrBeforeWorkingDay(calendar, addDays(dayOf(anchor), -days)))).toBe(due);
  });

  it.each(beforeADay)('D14.1: before %s, by %i day, is %s (%s)', (anchor, days, due) => {
    expect(shown(countDays(calendar, dayOf(anchor), { days: -days }))).toBe(due);
  });
});
