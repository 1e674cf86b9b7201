import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { aCalendar, aCalendarSlice } from '@dialogue/testing/builders';

import { CalendarExceeded } from '../errors/domain-error.js';
import { addDays, localDate, type LocalDate } from '../time/local-date.js';
import {
  addWorkingDays,
  isProvisional,
  isWorkingDay,
  onOrAfterWorkingDay,
  workingDaysBetween,
  type CalendarSlice,
} from './calendar-slice.js';
import { countDays } from './day-walk.js';

const calendar = aCalendar();
/** Far enough from both ends for 200 working days. */
const someDay = fc.constantFrom(...everyDay(localDate('2016-01-01'), localDate('2026-12-31')));
const fewDays = fc.integer({ min: 1, max: 200 });

describe('isWorkingDay', () => {
  it.each([
    ['2026-11-23', true, 'an ordinary Monday; the swap with the 28th was not adopted'],
    ['2026-11-28', false, 'an ordinary Saturday'],
    ['2026-11-29', false, 'a Sunday'],
    ['2026-11-24', false, 'a Tuesday: Culture Day, new in 2026'],
    ['2025-11-24', true, 'a Monday: a year before Culture Day was a day off'],
    ['2026-02-16', false, 'a Monday in Tet'],
    ['2026-02-23', true, 'the first Monday after Tet'],
    ['2026-01-02', false, 'a Friday off in exchange'],
    ['2026-01-10', true, 'the Saturday worked for it'],
    ['2026-01-11', false, 'the Sunday after it'],
    ['2026-08-31', false, 'a Monday off in exchange'],
    ['2026-08-22', true, 'the Saturday worked for it, before'],
    ['2026-04-26', false, 'a holiday on a Sunday'],
    ['2026-04-27', false, 'the day in lieu of it'],
    ['2019-01-05', true, 'a Saturday worked for a day off of the year before'],
    ['2018-12-31', false, 'that day off'],
  ])('%s: %s (%s)', (on, isWorked) => {
    expect(isWorkingDay(calendar, localDate(on))).toBe(isWorked);
  });

  it.each([
    [2015, 250],
    [2016, 251],
    [2017, 250],
    [2018, 250],
    [2019, 252],
    [2020, 252],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 250],
    [2026, 249],
    [2027, 249],
  ])('%i has %i working days, as its source counts them', (year, workingDays) => {
    const days = everyDay(localDate(`${String(year)}-01-01`), localDate(`${String(year)}-12-31`));

    expect(days.filter((on) => isWorkingDay(calendar, on))).toHaveLength(workingDays);
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2026-03-05', '2026-03-26', 'Thursday to Thursday: three plain weeks'],
    ['2026-03-07', '2026-03-27', 'received on a Saturday: Monday is the first day'],
    ['2026-03-08', '2026-03-27', 'received on a Sunday: the same as on Saturday'],
    ['2026-02-06', '2026-03-06', 'a week before Tet 2026: its five days off do not count'],
    ['2026-02-13', '2026-03-13', 'the last Friday before Tet'],
    ['2026-02-18', '2026-03-13', 'received in Tet: the count begins after it'],
    ['2026-02-22', '2026-03-13', 'the last Sunday of Tet: still the same'],
    ['2026-02-23', '2026-03-16', 'the first working day after Tet is day 0, not day 1'],
    ['2026-01-30', '2026-02-27', 'ends after Tet'],
    ['2026-01-23', '2026-02-13', 'ends on the last working day before Tet'],
    ['2026-01-26', '2026-02-23', 'one working day later ends after it'],
    ['2027-01-29', '2027-02-26', 'Tet 2027: Thursday 4 to Wednesday 10 February'],
    ['2025-01-10', '2025-02-07', 'Tet 2025'],
    ['2023-01-13', '2023-02-10', 'Tet 2023: Friday 20 to Thursday 26 January'],
    ['2015-02-06', '2015-03-06', 'Tet 2015: Saturday 14 February was worked for Monday 16th'],
    ['2015-02-13', '2015-03-13', 'received on the Friday before that worked Saturday'],
    ['2025-12-19', '2026-01-12', "year's end: off are 1/1 and, in exchange, 2/1; Saturday 10/1 is worked"],
    ['2025-12-31', '2026-01-22', 'the worked Saturday 10/1 is one of the 15'],
    ['2026-01-02', '2026-01-22', 'received on the day off in exchange: the same'],
    ['2026-01-09', '2026-01-29', 'the Saturday after receipt is worked and is day 1'],
    ['2026-01-10', '2026-01-30', 'received on the worked Saturday: it is day 0'],
    ['2026-08-07', '2026-08-27', 'the worked Saturday 22/8 comes first: a day earlier than three weeks'],
    ['2026-08-10', '2026-08-28', 'the due date falls on the Friday before the day off in exchange'],
    ['2026-08-11', '2026-09-03', 'the next one falls behind 31/8, 1/9 and 2/9'],
    ['2026-08-21', '2026-09-15', 'received on the Friday before the worked Saturday 22/8'],
    ['2026-08-22', '2026-09-16', 'received on the worked Saturday'],
    ['2026-08-31', '2026-09-23', 'received on the day off in exchange'],
    ['2018-12-21', '2019-01-14', "an exchange across year's end: 31/12 off, Saturday 5/1 worked"],
    ['2019-01-04', '2019-01-24', 'the Friday before that Saturday'],
    ['2019-04-12', '2019-05-08', 'off 15, 29, 30/4 and 1/5; Saturday 4/5 worked'],
    ['2024-05-04', '2024-05-24', 'received on a worked Saturday'],
    ['2025-04-11', '2025-05-06', 'worked first, off later: Saturday 26/4 for Friday 2/5'],
    ['2026-04-10', '2026-05-06', 'Hung Kings on a Sunday, in lieu on Monday 27/4; 30/4; 1/5'],
    ['2027-04-15', '2027-05-11', '16/4, 30/4, and 3/5 in lieu of Saturday 1/5'],
    ['2026-11-03', '2026-11-25', 'over Culture Day'],
    ['2026-11-23', '2026-12-15', 'received on the eve of Culture Day'],
    ['2026-12-11', '2027-01-04', "ends on the first working day after New Year's Day"],
    ['2026-12-31', '2027-01-22', "received on the year's last day"],
  ])('D11.1c: 15 working days from %s end on %s (%s)', (receivedOn, dueOn) => {
    expect(addWorkingDays(calendar, localDate(receivedOn), 15)).toBe(dueOn);
  });

  it.each([
    ['2026-02-23', -1, '2026-02-13', 'the working day before the first after Tet'],
    ['2026-03-02', -5, '2026-02-23', 'five back, to the first after Tet'],
    ['2026-09-03', -2, '2026-08-27', 'back over National Day and its exchange'],
    ['2026-01-12', -1, '2026-01-10', 'back onto the worked Saturday'],
    ['2026-08-24', -1, '2026-08-22', 'the other worked Saturday'],
    ['2027-01-04', -1, '2026-12-31', "back over New Year's Day"],
    ['2026-02-18', 0, '2026-02-18', 'no working days: the day itself, also in Tet'],
  ])('%s and %i working days is %s (%s)', (on, workingDays, result) => {
    expect(addWorkingDays(calendar, localDate(on), workingDays)).toBe(result);
  });

  it('is undone by its opposite from a working day', () => {
    fc.assert(
      fc.property(someDay, fewDays, (anyDay, count) => {
        const on = onOrAfterWorkingDay(calendar, anyDay);

        expect(addWorkingDays(calendar, addWorkingDays(calendar, on, count), -count)).toBe(on);
        expect(addWorkingDays(calendar, addWorkingDays(calendar, on, -count), count)).toBe(on);
      }),
    );
  });

  it('never lands on a day of rest', () => {
    fc.assert(
      fc.property(someDay, fewDays, (on, count) => {
        expect(isWorkingDay(calendar, addWorkingDays(calendar, on, count))).toBe(true);
        expect(isWorkingDay(calendar, addWorkingDays(calendar, on, -count))).toBe(true);
      }),
    );
  });

  it('comes later for a later start, and strictly further away for one day more', () => {
    fc.assert(
      fc.property(someDay, fewDays, (on, count) => {
        const after = addWorkingDays(calendar, on, count);
        const before = addWorkingDays(calendar, on, -count);

        expect(addWorkingDays(calendar, addDays(on, 1), count) >= after).toBe(true);
        expect(addWorkingDays(calendar, addDays(on, 1), -count) >= before).toBe(true);
        expect(addWorkingDays(calendar, on, count + 1) > after).toBe(true);
        expect(addWorkingDays(calendar, on, -count - 1) < before).toBe(true);
      }),
    );
  });

  it('D11.1c: is never earlier after, and never later before, in an edition with one day off more', () => {
    fc.assert(
      fc.property(someDay, fewDays, fc.integer({ min: -300, max: 300 }), (on, count, away) => {
        const changed = withDayOff(addDays(on, away));

        expect(addWorkingDays(changed, on, count) >= addWorkingDays(calendar, on, count)).toBe(true);
        expect(addWorkingDays(changed, on, -count) <= addWorkingDays(calendar, on, -count)).toBe(true);
        expect(countDays(changed, on, { days: -count }) <= countDays(calendar, on, { days: -count })).toBe(true);
      }),
    );
  });

  it.each([
    ['2026-03-31', 15, '2026-04-01', 'the first day behind the slice'],
    ['2026-03-12', 15, '2026-04-01', 'reached while counting, only the first missing day is named'],
    ['2026-03-01', -1, '2026-02-28', 'the first day before it'],
    ['2026-04-15', 1, '2026-04-16', 'a start that is outside itself'],
  ])('asks for %s and %i beyond its slice: needs %s (%s)', (on, workingDays, neededUntil) => {
    const slice = aCalendarSlice('2026-03-01', '2026-03-31');
    const count = (): LocalDate => addWorkingDays(slice, localDate(on), workingDays);

    expect(count).toThrow(CalendarExceeded);
    expect(count).toThrow(expect.objectContaining({ needsCalendarUntil: neededUntil }));
  });

  it('needs no more calendar than the day on which the count ends', () => {
    const slice = aCalendarSlice('2026-03-01', '2026-03-26');

    expect(addWorkingDays(slice, localDate('2026-03-05'), 15)).toBe('2026-03-26');
  });
});

describe('onOrAfterWorkingDay', () => {
  it.each([
    ['2026-03-05', '2026-03-05', 'a working day is its own'],
    ['2026-02-14', '2026-02-23', 'the Saturday before Tet'],
    ['2026-01-10', '2026-01-10', 'a worked Saturday'],
    ['2026-08-29', '2026-09-03', 'the Saturday before National Day and its exchange'],
  ])('%s: %s (%s)', (on, result) => {
    expect(onOrAfterWorkingDay(calendar, localDate(on))).toBe(result);
  });
});

describe('workingDaysBetween', () => {
  it.each([
    ['2026-03-05', '2026-03-26', 15, 'three weeks'],
    ['2026-03-26', '2026-03-05', -15, 'the other way round'],
    ['2026-03-05', '2026-03-05', 0, 'the same day'],
    ['2026-02-13', '2026-02-22', 0, 'nothing is worked in Tet'],
    ['2026-08-21', '2026-08-23', 1, 'the worked Saturday'],
  ])('from %s to %s lie %i (%s)', (from, to, count) => {
    expect(workingDaysBetween(calendar, localDate(from), localDate(to))).toBe(count);
  });

  it('counts what adding added', () => {
    fc.assert(
      fc.property(
        someDay,
        fewDays,
        (on, count) => workingDaysBetween(calendar, on, addWorkingDays(calendar, on, count)) === count,
      ),
    );
  });
});

describe('isProvisional', () => {
  it.each([
    ['2026-12-11', '2027-01-04', true, 'ends in the unconfirmed year'],
    ['2026-12-01', '2026-12-31', false, 'ends before it'],
    ['2027-01-04', '2027-01-25', true, 'lies in it'],
    ['2026-12-31', '2028-01-03', true, 'spans it'],
    ['2028-01-03', '2028-01-24', false, 'lies behind it'],
  ])('from %s to %s: %s (%s)', (from, to, expected) => {
    expect(isProvisional(calendar, localDate(from), localDate(to))).toBe(expected);
  });
});

/** An edition in which this day is off as well: no longer worked where it was a worked Saturday. */
function withDayOff(off: LocalDate): CalendarSlice {
  const { daysOff, workedRestDays } = calendar;
  return aCalendar({ daysOff: [...daysOff, off], workedRestDays: workedRestDays.filter((on) => on !== off) });
}

function everyDay(from: LocalDate, until: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let on = from; on <= until; on = addDays(on, 1)) days.push(on);
  return days;
}
