import { describe, expect, it } from '@jest/globals';

import {
  aConference,
  aConferenceCommand,
  appliedToConference,
  at,
  decidedOfConference,
  valueOf,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { conferenceDuties } from './conference-milestones.js';
import { conferenceMachine } from './conference.machine.js';
import type { Conference, ConferenceStage } from './conference.js';

const when = at('2026-03-20');

describe('postpone', () => {
  it('D8.1a: what was owed rests, and somebody is to set another day', () => {
    const before = aConference({ stage: 'preparing' });
    const { state, event, rule, facts } = appliedToConference(before, aConferenceCommand('postpone'), when);

    expect({ event, rule, facts }).toEqual({
      event: 'postponed',
      rule: 'D8.1a',
      facts: { wasOn: '2026-04-16', resting: 11, petitions: 0 },
    });
    expect(state).toMatchObject({ stage: 'postponed', postponement: { postponedOn: '2026-03-20', from: 'preparing' } });
    expect(state.duties).toMatchObject([{ kind: 'setNewDate', anchorOn: '2026-03-20', dueOn: '2026-04-03' }]);
  });

  it('D8.1a: reminds every ten working days, misses nothing, and names no finding', () => {
    const urgedOn = (day: string): readonly unknown[] =>
      valueOf(conferenceMachine.urge(postponed(), at(day, '09:00'))).flatMap(({ notices }) => notices);

    expect(urgedOn('2026-04-02')).toEqual([]);
    expect(urgedOn('2026-04-03')).toMatchObject([
      { letter: { kind: 'dutyReminder', duty: 'setNewDate' }, recipients: ['leadOffice', 'host'] },
    ]);
    expect(urgedOn('2026-04-17')).toMatchObject([{ letter: { kind: 'dutyReminder' } }]);
    expect(valueOf(conferenceMachine.elapse(postponed(), at('2026-12-01')))).toEqual([]);
  });

  it('D8.1f, D8.1g: tells guests, who was asked, and every petition', () => {
    const asked = appliedToConference(
      aConference({ stage: 'preparing' }),
      aConferenceCommand('requestOpinions'),
      when,
    ).state;
    const attached = appliedToConference(asked, aConferenceCommand('petitionAttached'), when).state;
    const { notices, tells } = appliedToConference(attached, aConferenceCommand('postpone'), when);

    expect(notices).toEqual(
      ['SL-STC', 'SL-SYT'].map((agency) => ({
        key: `conferencePostponed/0/${agency}`,
        letter: { kind: 'conferencePostponed', agency, wasOn: '2026-04-16' },
        recipients: ['handler', 'agencyHead'],
      })),
    );
    expect(tells).toMatchObject([{ command: { kind: 'conferencePostponed', failedOn: null } }]);
  });

  it('D8.1a: a case that began before there was such a reminder has it by the default days', () => {
    const duties = Object.fromEntries(
      Object.entries(aConference().terms.duties).filter(([kind]) => kind !== 'setNewDate'),
    );
    const state = aConference({ stage: 'preparing' });
    const old = { ...state, terms: { ...state.terms, duties } } as Conference;

    const after = appliedToConference(old, aConferenceCommand('postpone'), when).state;

    expect(after.duties).toMatchObject([{ kind: 'setNewDate' }]);
    expect(conferenceMachine.nextDueAt(after)).toEqual({ value: at('2026-04-03', '08:00') });
  });
});

describe('another day for a conference that was postponed', () => {
  it.each<[ConferenceStage, string]>([
    ['planning', 'approvePlan requestOpinions'],
    ['preparing', 'requestOpinions reportSituation'],
  ])('D8.1a: from %s it goes on there, and what rested counts from the new day', (from, first) => {
    const { state, event } = appliedToConference(postponed(from), aConferenceCommand('reschedule'), at('2026-04-06'));

    expect(event).toBe('rescheduled');
    expect(state).toMatchObject({ stage: from, on: '2026-05-14', postponement: null, moves: 1 });
    expect(state.duties.map(({ kind }) => kind).join(' ')).toMatch(new RegExp(`^${first}`));
    expect(state.duties.every(({ anchorOn }) => anchorOn === '2026-05-14')).toBe(true);
    expect(conferenceDuties.dutyOf(state, 'sendInvitations')?.dueOn).toBe('2026-05-07');
  });

  it('D11.3: what rested is owed under numbers of its own, also on the day that it had before', () => {
    const before = postponed();
    const back = aConferenceCommand('reschedule', { on: before.on });
    const { state } = appliedToConference(before, back, at('2026-03-23'));
    const resting = before.postponement?.resting ?? [];

    expect(state.duties.map(({ dueOn }) => dueOn)).toEqual(resting.map(({ dueOn }) => dueOn));
    expect(state.duties.map(({ number }) => number)).toEqual(resting.map((_, place) => before.dutiesSoFar + place + 1));
  });

  it('D8.1a: has passed by no day', () => {
    const past = aConferenceCommand('reschedule', { on: localDate('2026-04-05') });

    expect(decidedOfConference(postponed(), past, at('2026-04-06'))).toEqual({
      refused: { code: 'conference.date_in_past', rule: 'D8.1a' },
    });
  });

  it('D8.1f: is also none at all: its petitions hear that it is over', () => {
    const attached = appliedToConference(aConference(), aConferenceCommand('petitionAttached'), when).state;
    const waiting = appliedToConference(attached, aConferenceCommand('postpone'), when).state;
    const { state, tells } = appliedToConference(waiting, aConferenceCommand('cancel'), at('2026-04-06'));

    expect(state).toMatchObject({ stage: 'cancelled', duties: [] });
    expect(tells).toMatchObject([{ command: { kind: 'conferenceEnded' } }]);
  });
});

it('D8.1f: a petition that comes to a postponed conference hears that it has no day', () => {
  const { tells } = appliedToConference(postponed(), aConferenceCommand('petitionAttached'), at('2026-04-06'));

  expect(tells).toMatchObject([{ command: { kind: 'conferencePostponed', failedOn: null } }]);
});

function postponed(from: ConferenceStage = 'preparing'): Conference {
  return appliedToConference(aConference({ stage: from }), aConferenceCommand('postpone'), when).state;
}
