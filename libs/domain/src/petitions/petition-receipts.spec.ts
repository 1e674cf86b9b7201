import { describe, expect, it } from '@jest/globals';

import {
  aCommand,
  aPetition,
  applied,
  at,
  decided,
  elapsed,
  refusalOf,
  stateAt,
  urged,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { dutyOf, flagsOf } from './petition-facts.js';

const assigned = aPetition({ stage: 'assigned' });

describe('acknowledge', () => {
  it('D11.1c: the days count from the day of receipt, not from the assignment nor from the day it was entered', () => {
    const { event, state, notices } = applied(
      assigned,
      aCommand('acknowledge', { receivedOn: localDate('2026-03-05') }),
      at('2026-03-09'),
    );

    expect(event).toBe('acknowledged');
    expect(state).toMatchObject({
      stage: 'inProgress',
      assignment: { receivedOn: '2026-03-05', isReceiptDeemed: false },
    });
    expect(state.duties).toMatchObject([{ kind: 'answer', anchorOn: '2026-03-05', dueOn: '2026-03-26' }]);
    expect(notices).toMatchObject([
      {
        letter: { kind: 'receiptRecorded', isDeemed: false, dueOn: '2026-03-26' },
        recipients: ['handler', 'leadOffice'],
      },
    ]);
  });

  it.each([
    ['2026-03-07', 'petition.date_in_future', 'tomorrow'],
    ['2026-03-03', 'petition.date_before_case', 'before the document was signed'],
  ])('D11.1c: refuses a receipt on %s: %s (%s)', (receivedOn, code) => {
    expect(refusalOf(assigned, aCommand('acknowledge', { receivedOn: localDate(receivedOn) }), at('2026-03-06'))).toBe(
      code,
    );
  });

  it('D11.1c: takes the very day on which the document was signed', () => {
    expect(
      decided(assigned, aCommand('acknowledge', { receivedOn: localDate('2026-03-04') }), at('2026-03-06')),
    ).toHaveProperty('accepted');
  });

  it('D11.1c: a receipt entered so late that the limit has passed is overdue at once', () => {
    const late = applied(
      assigned,
      aCommand('acknowledge', { receivedOn: localDate('2026-03-04') }),
      at('2026-04-01'),
    ).state;

    expect(elapsed(late, at('2026-04-01'))).toMatchObject([
      { event: 'deadlineMissed', facts: { dueOn: '2026-03-25', isBreach: true } },
    ]);
  });

  it('D11.1c: a recorded receipt is not recorded again', () => {
    expect(
      refusalOf(aPetition({ stage: 'inProgress' }), aCommand('acknowledge', { isEvidenced: true }), at('2026-03-09')),
    ).toBe('petition.receipt_already_recorded');
  });
});

describe('acknowledge when the receipt was deemed', () => {
  /** Deemed received on 9 March, due on the 30th. */
  const deemed = stateAt(assigned, at('2026-03-12'));
  const proven = (receivedOn: string): ReturnType<typeof aCommand<'acknowledge'>> =>
    aCommand('acknowledge', { receivedOn: localDate(receivedOn), isEvidenced: true });

  it('D11.1c: yields to nothing less than evidence', () => {
    expect(refusalOf(deemed, aCommand('acknowledge'), at('2026-03-12'))).toBe('petition.evidence_missing');
  });

  it.each([
    ['2026-03-13', 'petition.date_in_future'],
    ['2026-03-03', 'petition.date_before_case'],
  ])('D11.1c: refuses evidence of %s: %s', (receivedOn, code) => {
    expect(refusalOf(deemed, proven(receivedOn), at('2026-03-12'))).toBe(code);
  });

  it.each([
    ['2026-03-04', '2026-03-25', 'earlier'],
    ['2026-03-12', '2026-04-02', 'later'],
  ])('D11.1c: a proven receipt on %s moves the deadline to %s (%s)', (receivedOn, dueOn) => {
    const { event, state, facts, notices } = applied(deemed, proven(receivedOn), at('2026-03-12'));

    expect(event).toBe('receiptCorrected');
    expect(facts).toMatchObject({ receivedOn, dueOn, wasDueOn: '2026-03-30' });
    expect(state).toMatchObject({
      assignment: { receivedOn, isReceiptDeemed: false },
      duties: [{ kind: 'answer', anchorOn: receivedOn, dueOn }],
    });
    expect(flagsOf(state)).toEqual([]);
    expect(notices).toMatchObject([{ letter: { kind: 'receiptRecorded', receivedOn, dueOn, isDeemed: false } }]);
  });

  it('D11.1c: a later receipt takes the breach back, and escalates after the new day only', () => {
    const overdue = stateAt(deemed, at('2026-04-02', '08:00'));
    const escalated = urged(overdue, at('2026-04-02', '08:00')).at(-1)?.state ?? overdue;
    const { state } = applied(escalated, proven('2026-03-20'), at('2026-04-02', '10:00'));

    expect(escalated.assignment?.breachedOn).toBe('2026-03-30');
    expect(state.assignment?.breachedOn).toBeNull();
    expect(flagsOf(state)).toEqual([]);
    expect(dutyOf(state, 'answer')).toMatchObject({ dueOn: '2026-04-10', climbed: [-5, -2] });
    expect(urged(state, at('2026-04-02', '10:00'))).toEqual([]);
  });

  it.each([
    ['2026-03-10', '2026-03-31', 'later, but passed as well'],
    ['2026-03-05', '2026-03-26', 'earlier'],
  ])('D11.1c: a receipt on %s leaves a breach, of %s (%s)', (receivedOn, dueOn) => {
    const overdue = stateAt(deemed, at('2026-04-02'));
    const { state } = applied(overdue, proven(receivedOn), at('2026-04-02'));

    expect(stateAt(state, at('2026-04-02')).assignment?.breachedOn).toBe(dueOn);
  });

  it('D11.1c: the proven day may be the deemed one: the breach stays and nothing is urged twice', () => {
    const overdue = stateAt(deemed, at('2026-04-02'));
    const escalated = urged(overdue, at('2026-04-02')).at(-1)?.state ?? overdue;
    const { state } = applied(escalated, proven('2026-03-09'), at('2026-04-02'));

    expect(state.assignment).toMatchObject({ breachedOn: '2026-03-30', isReceiptDeemed: false });
    expect(elapsed(state, at('2026-04-02'))).toEqual([]);
    expect(urged(state, at('2026-04-02'))).toEqual([]);
  });

  it.each([
    ['2026-03-16', false, 'due on 6 April: the report of 1 April was in time'],
    ['2026-03-10', true, 'due on 31 March: it was late all the same'],
  ])('D11.1c: a proven receipt on %s decides anew whether the first report was late: %s (%s)', (receivedOn, isLate) => {
    const report = aCommand('answer', { answer: 'progress', nextReportOn: localDate('2026-04-20') });
    const late = applied(stateAt(deemed, at('2026-04-01')), report, at('2026-04-01')).state;
    const { state } = applied(late, proven(receivedOn), at('2026-04-02'));

    expect(late.assignment).toMatchObject({ isFirstAnswerLate: true, breachedOn: '2026-03-30' });
    expect(state.assignment).toMatchObject({ isFirstAnswerLate: isLate, breachedOn: isLate ? '2026-03-31' : null });
    expect(dutyOf(state, 'answer')?.dueOn).toBe('2026-04-20');
  });

  it('D11.1c: a promised next report does not depend on the receipt', () => {
    const report = aCommand('answer', { answer: 'progress', nextReportOn: localDate('2026-03-25') });
    const { state } = applied(applied(deemed, report, at('2026-03-12')).state, proven('2026-03-05'), at('2026-03-13'));

    expect(dutyOf(state, 'answer')?.dueOn).toBe('2026-03-25');
  });
});
