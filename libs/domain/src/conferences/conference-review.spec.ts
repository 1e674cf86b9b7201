import { describe, expect, it } from '@jest/globals';

import {
  aConference,
  aConferenceCommand,
  appliedToConference,
  at,
  decidedOfConference,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { conferenceDuties } from './conference-milestones.js';
import type { Conference } from './conference.js';

const followUp = aConference({ stage: 'followUp' });

describe('recordInternalReview', () => {
  it.each([
    ['2026-04-23', false, 'the fifth working day after'],
    ['2026-04-24', true, 'a day later'],
  ])('D11.1a: on %s is late: %s (%s)', (day, isLate) => {
    const command = aConferenceCommand('recordInternalReview', { reviewedOn: localDate(day) });
    const { state, facts } = appliedToConference(followUp, command, at('2026-04-27'));

    expect(facts).toEqual({ reviewedOn: day, isLate });
    expect(state).toMatchObject({ internalReviewOn: day, hasFinding: false });
    expect(conferenceDuties.dutyOf(state, 'recordInternalReview')).toBeNull();
  });

  it('D11.1a: is owed before the conference is closed, and recorded once', () => {
    const others: Conference = {
      ...followUp,
      duties: followUp.duties.filter(({ kind }) => kind === 'recordInternalReview'),
    };
    const reviewed = appliedToConference(others, aConferenceCommand('recordInternalReview'), at('2026-04-22')).state;

    expect(decidedOfConference(others, aConferenceCommand('close'), at('2026-04-22'))).toMatchObject({
      refused: { code: 'conference.duties_open' },
    });
    expect(decidedOfConference(reviewed, aConferenceCommand('close'), at('2026-04-22'))).toHaveProperty('accepted');
    expect(decidedOfConference(reviewed, aConferenceCommand('recordInternalReview'), at('2026-04-22'))).toMatchObject({
      refused: { code: 'conference.already_recorded', rule: 'D11.1a' },
    });
  });

  it('D11.1a: of a case that began before there was such a milestone is recorded, and nothing is late', () => {
    const duties = Object.fromEntries(
      Object.entries(followUp.terms.duties).filter(([kind]) => kind !== 'recordInternalReview'),
    );
    const old = { ...followUp, terms: { ...followUp.terms, duties } } as Conference;
    const command = aConferenceCommand('recordInternalReview', { reviewedOn: localDate('2026-06-01') });

    expect(appliedToConference(old, command, at('2026-06-01')).facts).toMatchObject({ isLate: false });
  });
});

describe('what is remarked and proposed', () => {
  it.each(['followUp', 'closed'] as const)('D13.3: in %s a remark is told to the host and the lead office', (stage) => {
    const first = appliedToConference(
      aConference({ stage }),
      aConferenceCommand('recordSupervision'),
      at('2026-05-04'),
    );
    const second = appliedToConference(first.state, aConferenceCommand('recordSupervision'), at('2026-05-05'));

    expect(first).toMatchObject({ event: 'supervisionRecorded', rule: 'D13.3', facts: { number: 1 } });
    expect(second.notices).toMatchObject([{ key: 'supervisionRemark/2', recipients: ['host', 'leadOffice'] }]);
    expect(second.state.stage).toBe(stage);
  });

  it('D11.2a: proposals are numbered in their order', () => {
    const first = appliedToConference(followUp, aConferenceCommand('recordPolicyProposal'), at('2026-04-20'));
    const second = appliedToConference(first.state, aConferenceCommand('recordPolicyProposal'), at('2026-04-21'));

    expect([first.facts, second.facts]).toEqual([{ number: 1 }, { number: 2 }]);
    expect(second).toMatchObject({ event: 'policyProposed', rule: 'D11.2a', notices: [] });
  });
});
