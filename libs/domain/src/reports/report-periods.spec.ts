import { describe, expect, it } from '@jest/globals';

import { aCalendar, aCalendarSlice, anOrganisation, valueOf } from '@dialogue/testing/builders';

import type { CalendarRange } from '../calendar/calendar-slice.js';
import { addDays, localDate, type LocalDate } from '../time/local-date.js';
import {
  calendarForPeriod,
  calendarForReport,
  extraordinaryPeriod,
  nextPeriod,
  periodicReportKinds,
  periodOf,
  reportId,
  reportOpensOn,
  type PeriodicReportKind,
} from './report-periods.js';

const calendar = aCalendar();

describe('periodOf', () => {
  it.each<[PeriodicReportKind, number, string, string, string]>([
    ['halfYear', 2024, '2024-06-19', '2024-05-22', 'a Wednesday; four weeks back, no holiday between'],
    ['year', 2024, '2024-12-09', '2024-11-11', 'a Monday; four weeks back, no holiday between'],
    ['halfYear', 2025, '2025-06-19', '2025-05-22', 'a Thursday; four weeks back, no holiday between'],
    ['year', 2025, '2025-12-09', '2025-11-11', 'a Tuesday; four weeks back, no holiday between'],
    ['halfYear', 2026, '2026-06-19', '2026-05-22', 'a Friday; four weeks back, no holiday between'],
    ['year', 2026, '2026-12-09', '2026-11-10', 'a Wednesday; Tuesday 24 November is a holiday, one day more'],
    ['halfYear', 2027, '2027-06-18', '2027-05-21', '19 June is a Saturday: the Friday before; four weeks back'],
    ['year', 2027, '2027-12-09', '2027-11-10', 'a Thursday; Wednesday 24 November is a holiday, one day more'],
  ])('D14.1: the report %s %i is due on %s and opens on %s (%s)', (kind, year, dueOn, opensOn) => {
    const period = periodOf(kind, year, calendar);

    expect(period.dueOn).toBe(dueOn);
    expect(reportOpensOn(calendar, period)).toBe(opensOn);
  });

  it.each<[PeriodicReportKind, string, string, string]>([
    ['halfYear', '2026-H1', '2025-12-01', '2026-05-31'],
    ['year', '2026-Y', '2025-12-01', '2026-11-30'],
  ])('D14.1: the report %s of 2026 is %s, from %s to %s', (kind, code, from, cutOn) => {
    expect(periodOf(kind, 2026, calendar)).toMatchObject({ kind, code, from, cutOn });
  });

  it('D14.1: a day off that a correction of the calendar adds moves the limit to the working day before it', () => {
    const corrected = { ...calendar, daysOff: [...calendar.daysOff, localDate('2026-06-18'), localDate('2026-06-19')] };

    expect(periodOf('halfYear', 2026, corrected).dueOn).toBe('2026-06-17');
  });

  it('D14.1: a Saturday that is worked in exchange is the limit itself', () => {
    const swapped = { ...calendar, workedRestDays: [...calendar.workedRestDays, localDate('2027-06-19')] };

    expect(periodOf('halfYear', 2027, swapped).dueOn).toBe('2027-06-19');
  });
});

describe('nextPeriod', () => {
  it.each<[PeriodicReportKind, string, string, string, string]>([
    ['halfYear', '2026-04-10', '2026-H1', '2026-05-22', 'the day on which the opener of the period begins to wait'],
    ['halfYear', '2026-06-19', '2026-H1', '2026-05-22', 'Friday, the last lawful day: opened late, but opened'],
    ['halfYear', '2026-06-20', '2027-H1', '2027-05-21', 'the limit of this year has passed'],
    ['halfYear', '2027-06-18', '2027-H1', '2027-05-21', 'Friday, the last lawful day before a Saturday'],
    ['year', '2026-10-01', '2026-Y', '2026-11-10', 'the day on which the opener of the period begins to wait'],
    ['year', '2026-12-10', '2027-Y', '2027-11-10', 'the day of the regulation itself is too late'],
    ['year', '2027-01-01', '2027-Y', '2027-11-10', 'a new year'],
  ])('D14.1: the next %s on %s is %s and opens on %s (%s)', (kind, day, code, opensOn) => {
    const on = localDate(day);

    expect(valueOf(nextPeriod(slice(calendarForPeriod(kind, on)), kind, on))).toMatchObject({
      period: { code },
      opensOn,
    });
  });

  it.each<[string, readonly string[]]>([
    ['2027-06-18', []],
    ['2027-06-19', ['2028-06-19']],
    ['2027-06-20', []],
  ])('on %s it asks for more calendar up to %j', (day, expected) => {
    const on = localDate(day);
    const range = calendarForPeriod('halfYear', on);

    const answer = nextPeriod(slice(range), 'halfYear', on);

    expect('needsCalendarUntil' in answer ? [answer.needsCalendarUntil] : []).toEqual(expected);
  });

  it('is answered once the calendar that it asked for is there, from the day that it began on', () => {
    const on = localDate('2027-06-19');
    const { from } = calendarForPeriod('halfYear', on);
    const longer = aCalendar({ from, until: localDate('2028-12-31') });

    // 19 June 2028 is a Monday.
    expect(valueOf(nextPeriod(longer, 'halfYear', on)).period).toMatchObject({ code: '2028-H1', dueOn: '2028-06-19' });
  });

  it('answers from the calendar that it names, on every day of two years', () => {
    const days = Array.from({ length: 730 }, (_none, index) => addDays(localDate('2025-01-01'), index));

    const unanswered = periodicReportKinds.flatMap((kind) =>
      days.filter((on) => {
        const next = nextPeriod(slice(calendarForPeriod(kind, on)), kind, on);
        return !('value' in next) || next.value.period.dueOn < on || next.value.opensOn >= next.value.period.dueOn;
      }),
    );

    expect(unanswered).toEqual([]);
  });

  function slice({ from, until }: CalendarRange): ReturnType<typeof aCalendarSlice> {
    return aCalendarSlice(from, until);
  }
});

describe('extraordinaryPeriod', () => {
  it('D14.2: is named by its days, so that one organisation has one report of them', () => {
    const days = { from: day('2026-01-01'), cutOn: day('2026-03-31'), dueOn: day('2026-04-10') };

    expect(extraordinaryPeriod(days)).toEqual({ kind: 'extraordinary', code: '20260101-20260331', ...days });
  });
});

describe('calendarForReport', () => {
  it.each([
    ['2026-11-10', '2026-12-09', '2026-09-11', '2027-01-08', '2026-12-09', 'opened before its limit'],
    ['2026-12-14', '2026-12-09', '2026-10-10', '2027-01-13', '2026-12-14', 'opened behind it'],
  ])('opened on %s, due on %s: from %s until %s, needed until %s (%s)', (openedOn, dueOn, from, until, neededUntil) => {
    expect(calendarForReport({ dueOn: day(dueOn) }, day(openedOn))).toEqual({ from, until, neededUntil });
  });
});

describe('reportId', () => {
  it('is the organisation and its period', () => {
    expect(reportId(anOrganisation('SL-STC'), '2026-Y')).toBe('SL-STC/2026-Y');
  });
});

function day(text: string): LocalDate {
  return localDate(text);
}
