import { describe, expect, it } from '@jest/globals';

import {
  aBody,
  aConference,
  aConferenceCommand,
  appliedToConference,
  at,
  conferenceAt,
  decidedOfConference,
  valueOf,
} from '@dialogue/testing/builders';

import type { Transition } from '../cases/case-machine.js';
import type { Instant } from '../time/instant.js';
import { localDate } from '../time/local-date.js';
import { conferenceFlagsOf, cutOffOn } from './conference-facts.js';
import { conferenceDuties } from './conference-milestones.js';
import { conferenceMachine } from './conference.machine.js';
import type { Conference } from './conference.js';

const guests = [aBody('SL-STC'), aBody('SL-MTTQ')];
const bodies = [aBody('SL-STC'), aBody('SL-SYT')];

describe('reschedule', () => {
  it('D8.1: counts every open milestone anew, under another number, and brings back none that was met', () => {
    const { state, event, rule, facts } = moved(invited(), '2026-05-14', '2026-04-09');

    expect({ event, rule, facts }).toEqual({
      event: 'rescheduled',
      rule: 'D8.1a',
      facts: { wasOn: '2026-04-16', conferenceOn: '2026-05-14', startsAt: '08:00', moves: 1 },
    });
    expect(
      state.duties.map(({ kind, body, number, anchorOn, dueOn }) => [kind, body, number, anchorOn, dueOn]),
    ).toEqual([
      ['reportSituation', undefined, 17, '2026-05-14', '2026-05-04'],
      ['issueAggregateReport', undefined, 18, '2026-05-14', '2026-05-04'],
      ['holdBriefing', undefined, 19, '2026-05-14', '2026-05-08'],
      ['nameHelpers', undefined, 20, '2026-05-14', '2026-05-07'],
      ['recordOutcome', undefined, 21, '2026-05-14', '2026-05-15'],
      ['followUpPetitions', undefined, 22, '2026-05-14', '2026-05-21'],
      ['issueConclusionNotice', undefined, 23, '2026-05-14', '2026-05-21'],
      ['issueResultReport', undefined, 24, '2026-05-14', '2026-05-21'],
      ['recordInternalReview', undefined, 25, '2026-05-14', '2026-05-21'],
      ['supplyOpinions', 'SL-STC', 26, '2026-05-14', '2026-05-09'],
      ['supplyOpinions', 'SL-SYT', 27, '2026-05-14', '2026-05-09'],
      ['confirmAttendance', 'SL-STC', 28, '2026-05-14', '2026-05-12'],
      ['confirmAttendance', 'SL-MTTQ', 29, '2026-05-14', '2026-05-12'],
    ]);
  });

  it.each([
    ['2026-04-22', '2026-04-17', '2026-05-04', 'the follow-up over Hung Kings, 30 April and 1 May'],
    ['2026-08-28', '2026-08-23', '2026-09-09', 'the follow-up over National Day; the briefing day is a Sunday'],
  ])('D8.1e, D11.1b: to %s moves cut-off and limits (%#)', (on, cutOff, followUpOn) => {
    const { state } = moved(aConference(), on, '2026-03-05');

    expect(cutOffOn(state)).toBe(cutOff);
    expect(conferenceDuties.dutyOf(state, 'followUpPetitions')?.dueOn).toBe(followUpOn);
  });

  it('D8.1f: tells who was asked or invited, each once, and every petition of the new day', () => {
    const withPetition = appliedToConference(invited(), aConferenceCommand('petitionAttached'), at('2026-04-08')).state;
    const { notices, tells } = moved(withPetition, '2026-05-14', '2026-04-09');

    expect(notices).toEqual(
      ['SL-STC', 'SL-SYT', 'SL-MTTQ'].map((agency) => ({
        key: `conferenceMoved/1/${agency}`,
        letter: {
          kind: 'conferenceMoved',
          agency,
          wasOn: '2026-04-16',
          conferenceOn: '2026-05-14',
          startsAt: '08:00',
          // D8.1g: who was only asked has no entry in the calendar that would change.
          ...(agency === 'SL-SYT' ? {} : { event: { sequence: 1, startsAt: '08:00' } }),
        },
        recipients: ['handler', 'agencyHead'],
      })),
    );
    expect(tells).toEqual([
      {
        caseKind: 'petition',
        caseId: withPetition.petitions[0]?.id,
        command: { kind: 'conferenceMoved', conferenceId: withPetition.id, on: '2026-05-14' },
      },
    ]);
  });

  it('D8.1a: another hour of the same day is told to guests, counts nothing anew and says nothing to petitions', () => {
    const before = appliedToConference(invited(), aConferenceCommand('petitionAttached'), at('2026-04-08')).state;
    const command = aConferenceCommand('reschedule', { on: before.on, startsAt: '14:00' });
    const { state, notices, tells } = appliedToConference(before, command, at('2026-04-16', '07:00'));

    expect(state).toEqual({ ...before, startsAt: '14:00', moves: 1, revisions: 1 });
    expect(notices.map(({ key }) => key)).toEqual([
      'conferenceMoved/1/SL-STC',
      'conferenceMoved/1/SL-SYT',
      'conferenceMoved/1/SL-MTTQ',
    ]);
    expect(tells).toEqual([]);
  });

  it.each([
    ['2026-04-16', '08:00', '2026-04-09', 'conference.day_unchanged'],
    ['2026-04-09', '08:00', '2026-04-09', 'conference.date_in_past'],
    ['2026-04-08', '08:00', '2026-04-09', 'conference.date_in_past'],
    ['2026-04-16', '14:00', '2026-04-17', 'conference.date_in_past'],
  ])('D8.1a: to %s %s is refused on %s: %s', (on, startsAt, day, code) => {
    const command = aConferenceCommand('reschedule', { on: localDate(on), startsAt });

    expect(decidedOfConference(invited(), command, at(day))).toEqual({ refused: { code, rule: 'D8.1a' } });
  });
});

describe('a milestone that is moved', () => {
  it('D8.1: is marked when its new day has passed, and no more when it has time again', () => {
    const nearer = moved(aConference(), '2026-03-20', '2026-03-10').state;
    expect(nearer.duties.filter(({ isBelated }) => isBelated === true).map(({ kind, dueOn }) => [kind, dueOn])).toEqual(
      [
        ['approvePlan', '2026-03-10'],
        ['requestOpinions', '2026-03-10'],
      ],
    );
    expect(conferenceFlagsOf(nearer)).toEqual(['belated']);

    expect(conferenceFlagsOf(moved(nearer, '2026-05-14', '2026-03-10').state)).toEqual([]);
  });

  it('D8.1g: has its day again after it was missed, and the finding stays', () => {
    const missed = conferenceAt(aConference({ stage: 'preparing' }), at('2026-04-10', '00:00'));
    const { state } = moved(missed, '2026-05-14', '2026-04-10');

    expect(conferenceFlagsOf(missed)).toEqual(['overdue', 'finding']);
    expect(conferenceFlagsOf(state)).toEqual(['finding']);
    expect(conferenceDuties.dutyOf(state, 'sendInvitations')).toMatchObject({ dueOn: '2026-05-07', missedAt: null });
  });

  it('D8.1g: stays missed when it has no day left: a move grants no new one', () => {
    const missed = conferenceAt(aConference({ stage: 'preparing' }), at('2026-04-10', '00:00'));
    const { state } = moved(missed, '2026-04-14', '2026-04-10');

    expect(conferenceDuties.dutyOf(state, 'sendInvitations')).toMatchObject({
      dueOn: '2026-04-09',
      anchorOn: '2026-04-14',
      missedAt: at('2026-04-10', '00:00'),
      isBelated: true,
    });
    expect(conferenceDuties.dutyOf(state, 'holdBriefing')).toMatchObject({ dueOn: '2026-04-10', isBelated: true });
  });

  it('D11.3: has its new day reminded of, also where the old one was', () => {
    const reminded = urgedState(aConference({ stage: 'preparing' }), at('2026-04-08', '09:00'));
    const { state } = moved(reminded, '2026-05-14', '2026-04-08');

    expect(keysOf(state, at('2026-04-08', '09:00'))).toEqual([]);
    expect(keysOf(state, at('2026-05-04', '08:00'))).toContain('sendInvitations/17/2026-05-07/-3');
  });

  it('D11.3: has no reminder repeated whose day was before the move', () => {
    const reminded = urgedState(aConference({ stage: 'preparing' }), at('2026-04-07', '09:00'));
    const { state } = moved(reminded, '2026-04-17', '2026-04-07');

    expect(conferenceDuties.dutyOf(reminded, 'sendInvitations')).toMatchObject({ dueOn: '2026-04-09', climbed: [-3] });
    expect(conferenceDuties.dutyOf(state, 'sendInvitations')).toMatchObject({ dueOn: '2026-04-10', climbed: [-3] });
  });

  it('D11.3: owes letters under other keys when it comes back to a day that it had before', () => {
    const before = urgedState(aConference({ stage: 'preparing' }), at('2026-04-07', '09:00'));
    const back = moved(moved(before, '2026-05-14', '2026-04-07').state, '2026-04-16', '2026-04-07').state;

    expect(keysOf(aConference({ stage: 'preparing' }), at('2026-04-07', '09:00'))).toEqual([
      'requestOpinions/2/2026-03-26/1',
      'requestOpinions/2/2026-03-26/6',
      'reportSituation/3/2026-04-06/1',
      'issueAggregateReport/4/2026-04-06/1',
      'holdBriefing/5/2026-04-10/-3',
      'sendInvitations/6/2026-04-09/-3',
    ]);
    expect(keysOf(back, at('2026-04-07', '09:00'))).toEqual([
      'requestOpinions/24/2026-04-07/-2',
      'reportSituation/25/2026-04-07/-2',
      'issueAggregateReport/26/2026-04-07/-2',
      'holdBriefing/27/2026-04-10/-3',
      'sendInvitations/28/2026-04-09/-3',
    ]);
    expect(back.moves).toBe(2);
  });
});

describe('cancel', () => {
  it('D8.1f: ends all duties, tells who was asked or invited, and each petition that its conference is over', () => {
    const before = appliedToConference(invited(), aConferenceCommand('petitionAttached'), at('2026-04-08')).state;
    const { state, ...happened } = appliedToConference(before, aConferenceCommand('cancel'), at('2026-04-09'));

    expect(happened).toMatchObject({
      event: 'cancelled',
      rule: 'D8.1a',
      facts: { conferenceOn: '2026-04-16', petitions: 1 },
      notices: ['SL-STC', 'SL-SYT', 'SL-MTTQ'].map((agency) => ({
        key: `conferenceCancelled/${agency}`,
        letter: { kind: 'conferenceCancelled', agency, conferenceOn: '2026-04-16' },
        recipients: ['handler', 'agencyHead'],
      })),
      tells: [
        {
          caseKind: 'petition',
          caseId: before.petitions[0]?.id,
          command: { kind: 'conferenceEnded', conferenceId: before.id },
        },
      ],
    });
    expect(state).toMatchObject({ stage: 'cancelled', duties: [], endedAt: at('2026-04-09') });
    expect(conferenceMachine.isClosed(state)).toBe(true);
  });
});

function moved(state: Conference, on: string, day: string): Transition<Conference> {
  return appliedToConference(state, aConferenceCommand('reschedule', { on: localDate(on) }), at(day));
}

/** Bodies were asked and guests invited, one of them both. */
function invited(): Conference {
  const asked = appliedToConference(
    aConference({ stage: 'preparing' }),
    aConferenceCommand('requestOpinions', { bodies }),
    at('2026-03-20'),
  );
  return appliedToConference(asked.state, aConferenceCommand('sendInvitations', { guests }), at('2026-04-08')).state;
}

function urgedState(state: Conference, now: Instant): Conference {
  return valueOf(conferenceMachine.urge(state, now)).at(-1)?.state ?? state;
}

function keysOf(state: Conference, now: Instant): readonly string[] {
  return valueOf(conferenceMachine.urge(state, now))
    .flatMap(({ notices }) => notices)
    .map(({ key }) => key);
}
