import { describe, expect, it } from '@jest/globals';

import { aCalendarDay, aSwap } from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import type { CalendarEdition } from './calendar-edition.js';
import {
  withDayInLieu,
  withDayOff,
  withoutDay,
  withSwap,
  withYearConfirmed,
  withYearsReplaced,
} from './edit-calendar.js';

const decided = { basis: 'Thông báo 1', source: 'công báo' };
const swap = aSwap('2019-04-29', '2019-05-04');
const edition: CalendarEdition = {
  edition: 2,
  years: [
    { year: 2018, isConfirmed: true },
    { year: 2019, isConfirmed: false },
  ],
  days: [
    aCalendarDay('2019-04-14', { kind: 'holiday_on_weekend', name: 'Giỗ Tổ Hùng Vương' }),
    ...swap,
    aCalendarDay('2019-09-03', { confidence: 'open' }),
  ],
};

describe('withDayOff', () => {
  const entry = { ...decided, on: localDate('2019-09-02'), name: 'Quốc khánh' };

  it('puts the day in its place, as one that is decided', () => {
    const { days } = withDayOff(edition, entry);

    expect(days.at(3)).toEqual(aCalendarDay('2019-09-02', { ...decided, name: 'Quốc khánh' }));
  });

  it('changes nothing when the same is said again', () => {
    const once = withDayOff(edition, entry);

    expect(withDayOff(once, entry)).toEqual(once);
  });

  it('takes the place of a proposal', () => {
    const { days } = withDayOff(edition, { ...entry, on: localDate('2019-09-03') });

    expect(days.filter(({ on }) => on === '2019-09-03')).toMatchObject([
      { name: 'Quốc khánh', confidence: 'confirmed' },
    ]);
  });

  it.each([
    ['2019-04-29', 'calendar.date_taken', 'another day stands there'],
    ['2019-08-31', 'calendar.day_off_on_rest_day', 'a Saturday'],
    ['2020-09-02', 'calendar.day_in_uncovered_year', 'a year that is not covered'],
  ])('refuses %s: %s (%s)', (on, code) => {
    expect(() => withDayOff(edition, { ...entry, on: localDate(on) })).toThrow(expect.objectContaining({ code }));
  });
});

describe('withDayInLieu', () => {
  const entry = { ...decided, on: localDate('2019-04-15'), insteadOf: localDate('2019-04-14'), holiday: null };

  it('is named after the holiday that falls on a rest day', () => {
    expect(withDayInLieu(edition, entry).days.at(1)).toMatchObject({
      on: '2019-04-15',
      kind: 'off',
      name: 'Nghỉ bù Giỗ Tổ Hùng Vương',
    });
  });

  it('brings the holiday with it where the calendar did not have it', () => {
    const added = withDayInLieu(edition, { ...entry, insteadOf: localDate('2019-04-13'), holiday: 'Ngày lễ' });

    expect(added.days.slice(0, 3)).toMatchObject([
      { on: '2019-04-13', kind: 'holiday_on_weekend', name: 'Ngày lễ' },
      { on: '2019-04-14' },
      { on: '2019-04-15', name: 'Nghỉ bù Ngày lễ' },
    ]);
  });

  it('refuses a day in lieu of nothing', () => {
    expect(() => withDayInLieu(edition, { ...entry, insteadOf: localDate('2019-04-13') })).toThrow(
      expect.objectContaining({ code: 'calendar.holiday_unknown' }),
    );
  });
});

describe('withSwap', () => {
  const entry = { ...decided, off: localDate('2018-12-31'), worked: localDate('2019-01-05') };

  it('D11.1c: brings both halves, which name each other', () => {
    expect(withSwap(edition, entry).days.slice(0, 2)).toMatchObject([
      { on: '2018-12-31', kind: 'off', swapWith: '2019-01-05' },
      { on: '2019-01-05', kind: 'worked', swapWith: '2018-12-31' },
    ]);
  });

  it.each([
    [{ worked: localDate('2019-01-04') }, 'calendar.day_worked_on_weekday'],
    [{ off: localDate('2018-12-30') }, 'calendar.day_off_on_rest_day'],
    [{ worked: localDate('2020-01-04') }, 'calendar.day_in_uncovered_year'],
    [{ worked: localDate('2019-05-04') }, 'calendar.date_taken'],
  ])('refuses both where one is wrong: %j', (change, code) => {
    expect(() => withSwap(edition, { ...entry, ...change })).toThrow(aRefusal(code));
  });
});

describe('withoutDay', () => {
  it.each(['2019-04-29', '2019-05-04'])('D11.1c: takes both halves of a swap away, whichever is named: %s', (on) => {
    expect(datesOf(withoutDay(edition, localDate(on)))).toEqual(['2019-04-14', '2019-09-03']);
  });

  it('refuses a day that is not there', () => {
    expect(() => withoutDay(edition, localDate('2019-12-31'))).toThrow(aRefusal('calendar.date_unknown'));
  });
});

describe('withYearConfirmed', () => {
  it('confirms a year, and takes it back', () => {
    expect(withYearConfirmed(edition, { year: 2018, isConfirmed: false }).years[0]).toEqual({
      year: 2018,
      isConfirmed: false,
    });
  });

  it('takes a confirmation back while days are proposals', () => {
    expect(withYearConfirmed(edition, { year: 2019, isConfirmed: false })).toEqual(edition);
  });

  it.each([
    [2019, 'calendar.choices_open'],
    [2020, 'calendar.year_unknown'],
  ])('does not confirm %i: %s', (year, code) => {
    expect(() => withYearConfirmed(edition, { year, isConfirmed: true })).toThrow(aRefusal(code));
  });
});

describe('withYearsReplaced', () => {
  it('lets years be that the given days do not touch, and begins new ones unconfirmed', () => {
    const replaced = withYearsReplaced(edition, [aCalendarDay('2020-09-02'), aCalendarDay('2018-09-03')]);

    expect(datesOf(replaced)).toEqual(['2018-09-03', ...datesOf(edition), '2020-09-02']);
    expect(replaced.years).toEqual([...edition.years, { year: 2020, isConfirmed: false }]);
  });

  it('drops what a year had before', () => {
    expect(datesOf(withYearsReplaced(edition, [aCalendarDay('2019-09-02')]))).toEqual(['2019-09-02']);
  });
});

function aRefusal(code: string): Error {
  return expect.objectContaining({ code }) as unknown as Error;
}

function datesOf({ days }: CalendarEdition): readonly string[] {
  return days.map(({ on }) => on);
}
