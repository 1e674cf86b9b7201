import { describe, expect, it } from '@jest/globals';

import { aCommand, aPetition, applied, at, refusalOf } from '@dialogue/testing/builders';

describe('an answer that only advises', () => {
  const advised = applied(
    aPetition({ stage: 'inProgress' }),
    aCommand('answer', { answer: 'advice' }),
    at('2026-03-20'),
  ).state;

  it('D11.1c: is approved with what the host decides, for the agency has not', () => {
    const without = aCommand('approveAnswer', { isDecided: false });

    expect(refusalOf(advised, without, at('2026-03-23'))).toBe('petition.decision_missing');
    expect(applied(advised, { ...without, isDecided: true }, at('2026-03-23')).state.answer?.isApproved).toBe(true);
  });

  it('D11.1c: approved before the decision was asked for, stays approved', () => {
    expect(applied(advised, aCommand('approveAnswer'), at('2026-03-23')).event).toBe('answerApproved');
  });
});
