import { describe, expect, it } from '@jest/globals';

import {
  aConference,
  aConferenceCommand,
  aDocument,
  appliedToConference,
  at,
  conferenceAt,
  decidedOfConference,
  valueOf,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { conferenceDuties } from './conference-milestones.js';
import { conferenceMachine } from './conference.machine.js';
import type { Conference, ConferenceStage } from './conference.js';

const failed = aConferenceCommand('recordFailed');

describe('recordFailed', () => {
  it('D8.3b: reports to the superior, and waits for a direction', () => {
    const { state, event, rule, facts, notices, tells } = appliedToConference(
      withPetition('preparing'),
      failed,
      at('2026-04-16'),
    );

    expect({ event, rule, facts }).toEqual({
      event: 'failed',
      rule: 'D8.3b',
      facts: {
        ...{ failedOn: '2026-04-16', documentNumber: '97/BC-UBND', documentOn: '2026-04-16', isLate: false },
        unmet: 'requestOpinions reportSituation issueAggregateReport holdBriefing sendInvitations nameHelpers',
      },
    });
    expect(state).toMatchObject({ stage: 'awaitingDirection', heldOn: null, failure: { failedOn: '2026-04-16' } });
    expect(notices).toMatchObject([{ letter: { kind: 'failureReport' }, recipients: ['superior'] }]);
    expect(tells).toMatchObject([{ command: { kind: 'conferencePostponed', failedOn: '2026-04-16' } }]);
  });

  it('D11.1b: the follow-up counts on from the day of the conference, and is a finding when it is missed', () => {
    const { state } = appliedToConference(withPetition('preparing'), failed, at('2026-04-16'));

    expect(state.duties.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['followUpPetitions', '2026-04-23'],
      ['awaitDirection', '2026-04-23'],
    ]);
    expect(conferenceAt(state, at('2026-04-23', '23:59')).hasFinding).toBe(false);
    expect(conferenceAt(state, at('2026-04-24', '00:00')).hasFinding).toBe(true);
  });

  it('D11.1b: is met once no petition is left that waits for the conference', () => {
    const { state } = appliedToConference(withPetition('preparing'), failed, at('2026-04-16'));
    const left = appliedToConference(state, aConferenceCommand('petitionDetached'), at('2026-04-20')).state;

    expect(left.duties.map(({ kind }) => kind)).toEqual(['awaitDirection']);
  });

  it('D8.3b: the superior is asked again every fifth working day', () => {
    const { state } = appliedToConference(aConference({ stage: 'held' }), failed, at('2026-04-17'));
    const asked = (day: string): readonly unknown[] =>
      valueOf(conferenceMachine.urge(state, at(day, '09:00'))).flatMap(({ notices }) => notices);

    expect(asked('2026-04-23')).toEqual([]);
    expect(asked('2026-04-24')).toMatchObject([
      { letter: { kind: 'dutyReminder', duty: 'awaitDirection' }, recipients: ['superior', 'leadOffice'] },
    ]);
    expect(asked('2026-05-05')).toMatchObject([{ letter: { kind: 'dutyReminder', duty: 'awaitDirection' } }]);
  });

  it.each([
    ['before the day of the conference', 'preparing', {}, '2026-04-15', 'conference.day_not_come'],
    [
      'on a day before it',
      'preparing',
      { failedOn: localDate('2026-04-15') },
      '2026-04-17',
      'conference.date_before_case',
    ],
    ['on a day to come', 'held', { failedOn: localDate('2026-04-18') }, '2026-04-17', 'conference.date_in_future'],
    [
      'with a report that is older than it',
      'held',
      { document: aDocument('97/BC', '2026-04-15') },
      '2026-04-17',
      'conference.date_before_case',
    ],
  ] as const)('D8.3b: %s is refused', (_, stage, changes, day, code) => {
    const command = aConferenceCommand('recordFailed', changes);

    expect(decidedOfConference(aConference({ stage }), command, at(day))).toEqual({ refused: { code, rule: 'D8.3b' } });
  });
});

describe('recordDirection', () => {
  const direct = aConferenceCommand('recordDirection');
  const close = aConferenceCommand('recordDirection', { direction: { kind: 'close' } });

  it('D8.3b: another day: to be prepared anew, with everything counted from it', () => {
    const before = appliedToConference(withPetition('preparing'), failed, at('2026-04-16')).state;
    const { state, facts, notices, tells } = appliedToConference(before, direct, at('2026-04-21'));

    expect(facts).toMatchObject({ direction: 'newDate', newOn: '2026-05-14', documentNumber: '12/CV-TU' });
    expect(state).toMatchObject({ stage: 'preparing', on: '2026-05-14', failure: null, failures: 1, moves: 1 });
    expect(state.duties.map(({ kind, anchorOn }) => [kind, anchorOn])).toEqual(
      [
        ...['requestOpinions', 'reportSituation', 'issueAggregateReport', 'holdBriefing', 'sendInvitations'],
        ...['nameHelpers', 'recordOutcome', 'followUpPetitions'],
        ...['issueConclusionNotice', 'issueResultReport', 'recordInternalReview'],
      ].map((kind) => [kind, '2026-05-14']),
    );
    expect(notices.map(({ letter, recipients }) => [letter.kind, recipients])).toEqual([
      ['directionGiven', ['leadOffice', 'host']],
    ]);
    expect(tells).toMatchObject([{ command: { kind: 'conferenceMoved', on: '2026-05-14' } }]);
  });

  it('D8.1e: of what was prepared only the briefing is owed again, and the guests are told', () => {
    const before = appliedToConference(aConference({ stage: 'held' }), failed, at('2026-04-17')).state;
    const { state, notices } = appliedToConference(before, direct, at('2026-04-21'));

    expect(state.duties.map(({ kind }) => kind).slice(0, 2)).toEqual(['holdBriefing', 'recordOutcome']);
    expect(conferenceDuties.dutyOf(state, 'sendInvitations')).toBeNull();
    expect(notices.filter(({ letter }) => letter.kind === 'conferenceMoved')).toHaveLength(3);
  });

  it('D8.3b: not again: over, and every petition hears it', () => {
    const before = appliedToConference(withPetition('preparing'), failed, at('2026-04-16')).state;
    const { state, tells } = appliedToConference(before, close, at('2026-04-21'));

    expect(state).toMatchObject({ stage: 'closed', duties: [], endedAt: at('2026-04-21') });
    expect(conferenceMachine.isClosed(state)).toBe(true);
    expect(tells).toMatchObject([{ command: { kind: 'conferenceEnded' } }]);
  });

  it('D8.3b: may be followed by another failure, and another report', () => {
    const again = appliedToConference(aConference({ stage: 'awaitingDirection' }), direct, at('2026-04-21')).state;
    const { notices } = appliedToConference(
      again,
      aConferenceCommand('recordFailed', {
        failedOn: localDate('2026-05-14'),
        document: aDocument('9/BC', '2026-05-14'),
      }),
      at('2026-05-14'),
    );

    expect(notices.map(({ key }) => key)).toEqual(['failureReport/1']);
  });

  it.each([
    [
      'a day that has come',
      { direction: { kind: 'newDate', on: localDate('2026-04-21'), startsAt: '08:00' } as const },
      'conference.date_in_past',
    ],
    ['a document older than the failure', { document: aDocument('1/CV', '2026-04-10') }, 'conference.date_before_case'],
    ['a document of tomorrow', { document: aDocument('1/CV', '2026-04-22') }, 'conference.date_in_future'],
  ])('D8.3b: with %s is refused', (_, changes, code) => {
    const command = aConferenceCommand('recordDirection', changes);

    expect(decidedOfConference(aConference({ stage: 'awaitingDirection' }), command, at('2026-04-21'))).toEqual({
      refused: { code, rule: 'D8.3b' },
    });
  });
});

function withPetition(stage: ConferenceStage): Conference {
  return appliedToConference(aConference({ stage }), aConferenceCommand('petitionAttached'), at('2026-04-01')).state;
}
