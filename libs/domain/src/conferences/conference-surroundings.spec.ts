import { describe, expect, it } from '@jest/globals';

import {
  aCalendar,
  aConference,
  aConferenceCommand,
  anOrganisation,
  appliedToConference,
  at,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { conferenceDuties } from './conference-milestones.js';
import { defaultConferenceTerms } from './conference-terms.js';
import type { Conference, ConferenceDuty, ConferenceDutyKind } from './conference.js';

/** Edition 2: Friday 10 April 2026 is free after all. The conference is on Thursday 16 April. */
const longer = aCalendar({ edition: 2, daysOff: [...aCalendar().daysOff, localDate('2026-04-10')] });

describe('another edition of the calendar, for a conference', () => {
  it('D8.1g: moves the invitations to an earlier day, counted back from the conference', () => {
    const { state, event, rule, facts } = heard(aConference({ stage: 'preparing' }), '2026-03-23');

    expect({ event, rule }).toEqual({ event: 'calendarChanged', rule: 'D8.1' });
    expect(facts).toMatchObject({ 'sendInvitations.wasDueOn': '2026-04-09', 'sendInvitations.dueOn': '2026-04-08' });
    expect(dueOf(state, 'holdBriefing')?.dueOn).toBe('2026-04-09');
  });

  it('D11.1b: leaves what counts after the conference where it is', () => {
    const { state } = heard(aConference({ stage: 'preparing' }), '2026-03-23');

    expect(dueOf(state, 'followUpPetitions')?.dueOn).toBe('2026-04-23');
  });

  it('D8.1g: makes due on the day of the change what would have been due before it', () => {
    const { state } = heard(aConference({ stage: 'preparing' }), '2026-04-09');

    expect(dueOf(state, 'sendInvitations')).toMatchObject({ dueOn: '2026-04-09', missedAt: null });
  });
});

describe('other terms, for a conference', () => {
  it('D13.1: count its milestones by the new days', () => {
    const { duties } = defaultConferenceTerms;
    const approvePlan = { ...duties.approvePlan, count: { workingDays: -25 } };
    const terms = { ...defaultConferenceTerms, version: 'local-1', duties: { ...duties, approvePlan } };
    const command = aConferenceCommand('adoptTerms', { terms });

    const { state, facts } = appliedToConference(aConference(), command, at('2026-03-03'));

    expect(facts).toMatchObject({ moved: 1, 'approvePlan.wasDueOn': '2026-03-19', 'approvePlan.dueOn': '2026-03-12' });
    expect(state.terms.version).toBe('local-1');
  });
});

describe('other bodies, for a conference', () => {
  it('D11.3: take its preparation over and are told', () => {
    const change = appliedToConference(aConference(), aConferenceCommand('organisationChanged'), at('2026-03-20'));

    expect(change.state).toMatchObject({ organisation: 'SL-UBND', leadOffice: 'SL-VPM' });
    expect(change.notices).toMatchObject([{ letter: { kind: 'handover', part: 'leadOffice', from: 'SL-VPUBND' } }]);
  });
});

describe('a body of several that owe the same, taken over by another', () => {
  const preparing = aConference({ stage: 'preparing' });
  const body = anOrganisation('SL-VPUBND');
  const owed = preparing.duties.map((duty) => (duty.kind === 'sendInvitations' ? { ...duty, body } : duty));
  const state: Conference = { ...preparing, duties: owed, leadOffice: anOrganisation('SL-VPTU') };

  it('D11.3: passes its own part on, and the successor is told its own deadline', () => {
    const change = appliedToConference(state, aConferenceCommand('organisationChanged'), at('2026-03-20'));

    expect(change.facts).toMatchObject({ 'body.from': 'SL-VPUBND', 'body.to': 'SL-VPM' });
    expect(dueOf(change.state, 'sendInvitations')).toMatchObject({ body: 'SL-VPM' });
    expect(change.notices).toMatchObject([
      { letter: { kind: 'handover', part: 'body', agency: 'SL-VPM', dueOn: '2026-04-09' } },
    ]);
  });

  it('D11.1c: its move is named apart from those of the others', () => {
    const moved = heard(state, '2026-03-23');

    expect(moved.facts).toHaveProperty(['sendInvitations.SL-VPUBND.dueOn'], '2026-04-08');
  });
});

function heard(state: Conference, day: string): ReturnType<typeof appliedToConference> {
  return appliedToConference(
    { ...state, calendar: longer },
    aConferenceCommand('calendarChanged', { edition: 2 }),
    at(day),
  );
}

function dueOf(state: Conference, kind: ConferenceDutyKind): ConferenceDuty | null {
  return conferenceDuties.dutyOf(state, kind);
}
