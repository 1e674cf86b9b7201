import { describe, expect, it } from '@jest/globals';

import {
  aBody,
  aConference,
  aConferenceCommand,
  aDocument,
  appliedToConference,
  at,
  decidedOfConference,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { conferenceDuties } from './conference-milestones.js';
import type { Conference } from './conference.js';

const submitted = appliedToConference(aConference(), aConferenceCommand('submitPlan'), at('2026-03-10'));

describe('the plan between office and host', () => {
  it('D8.1a: lies before the host once it was submitted', () => {
    expect(submitted).toMatchObject({
      ...{ event: 'planSubmitted', rule: 'D8.1a', facts: { version: 1 } },
      state: { stage: 'planning', plan: { versions: 1, submittedOn: '2026-03-10' } },
      notices: [{ key: 'planSubmitted/1', recipients: ['host'] }],
    });
    expect(refusalOf(submitted.state, 'submitPlan')).toBe('conference.plan_submitted');
  });

  it('D8.1a: comes back to the office, and is submitted again as another version', () => {
    const returned = appliedToConference(submitted.state, aConferenceCommand('returnPlan'), at('2026-03-11'));
    const again = appliedToConference(returned.state, aConferenceCommand('submitPlan'), at('2026-03-12'));

    expect(returned.notices).toMatchObject([{ key: 'planReturned/1', recipients: ['leadOffice'] }]);
    expect(refusalOf(returned.state, 'returnPlan')).toBe('conference.plan_not_submitted');
    expect(again).toMatchObject({ facts: { version: 2 }, notices: [{ key: 'planSubmitted/2' }] });
  });

  it('D8.1a: is approved by the host only when it lies before him, by the document of an office also otherwise', () => {
    const byHost = aConferenceCommand('approvePlan', { asSubmitted: true });

    expect(decidedOfConference(aConference(), byHost, at('2026-03-16'))).toMatchObject({
      refused: { code: 'conference.plan_not_submitted', rule: 'D8.1a' },
    });
    expect(appliedToConference(submitted.state, byHost, at('2026-03-16')).state.stage).toBe('preparing');
    expect(appliedToConference(aConference(), aConferenceCommand('approvePlan'), at('2026-03-16')).state.stage).toBe(
      'preparing',
    );
  });

  it('D8.1a: is announced, the first day of which stays', () => {
    const first = appliedToConference(aConference({ stage: 'preparing' }), announced('2026-03-17'), at('2026-03-18'));
    const again = appliedToConference(first.state, announced('2026-03-20'), at('2026-03-20'));

    expect(again).toMatchObject({ event: 'announced', facts: { announcedOn: '2026-03-20' } });
    expect(again.state.announcedOn).toBe('2026-03-17');
    expect(decidedOfConference(first.state, announced('2026-03-30'), at('2026-03-20'))).toMatchObject({
      refused: { code: 'conference.date_in_future' },
    });
  });

  function announced(on: string) {
    return aConferenceCommand('announce', { announcedOn: localDate(on) });
  }
});

describe('helpers', () => {
  it('D8.1h: are named by the fifth working day before, late is possible and recorded as late', () => {
    const state = aConference({ stage: 'preparing' });
    const [inTime, late] = ['2026-04-09', '2026-04-10'].map((day) =>
      appliedToConference(state, aConferenceCommand('nameHelpers'), at(day)),
    );

    expect(inTime).toMatchObject({ event: 'helpersNamed', rule: 'D8.1h', facts: { helpers: 3, isLate: false } });
    expect(late?.facts['isLate']).toBe(true);
    expect(inTime === undefined ? null : conferenceDuties.dutyOf(inTime.state, 'nameHelpers')).toBeNull();
  });
});

describe('another host', () => {
  const changed = appliedToConference(
    aConference({ stage: 'held' }),
    aConferenceCommand('changeHost'),
    at('2026-04-17'),
  );

  it('D1: hosts by a decision, and everybody concerned is told', () => {
    expect(changed).toMatchObject({
      ...{ event: 'hostChanged', rule: 'D1' },
      facts: { wasOrganisation: 'SL-UBND', organisation: 'SL-HDND', hostPost: 'councilChair' },
      state: { organisation: 'SL-HDND', host: 'levelHead', hostChange: { hostPost: 'councilChair' } },
    });
    expect(changed.notices.map(({ key }) => key)).toEqual([
      'hostChanged/1',
      ...['SL-STC', 'SL-SYT', 'SL-MTTQ'].map((body) => `hostChanged/1/${body}`),
    ]);
  });

  it('D8.1: decides which days bind from then on', () => {
    const command = aConferenceCommand('changeHost', { host: 'departmentHead', hostPost: 'departmentHead' });
    const { state } = appliedToConference(aConference({ stage: 'preparing' }), command, at('2026-04-01'));
    const late = appliedToConference(state, aConferenceCommand('sendInvitations'), at('2026-04-13'));

    expect(late.facts).toMatchObject({ isLate: true, isFinding: false });
  });

  it('D1: is refused where it is the same one, or decided tomorrow', () => {
    expect(refusalOf(changed.state, 'changeHost')).toBe('conference.host_unchanged');
    const tomorrow = aConferenceCommand('changeHost', { document: aDocument('1/QĐ', '2026-04-18') });
    expect(decidedOfConference(aConference({ stage: 'held' }), tomorrow, at('2026-04-17'))).toMatchObject({
      refused: { code: 'conference.date_in_future' },
    });
    expect(aBody('SL-HDND').code).toBe(changed.state.organisation);
  });
});

function refusalOf(state: Conference, kind: 'submitPlan' | 'returnPlan' | 'changeHost'): string | null {
  const decision = decidedOfConference(state, aConferenceCommand(kind), at('2026-04-17'));
  return 'refused' in decision ? decision.refused.code : null;
}
