import { describe, expect, it } from '@jest/globals';

import { aCommand, aDocument, aPetition, applied, at, decided, refusalOf, stateAt } from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { dutyOf, flagsOf } from './petition-facts.js';
import type { Petition } from './petition.js';

/** Received on 5 March 2026; due on the 26th, a Thursday. */
const inProgress = aPetition({ stage: 'inProgress' });

/** What a test says of an answer. */
type Given = Parameters<typeof aCommand<'answer'>>[1];

/** Decides as the loop does: what passed strictly before comes first. */
function answeredAt(state: Petition, when: number, overrides: Given = {}): Petition {
  return applied(stateAt(state, when), aCommand('answer', overrides), when).state;
}

describe('answer', () => {
  it.each([
    ['2026-03-20', '09:00', false, 'before the due day'],
    ['2026-03-26', '00:00', false, 'the due day begins'],
    ['2026-03-26', '23:59', false, 'a minute before the due day ends'],
    ['2026-03-26', '23:59:59.999', false, 'its last millisecond'],
    ['2026-03-27', '00:00', true, 'the first instant after it'],
    ['2026-04-20', '09:00', true, 'weeks later'],
  ])('D11.1c: at %s %s is late: %s (%s)', (day, time, isLate) => {
    const state = answeredAt(inProgress, at(day, time));

    expect(state).toMatchObject({
      stage: 'answered',
      answer: { isLate },
      assignment: { isFirstAnswerLate: isLate, firstAnsweredOn: day, breachedOn: isLate ? '2026-03-26' : null },
    });
  });

  it('D11.1c: a breach stays recorded after the answer came, but nothing is overdue any more', () => {
    const state = answeredAt(inProgress, at('2026-03-30'));

    expect(flagsOf(state)).toEqual(['breached']);
    expect(state.duties).toMatchObject([{ kind: 'approve', dueOn: '2026-04-02', missedAt: null }]);
  });

  it('D11.1c: before any acknowledgement it counts as receipt that day, and is in time', () => {
    const state = answeredAt(aPetition({ stage: 'assigned' }), at('2026-03-09', '23:59'));

    expect(state).toMatchObject({
      stage: 'answered',
      assignment: { receivedOn: '2026-03-09', isReceiptDeemed: false, isFirstAnswerLate: false },
      duties: [{ kind: 'approve' }],
    });
  });

  it('D10.1a: goes to the lead office and the host, with the day by which it is to be approved', () => {
    const { notices } = applied(inProgress, aCommand('answer'), at('2026-03-20'));

    expect(notices).toMatchObject([
      {
        key: 'answerReceived/1',
        letter: { kind: 'answerReceived', isLate: false, approvalDueOn: '2026-03-25' },
        recipients: ['leadOffice', 'host'],
      },
    ]);
  });

  it.each<[Given, string, string]>([
    [{ document: aDocument('1', '2026-03-21') }, 'petition.date_in_future', 'a document signed tomorrow'],
    [{ document: aDocument('1', '2026-03-03') }, 'petition.date_before_case', 'one older than the assignment'],
    [{ arrivedOn: localDate('2026-03-21') }, 'petition.date_in_future', 'arrives tomorrow'],
    [{ arrivedOn: localDate('2026-03-03') }, 'petition.date_before_case', 'arrived before the assignment'],
    [
      { arrivedOn: localDate('2026-03-05') },
      'petition.date_in_future',
      'arrived the day before its document was signed',
    ],
  ])('D11.1c: refuses %j: %s (%s)', (overrides, code) => {
    expect(refusalOf(inProgress, aCommand('answer', overrides), at('2026-03-20'))).toBe(code);
  });

  it.each<[Given, string]>([
    [{ document: aDocument('1', '2026-03-20') }, 'a document signed today'],
    [{ document: aDocument('1', '2026-03-04') }, 'one signed on the day of the assignment'],
    [{ arrivedOn: localDate('2026-03-06') }, 'arrived on the day its document was signed'],
    [{ arrivedOn: localDate('2026-03-20') }, 'arrived today'],
  ])('D11.1c: takes %j (%s)', (overrides) => {
    expect(decided(inProgress, aCommand('answer', overrides), at('2026-03-20'))).toHaveProperty('accepted');
  });

  describe('when it came on paper and is entered later', () => {
    it('D11.1c: its arrival stamp proves that it came in time, and takes the breach back', () => {
      const overdue = stateAt(inProgress, at('2026-03-30'));
      const state = answeredAt(inProgress, at('2026-03-30'), { arrivedOn: localDate('2026-03-26') });

      expect(overdue.assignment?.breachedOn).toBe('2026-03-26');
      expect(state).toMatchObject({
        answer: { isLate: false, answeredOn: '2026-03-26' },
        assignment: { breachedOn: null, isFirstAnswerLate: false, firstAnsweredOn: '2026-03-26' },
      });
      expect(flagsOf(state)).toEqual([]);
    });

    it('D11.1c: a stamp of the day after the due day leaves the breach', () => {
      const state = answeredAt(inProgress, at('2026-03-30'), { arrivedOn: localDate('2026-03-27') });

      expect(state).toMatchObject({
        answer: { isLate: true },
        assignment: { breachedOn: '2026-03-26', isFirstAnswerLate: true },
      });
    });

    it('D11.1c: an answer stamped before the receipt was deemed proves the receipt', () => {
      const deemed = stateAt(aPetition({ stage: 'assigned' }), at('2026-03-12'));
      const state = answeredAt(deemed, at('2026-03-12'), { arrivedOn: localDate('2026-03-06') });

      expect(state.assignment).toMatchObject({
        receivedOn: '2026-03-06',
        isReceiptDeemed: false,
        firstAnsweredOn: '2026-03-06',
      });
      expect(flagsOf(state)).toEqual([]);
    });

    it('D11.1c: one stamped later leaves the deemed receipt', () => {
      const deemed = stateAt(aPetition({ stage: 'assigned' }), at('2026-03-12'));
      const state = answeredAt(deemed, at('2026-03-12'), { arrivedOn: localDate('2026-03-10') });

      expect(state.assignment).toMatchObject({ receivedOn: '2026-03-09', isReceiptDeemed: true });
    });

    it('D10.1a: the host has the days for approval from the day it was entered', () => {
      const state = answeredAt(inProgress, at('2026-03-30'), { arrivedOn: localDate('2026-03-26') });

      expect(dutyOf(state, 'approve')?.dueOn).toBe('2026-04-02');
    });
  });
});

describe('a progress report', () => {
  const report = { answer: 'progress', nextReportOn: localDate('2026-04-10') } as const;

  it('D11.1c: meets the limit, stays in progress and sets the day of the next one', () => {
    const { event, state, facts } = applied(inProgress, aCommand('answer', report), at('2026-03-26', '23:59'));

    expect(event).toBe('progressReported');
    expect(facts).toMatchObject({ nextReportOn: '2026-04-10', isLate: false });
    expect(state).toMatchObject({
      stage: 'inProgress',
      assignment: { isFirstAnswerLate: false, breachedOn: null },
      duties: [{ kind: 'answer', dueOn: '2026-04-10', climbed: [] }],
    });
  });

  it('D11.1c: comes too late like any answer', () => {
    expect(answeredAt(inProgress, at('2026-03-27', '00:00'), report).assignment).toMatchObject({
      isFirstAnswerLate: true,
      breachedOn: '2026-03-26',
    });
  });

  it.each<[string | null, string, string]>([
    [null, 'petition.next_report_missing', 'no day at all'],
    ['2026-03-26', 'petition.next_report_in_past', 'the day of the report'],
    ['2026-03-20', 'petition.next_report_in_past', 'before it'],
    ['2026-04-17', 'petition.next_report_too_late', 'a day longer than the limit itself'],
  ])('D11.1c: on 26 March refuses the next one on %s: %s (%s)', (nextReportOn, code) => {
    const command = aCommand('answer', {
      ...report,
      nextReportOn: nextReportOn === null ? null : localDate(nextReportOn),
    });

    expect(refusalOf(inProgress, command, at('2026-03-26'))).toBe(code);
  });

  it.each(['2026-03-27', '2026-04-16'])(
    'D11.1c: on 26 March takes the next one on %s, from the next day to the 15th working day',
    (nextReportOn) => {
      expect(
        decided(inProgress, aCommand('answer', { ...report, nextReportOn: localDate(nextReportOn) }), at('2026-03-26')),
      ).toHaveProperty('accepted');
    },
  );

  it('D11.1c: the promise that is missed is overdue, but no breach: the first answer came in time', () => {
    const state = stateAt(answeredAt(inProgress, at('2026-03-20'), report), at('2026-04-11', '00:00'));

    expect(flagsOf(state)).toEqual(['overdue']);
    expect(dutyOf(state, 'answer')?.missedAt).toBe(at('2026-04-11', '00:00'));
  });

  it('D11.1c: the answer after it is late by the promised day, the agency stays in time', () => {
    const state = answeredAt(answeredAt(inProgress, at('2026-03-20'), report), at('2026-04-13'));

    expect(state).toMatchObject({
      answer: { isLate: true, number: 2 },
      assignment: { isFirstAnswerLate: false, firstAnsweredOn: '2026-03-20', breachedOn: null },
    });
  });

  it('D11.1c: needs no acknowledgement either', () => {
    const state = answeredAt(aPetition({ stage: 'assigned' }), at('2026-03-09'), {
      answer: 'progress',
      nextReportOn: localDate('2026-03-20'),
    });

    expect(state).toMatchObject({
      stage: 'inProgress',
      assignment: { receivedOn: '2026-03-09' },
      duties: [{ kind: 'answer', dueOn: '2026-03-20' }],
    });
  });
});

describe('a progress report on paper', () => {
  const report = { answer: 'progress', arrivedOn: localDate('2026-03-10') } as const;

  it('D11.1c: entered long after it came, keeps the day that it promised, and that day is missed', () => {
    const state = answeredAt(inProgress, at('2026-04-20'), { ...report, nextReportOn: localDate('2026-03-31') });

    expect(state.duties).toMatchObject([{ kind: 'answer', anchorOn: '2026-03-10', dueOn: '2026-03-31' }]);
    expect(flagsOf(stateAt(state, at('2026-04-20')))).toEqual(['overdue']);
  });

  it.each([
    ['2026-03-10', 'petition.next_report_in_past', 'the day on which it came'],
    ['2026-04-01', 'petition.next_report_too_late', 'more than 15 working days after it came'],
  ])('D11.1c: refuses the next one on %s: %s (%s)', (nextReportOn, code) => {
    expect(
      refusalOf(inProgress, aCommand('answer', { ...report, nextReportOn: localDate(nextReportOn) }), at('2026-03-12')),
    ).toBe(code);
  });
});

describe('approveAnswer', () => {
  it('D10.1a: starts telling the person and following the matter until it is resolved', () => {
    const { state, notices } = applied(aPetition({ stage: 'answered' }), aCommand('approveAnswer'), at('2026-03-23'));

    expect(state).toMatchObject({ stage: 'answered', answer: { isApproved: true } });
    expect(state.duties).toMatchObject([
      { kind: 'tell', rule: 'D11.1c', dueOn: '2026-03-30' },
      { kind: 'resolve', rule: 'D11.3', dueOn: '2026-04-13' },
    ]);
    expect(notices).toMatchObject([{ letter: { kind: 'answerApproved' }, recipients: ['handler', 'leadOffice'] }]);
  });

  it.each(['approveAnswer', 'sendBackAnswer'] as const)('D10.1a: after it %s is refused', (kind) => {
    const approved = applied(aPetition({ stage: 'answered' }), aCommand('approveAnswer'), at('2026-03-23')).state;

    expect(refusalOf(approved, aCommand(kind), at('2026-03-24'))).toBe('petition.transition_refused');
  });
});

describe('sendBackAnswer', () => {
  it.each([
    ['2026-03-10', '2026-03-11', '2026-03-26', 'the first limit leaves more than the days for the rework'],
    ['2026-03-20', '2026-03-23', '2026-03-30', 'the days for the rework reach behind the first limit'],
    ['2026-03-18', '2026-03-19', '2026-03-26', 'both end on the same day'],
  ])('D11.1c: answered on %s, sent back on %s, due again on %s (%s)', (answeredOn, sentBackOn, dueOn) => {
    const { state, notices } = applied(
      answeredAt(inProgress, at(answeredOn)),
      aCommand('sendBackAnswer'),
      at(sentBackOn),
    );

    expect(state).toMatchObject({ stage: 'inProgress', answer: null, duties: [{ kind: 'answer', dueOn }] });
    expect(notices).toMatchObject([
      { letter: { kind: 'answerSentBack', dueOn }, recipients: ['handler', 'agencyHead'] },
    ]);
  });

  it('D11.1c: a first answer that came in time stays in time, whatever the second does', () => {
    const back = applied(aPetition({ stage: 'answered' }), aCommand('sendBackAnswer'), at('2026-03-23')).state;
    const state = answeredAt(back, at('2026-04-20'));

    expect(stateAt(back, at('2026-04-20')).assignment).toMatchObject({ breachedOn: null, isFirstAnswerLate: false });
    expect(state).toMatchObject({
      answer: { number: 2, isLate: true },
      assignment: { isFirstAnswerLate: false, breachedOn: null },
    });
  });

  it('D11.1c: a first answer that came late stays late', () => {
    const late = answeredAt(inProgress, at('2026-03-30'));
    const state = answeredAt(applied(late, aCommand('sendBackAnswer'), at('2026-03-30')).state, at('2026-04-01'));

    expect(state).toMatchObject({
      answer: { isLate: false },
      assignment: { isFirstAnswerLate: true, breachedOn: '2026-03-26' },
    });
  });
});
