import { describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';

import { aRequest } from '../preview/sample-request.vi.js';
import { daysLeftFact, daysLeftWords, mayMove } from './days-left.vi.js';

const counted = { rule: 'D11.1c', anchorOn: localDate('2026-11-13') } as const;
const calendar = {
  ...{ edition: 1, from: localDate('2026-01-01'), until: localDate('2026-12-31') },
  ...{ daysOff: [localDate('2026-12-02')], workedRestDays: [localDate('2026-12-05')], unconfirmedYears: [] },
};

function request(sentOn: string) {
  return {
    ...aRequest({ letter: { kind: 'accepted' }, recipientRole: 'handler' }),
    calendar,
    sentOn: localDate(sentOn),
  };
}

describe('the time that a deadline leaves', () => {
  it.each([
    ['on the working days after the letter', '2026-12-01', '2026-12-04', 'Thời gian còn lại', '2 ngày làm việc'],
    ['on a Saturday worked in exchange', '2026-12-03', '2026-12-05', 'Thời gian còn lại', '2 ngày làm việc'],
    ['on its last day', '2026-12-04', '2026-12-04', 'Thời gian còn lại', 'ngày làm việc cuối cùng của thời hạn'],
    ['when it has passed', '2026-12-07', '2026-12-03', 'Tình trạng', 'quá hạn 3 ngày làm việc'],
    ['when only days of rest have passed', '2026-12-06', '2026-12-05', 'Tình trạng', 'đã quá hạn'],
    [
      'in a year without a calendar',
      '2026-12-04',
      '2027-01-04',
      'Thời gian còn lại',
      'chưa tính được, vì chưa có lịch làm việc năm 2027',
    ],
    ['when it passed before the calendar begins', '2026-12-04', '2025-12-31', 'Tình trạng', 'đã quá hạn'],
  ])('D11.1c: is said %s', (_when, sentOn, on, label, value) => {
    const deadline = { label: 'Hạn', on: localDate(on), isProvisional: false, counted };

    expect(daysLeftFact(deadline, request(sentOn))).toEqual({ label, value });
  });

  it.each([
    [5, 'Thời gian còn lại', '5 ngày làm việc'],
    [0, 'Thời gian còn lại', 'ngày làm việc cuối cùng của thời hạn'],
    [-1, 'Tình trạng', 'quá hạn 1 ngày làm việc'],
  ])('D11.1c: is what its case has counted, %i, whatever the calendar says now', (workingDaysLeft, label, value) => {
    const deadline = { label: 'Hạn', on: localDate('2026-12-31'), isProvisional: false, counted, workingDaysLeft };

    expect(daysLeftFact(deadline, request('2026-12-01'))).toEqual({ label, value });
  });

  it.each([
    ['2026-12-04', undefined, false],
    ['2027-01-04', undefined, true],
    ['2027-01-04', false, false],
    ['2026-12-04', true, true],
    ['2028-01-04', undefined, true],
  ])('D11.1c: may move, on %s, where its case says %s: %s', (on, isProvisional, moves) => {
    const toNext = {
      ...request('2026-12-01'),
      calendar: { ...calendar, until: localDate('2027-12-31'), unconfirmedYears: [2027] },
    };

    expect(mayMove({ label: 'Hạn', on: localDate(on), isProvisional, counted }, toNext)).toBe(moves);
  });

  it('D11.1c: of one deadline among others is said in passing, where it can be counted', () => {
    const words = ['2026-12-04', '2026-11-30', '2027-01-04'].map((on) =>
      daysLeftWords(localDate(on), request('2026-12-01')),
    );

    expect(words).toEqual([', còn 2 ngày làm việc', ', quá hạn 1 ngày làm việc', '']);
  });
});
