import { describe, expect, it } from '@jest/globals';

import { aCalendar, aConference, aNamedCalendar, aPetition, aReport } from '@dialogue/testing/builders';

import { addWorkingDays } from '../calendar/calendar-slice.js';
import type { Duty } from '../cases/duty.js';
import { conferenceStages } from '../conferences/conference.js';
import { DomainError } from '../errors/domain-error.js';
import { petitionStages } from '../petitions/petition.js';
import type { RuleId } from '../regulation/rule-id.js';
import { reportStages } from '../reports/report.js';
import { localDate } from '../time/local-date.js';
import { defaultDeadlineTerms } from './deadline-rules.js';
import { explainDeadline, type DeadlineQuestion, type ExplainedDeadline } from './explain-deadline.js';

const edition = aNamedCalendar();

function explain(rule: RuleId, anchor: string, asked: DeadlineQuestion['asked'] = null): ExplainedDeadline {
  return explainDeadline(edition, { rule, anchorOn: localDate(anchor), asked, terms: defaultDeadlineTerms });
}

/** `2026-01-10 6 workedRestDay 4`: day, weekday, why, which day of the count. */
function lines({ working }: ExplainedDeadline): readonly string[] {
  return working.map(({ on, weekday, reason, counted }) => `${on} ${weekday} ${reason} ${counted ?? '-'}`);
}

describe('explainDeadline', () => {
  it('D11.1b: shows each day of a count over a swap across the end of a year', () => {
    const explained = explain('D11.1b', '2018-12-27');

    expect(explained).toMatchObject({ dueOn: '2019-01-05', edition: 1, provisional: false, limit: 'regulation' });
    expect(lines(explained)).toEqual([
      '2018-12-27 4 anchor -',
      '2018-12-28 5 workingDay 1',
      '2018-12-29 6 weekend -',
      '2018-12-30 7 weekend -',
      '2018-12-31 1 dayOff -',
      '2019-01-01 2 dayOff -',
      '2019-01-02 3 workingDay 2',
      '2019-01-03 4 workingDay 3',
      '2019-01-04 5 workingDay 4',
      '2019-01-05 6 workedRestDay 5',
    ]);
  });

  it('D11.1b: names the days of it, and what they rest on', () => {
    const { working } = explain('D11.1b', '2018-12-27');

    expect(working.filter(({ name }) => name !== undefined)).toEqual([
      expect.objectContaining({
        on: '2018-12-31',
        name: 'Hoán đổi: nghỉ ngày 31/12/2018 (làm bù ngày 05/01/2019)',
        basis: 'Công văn 6519/VPCP-KGVX ngày 11/7/2018',
      }),
      expect.objectContaining({ on: '2019-01-01', name: 'Tết Dương lịch', basis: 'Bộ luật Lao động 2012, Điều 115' }),
      expect.objectContaining({
        on: '2019-01-05',
        name: 'Hoán đổi: làm bù cho ngày 31/12/2018',
        basis: 'Công văn 6519/VPCP-KGVX ngày 11/7/2018',
      }),
    ]);
  });

  it('names a holiday on a weekend, and the other half of a swap where the edition knows it', () => {
    const swapWith = localDate('2026-08-22');
    const days = edition.days.map((day) => (day.on === '2026-08-31' ? { ...day, swapWith } : day));
    const question = {
      rule: 'D9',
      anchorOn: localDate('2026-08-28'),
      asked: null,
      terms: defaultDeadlineTerms,
    } as const;

    const { working } = explainDeadline({ ...edition, days }, question);

    expect(working.find(({ on }) => on === '2026-08-31')).toMatchObject({ reason: 'dayOff', swapWith });
    const weekend = explain('D9', '2026-04-24').working.find(({ on }) => on === '2026-04-26');
    expect(weekend).toMatchObject({ reason: 'weekend', name: 'Giỗ Tổ Hùng Vương' });
  });

  it('D8.1g: shows a count backwards over a worked Saturday', () => {
    const explained = explain('D8.1g', '2026-08-27');

    expect(explained).toMatchObject({ dueOn: '2026-08-21', limit: 'periodicConferences' });
    expect(lines(explained)).toEqual([
      '2026-08-27 4 anchor -',
      '2026-08-26 3 workingDay 1',
      '2026-08-25 2 workingDay 2',
      '2026-08-24 1 workingDay 3',
      '2026-08-23 7 weekend -',
      '2026-08-22 6 workedRestDay 4',
      '2026-08-21 5 workingDay 5',
    ]);
  });

  it('D8.1e: counts every day of five, and then rolls back from a day of rest', () => {
    expect(lines(explain('D8.1e', '2022-09-07'))).toEqual([
      '2022-09-07 3 anchor -',
      '2022-09-06 2 workingDay 1',
      '2022-09-05 1 workingDay 2',
      '2022-09-04 7 weekend 3',
      '2022-09-03 6 weekend 4',
      '2022-09-02 5 dayOff 5',
      '2022-09-01 4 dayOff -',
      '2022-08-31 3 workingDay -',
    ]);
  });

  it('D8.1f: leaves the cut-off on the fifth day before, whatever day it is', () => {
    const explained = explain('D8.1f', '2022-09-07');

    expect(explained.dueOn).toBe('2022-09-02');
    expect(lines(explained).at(-1)).toBe('2022-09-02 5 dayOff 5');
  });

  it.each([
    ['2026-03-01', '2026-06-20', '2026-06-19', 'the half-year comes first'],
    ['2026-06-19', '2026-06-20', '2026-06-19', 'on the last lawful day itself'],
    ['2026-06-20', '2026-12-10', '2026-12-09', 'then the year'],
    ['2016-06-18', '2016-12-10', '2016-12-09', 'Friday 17/6 was the last before Sunday 19/6'],
    ['2025-12-10', '2026-06-20', '2026-06-19', 'then the next year'],
  ])('D14.1: asked on %s, counts back from %s to %s (%s)', (asked, anchorOn, dueOn) => {
    expect(explain('D14.1', asked)).toMatchObject({ anchorOn, dueOn, count: { days: -1 }, limit: 'regulation' });
  });

  it('D11.1c: takes so many working days as were asked for, after or before', () => {
    expect(explain('D11.1c', '2026-03-05', { workingDays: 3 })).toMatchObject({ dueOn: '2026-03-10', limit: null });
    expect(explain('D11.1c', '2026-03-05', { workingDays: -3 }).dueOn).toBe('2026-03-02');
  });

  it('D13.1: counts with the terms of whoever counts', () => {
    const { conference } = defaultDeadlineTerms;
    const sendInvitations = { ...conference.duties.sendInvitations, count: { workingDays: -10 } };
    const terms = {
      ...defaultDeadlineTerms,
      conference: { ...conference, duties: { ...conference.duties, sendInvitations } },
    };

    const explained = explainDeadline(edition, {
      rule: 'D8.1g',
      anchorOn: localDate('2026-03-20'),
      asked: null,
      terms,
    });

    expect(explained).toMatchObject({ dueOn: '2026-03-06', limit: 'office' });
  });
});

describe('a day that is known', () => {
  it.each<[RuleId, string, string, object]>([
    ['D11.1c', '2025-03-03', '2025-03-24', { count: { workingDays: 15 }, limit: 'regulation' }],
    ['D11.1c', '2025-03-03', '2025-03-06', { count: { workingDays: 3 }, limit: 'office' }],
    ['D11.1b', '2025-03-03', '2025-03-10', { count: { workingDays: 5 }, limit: null }],
    ['D8.1e', '2022-09-07', '2022-08-31', { count: { days: -5 }, limit: 'periodicConferences' }],
    ['D8.1f', '2022-09-07', '2022-09-02', { count: { calendarDays: -5 }, limit: 'regulation' }],
    ['D8.1f', '2022-09-07', '2022-09-14', { count: { workingDays: 5 }, limit: 'office' }],
    ['D14.1', '2025-11-11', '2025-12-09', { anchorOn: '2025-12-10', count: { days: -1 }, limit: 'regulation' }],
    ['D14.1', '2025-12-09', '2025-12-02', { anchorOn: '2025-12-09', count: { workingDays: -5 }, limit: 'office' }],
  ])('%s: from %s to %s is explained as the rule counts', (rule, anchor, due, way) => {
    expect(explain(rule, anchor, { dueOn: localDate(due) })).toMatchObject({ dueOn: due, ...way });
  });

  it('D10.1b: that was promised is reached day by day, also on a day of rest', () => {
    const explained = explain('D10.1b', '2026-02-12', { dueOn: localDate('2026-02-15') });

    expect(explained).toMatchObject({ dueOn: '2026-02-15', count: { to: '2026-02-15' }, limit: null });
    expect(lines(explained)).toEqual([
      '2026-02-12 4 anchor -',
      '2026-02-13 5 workingDay 1',
      '2026-02-14 6 weekend -',
      '2026-02-15 7 weekend -',
    ]);
  });

  it('D8.1: that a belated milestone was due on at once is reached backwards, or is the anchor itself', () => {
    expect(lines(explain('D8.1a', '2026-03-05', { dueOn: localDate('2026-03-04') }))).toEqual([
      '2026-03-05 4 anchor -',
      '2026-03-04 3 workingDay 1',
    ]);
    expect(lines(explain('D8.1a', '2026-03-05', { dueOn: localDate('2026-03-05') }))).toEqual([
      '2026-03-05 4 anchor -',
    ]);
  });

  it('D14.1: is explained where the next limit of the rule lies beyond the calendar', () => {
    expect(explain('D14.1', '2027-12-15', { dueOn: localDate('2027-12-16') }).dueOn).toBe('2027-12-16');
  });
});

describe('what cannot be explained', () => {
  it.each<[string, RuleId, string, DeadlineQuestion['asked'], string, object]>([
    ['a rule that counts nothing', 'D5', '2026-03-05', null, 'deadline.rule_counts_nothing', { rule: 'D5' }],
    ['the same with a day', 'D5', '2026-03-05', { workingDays: 1 }, 'deadline.rule_counts_nothing', { rule: 'D5' }],
    ['a day that somebody promises', 'D10.1b', '2026-03-05', null, 'deadline.day_not_given', { rule: 'D10.1b' }],
    ['the day asked for', 'D14.2', '2026-03-05', null, 'deadline.day_not_given', { rule: 'D14.2' }],
    ['beyond the last year', 'D11.1c', '2027-12-20', null, 'calendar.year_missing', { year: 2028 }],
    ['before the first year', 'D8.1g', '2015-01-05', null, 'calendar.year_missing', { year: 2014 }],
    ['from before the first year', 'D8.1g', '2014-12-31', null, 'calendar.year_missing', { year: 2014 }],
    ['a limit of the year after', 'D14.1', '2027-12-15', null, 'calendar.year_missing', { year: 2028 }],
    [
      'to beyond the last year',
      'D9',
      '2027-12-30',
      { dueOn: localDate('2028-01-05') },
      'calendar.year_missing',
      { year: 2028 },
    ],
  ])('is %s (%s from %s)', (_what, rule, anchor, asked, code, details) => {
    const asking = (): ExplainedDeadline => explain(rule, anchor, asked);

    expect(asking).toThrow(DomainError);
    expect(asking).toThrow(expect.objectContaining({ code, details }));
  });
});

describe('a working', () => {
  it('says that it is provisional where it touches a year not yet confirmed', () => {
    expect(explain('D11.1c', '2026-12-11')).toMatchObject({
      dueOn: '2027-01-04',
      provisional: true,
      unconfirmedYears: [2027],
    });
    expect(explain('D11.1c', '2026-12-07')).toMatchObject({
      dueOn: '2026-12-28',
      provisional: false,
      unconfirmedYears: [],
    });
  });

  it('D11.1c: ends on the deadline that the cases count', () => {
    const calendar = aCalendar();
    for (const anchor of ['2025-01-10', '2026-08-11', '2019-04-12']) {
      const { dueOn, working } = explain('D11.1c', anchor);

      expect(dueOn).toBe(addWorkingDays(calendar, localDate(anchor), 15));
      expect(working.at(-1)).toMatchObject({ on: dueOn, counted: 15 });
    }
  });
});

describe('every duty of a case in time', () => {
  const cases = [
    ...petitionStages.map((stage) => aPetition({ stage })),
    ...conferenceStages.map((stage) => aConference({ stage })),
    ...reportStages.map((stage) => aReport({ stage })),
  ];
  const duties = cases.flatMap((state): readonly Duty[] => state.duties);

  it('D8.1, D11.1b, D11.1c, D14.1: is explained by the count of its rule, and ends on its day', () => {
    const explained = duties.map((duty) => ({
      duty,
      ...explain(duty.rule, duty.anchorOn, { dueOn: duty.dueOn }),
    }));

    expect(new Set(duties.map(({ kind }) => kind)).size).toBeGreaterThan(15);
    expect(explained.filter(({ duty, dueOn }) => duty.dueOn !== dueOn)).toEqual([]);
    // Only the review date is promised, not counted (D10.1b).
    expect(explained.filter(({ count }) => 'to' in count).map(({ duty }) => duty.kind)).toEqual(['review']);
  });
});
