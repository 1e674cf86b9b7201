import { describe, expect, it } from '@jest/globals';

import {
  aCommand,
  aConferenceReference,
  aDocument,
  aPetition,
  anOrganisation,
  applied,
  at,
  refusalOf,
  stateAt,
  type PetitionWishes,
} from '@dialogue/testing/builders';

import type { Conclusion, ConclusionKind } from '../conferences/conclusion.js';
import type { Transition } from '../cases/case-machine.js';
import { localDate } from '../time/local-date.js';
import { dutyOf } from './petition-facts.js';
import type { Petition, PetitionStage } from './petition.js';

/** On Friday 10 April 2026; the fifth working day after it is the 17th. */
const conference = aConferenceReference();
const heldAt = at('2026-04-10', '16:00');

const conclusions: Readonly<Record<ConclusionKind, Conclusion>> = {
  settle: { kind: 'settle' },
  assign: { kind: 'assign' },
  decline: { kind: 'decline' },
  defer: { kind: 'defer', reviewOn: localDate('2026-05-04') },
  refer: { kind: 'refer', to: anOrganisation('TW-BTC'), toName: 'Bộ Tài chính' },
};

function concluded(kind: ConclusionKind, wishes: PetitionWishes = {}): Transition<Petition> {
  const state = aPetition({ stage: 'accepted', conference, ...wishes });
  return applied(stateAt(state, heldAt), aCommand('conferenceConcluded', { conclusion: conclusions[kind] }), heldAt);
}

function duties({ duties: open }: Petition): readonly string[] {
  return open.map(({ kind, dueOn, rule }) => `${kind} ${dueOn} ${rule}`);
}

const followedUp = [{ caseKind: 'conference', command: { kind: 'petitionFollowedUp', on: '2026-04-10' } }];

/** What each conclusion makes of each stage in which its news may arrive. `=`: it is only noted. */
const outcomes: Readonly<Partial<Record<PetitionStage, Readonly<Record<ConclusionKind, PetitionStage | '='>>>>> = {
  accepted: { settle: 'settled', assign: 'accepted', decline: 'declined', defer: 'deferred', refer: 'referred' },
  assigned: { settle: 'settled', assign: 'inProgress', decline: 'declined', defer: 'deferred', refer: 'referred' },
  inProgress: { settle: 'settled', assign: 'inProgress', decline: 'declined', defer: 'deferred', refer: 'referred' },
  deferred: { settle: 'settled', assign: 'inProgress', decline: 'declined', defer: 'deferred', refer: 'referred' },
  referred: { settle: 'settled', assign: 'accepted', decline: 'declined', defer: 'deferred', refer: 'referred' },
  answered: { settle: '=', assign: '=', decline: '=', defer: '=', refer: '=' },
  resolved: { settle: '=', assign: '=', decline: '=', defer: '=', refer: '=' },
  settled: { settle: '=', assign: '=', decline: '=', defer: '=', refer: '=' },
  declined: { settle: '=', assign: '=', decline: '=', defer: '=', refer: '=' },
};
const cells = Object.entries(outcomes).flatMap(([stage, row]) =>
  Object.entries(row).map(([kind, to]) => [stage as PetitionStage, kind as ConclusionKind, to] as const),
);

describe('conferenceConcluded in every stage', () => {
  it.each(cells)('D9: %s: %s makes it %s', (stage, kind, to) => {
    const before = stateAt(aPetition({ stage, conference }), heldAt);
    const { state, event, rule, facts } = concluded(kind, { stage });

    expect({ event, rule, facts }).toMatchObject({
      event: 'conferenceConcluded',
      rule: 'D9',
      facts: { conference: conference.id, conclusion: kind, heldOn: '2026-04-10', isApplied: to !== '=' },
    });
    expect(state.stage).toBe(to === '=' ? before.stage : to);
    expect(state.conference).toMatchObject({ conclusion: kind, on: '2026-04-10' });
    expect(state.deferral != null).toBe(state.stage === 'deferred');
  });

  it.each(cells)('D11.1b: %s: %s is followed up at once where a letter or an agency says it all', (stage, kind) => {
    const { state, tells } = concluded(kind, { stage });
    const isAssigned = state.assignment !== null;
    // What the host settled before, the person has not been told yet: the letter of the old assignment did not say it.
    const isLeft = kind === 'assign' && (!isAssigned || stage === 'settled');

    expect(tells ?? []).toMatchObject(isLeft ? [] : followedUp);
    expect(state.conference?.isFollowedUp).toBe(!isLeft);
  });

  it.each(cells)(
    'D11.1b: %s: %s to somebody without an address is told by a notice, and then followed up',
    (stage, kind) => {
      const { state } = concluded(kind, { stage, isReachableByMail: false });
      const isToldBefore = state.toldOn !== null;
      expect(state.conference?.isFollowedUp).toBe(isToldBefore);
      if (isToldBefore) return;

      const ready =
        kind === 'assign' && state.stage === 'accepted' ? applied(state, assignment, at('2026-04-13')).state : state;
      const notice = aCommand('recordNoticeSent', { sentOn: localDate('2026-04-13') });
      const told = applied(ready, notice, at('2026-04-13'));

      expect(ready.conference?.isFollowedUp).toBe(false);
      expect(told.tells).toMatchObject([{ command: { kind: 'petitionFollowedUp', on: '2026-04-13' } }]);
      expect(told.state.conference?.isFollowedUp).toBe(true);
    },
  );
});

describe('conferenceConcluded on what has its answer or its conclusion', () => {
  it.each([
    ['answered', ['approve 2026-03-25 D10.1a'], null],
    ['resolved', ['tell 2026-03-30 D11.1c'], null],
    ['settled', ['close 2026-04-17 D11.3'], '2026-04-10'],
    ['declined', ['close 2026-04-17 D11.3'], '2026-04-10'],
  ] as const)('D9: %s: the person has the letter, owed is %j, told the outcome on %s', (stage, owed, toldOn) => {
    const { state, notices } = concluded('settle', { stage });

    expect(notices.map(({ letter }) => letter.kind)).toEqual(['conclusionTold']);
    expect(duties(state)).toEqual(owed);
    expect(state.toldOn).toBe(toldOn);
  });
});

const assignment = aCommand('assign', { document: aDocument('12/TB-UBND', '2026-04-13') });

describe('conferenceConcluded on what the conference alone has', () => {
  it.each([
    ['settle', 'conclusionTold', '2026-04-10', ['close 2026-04-17 D11.3'], null],
    ['decline', 'conclusionTold', '2026-04-10', ['close 2026-04-17 D11.3'], null],
    ['defer', 'conclusionTold', null, ['review 2026-05-04 D10.1b'], '2026-05-04'],
    ['refer', 'conclusionTold', null, ['followReferral 2026-05-06 D10.1c'], null],
  ] as const)(
    'D11.1b: %s: the person has the letter %s, told on %s, owed is %j',
    (kind, letter, toldOn, owed, reviewOn) => {
      const { state, notices } = concluded(kind);

      expect(notices).toEqual([
        {
          key: `conclusionTold/${conference.id}/0`,
          letter: { kind: letter, conclusion: kind, conferenceOn: '2026-04-10', reviewOn },
          recipients: ['petitioner'],
        },
      ]);
      expect(state.toldOn).toBe(toldOn);
      expect(duties(state)).toEqual(owed);
    },
  );

  it('D11.1b: assign: to be assigned and told by the fifth working day, and the letter of the assignment tells it', () => {
    const { state, notices } = concluded('assign');
    const assigned = applied(state, assignment, at('2026-04-13'));

    expect(notices).toEqual([]);
    expect(duties(state)).toEqual(['assign 2026-04-17 D11.1b', 'tell 2026-04-17 D11.1b']);
    expect(assigned.notices.map(({ key }) => key)).toContain('assignmentTold/1');
    expect(assigned.state.duties.map(({ kind }) => kind)).toEqual(['receipt']);
    expect(assigned.tells).toMatchObject([
      { caseId: conference.id, command: { kind: 'petitionFollowedUp', on: '2026-04-13' } },
    ]);
  });

  it.each(['deferred', 'referred'] as const)(
    'D11.1b: %s before: to be assigned by the same day, and owed once',
    (stage) => {
      const step = stage === 'deferred' ? aCommand('defer') : aCommand('refer');
      const away = applied(aPetition({ stage: 'accepted', conference }), step, at('2026-03-06')).state;
      const { state } = applied(
        stateAt(away, heldAt),
        aCommand('conferenceConcluded', { conclusion: conclusions.assign }),
        heldAt,
      );

      expect(state).toMatchObject({ stage: 'accepted', conference: { conclusion: 'assign' } });
      expect(duties(state)).toEqual(['assign 2026-04-17 D11.1b', 'tell 2026-04-17 D11.1b']);
    },
  );

  it('D11.1b: a notice from before the assignment did not tell it', () => {
    const { state } = concluded('assign', { isReachableByMail: false });
    const notice = aCommand('recordNoticeSent', { sentOn: localDate('2026-04-10') });
    const early = applied(state, notice, at('2026-04-13'));
    const assigned = applied(early.state, assignment, at('2026-04-13'));
    const again = applied(assigned.state, notice, at('2026-04-13'));

    expect([early, assigned, again].map(({ tells }) => tells)).toEqual([undefined, undefined, undefined]);
    expect(dutyOf(again.state, 'tell')).toMatchObject({ rule: 'D11.1b', dueOn: '2026-04-17' });
  });

  it('D11.1b: counts from the conference when its outcome was recorded late, and is missed then at once', () => {
    const late = at('2026-04-22');
    const state = applied(
      stateAt(aPetition({ stage: 'accepted', conference }), late),
      aCommand('conferenceConcluded', { conclusion: { kind: 'assign' } }),
      late,
    ).state;

    expect(duties(state)).toEqual(['assign 2026-04-17 D11.1b', 'tell 2026-04-17 D11.1b']);
    expect(stateAt(state, late).duties.map(({ missedAt }) => missedAt)).toEqual([
      at('2026-04-18', '00:00'),
      at('2026-04-18', '00:00'),
    ]);
  });

  it('D11.1b: withdrawn before it was assigned, there is nothing left to follow', () => {
    const { tells, state } = applied(concluded('assign').state, aCommand('withdraw'), at('2026-04-13'));

    expect(tells).toMatchObject([{ command: { kind: 'petitionFollowedUp' } }]);
    expect(state).toMatchObject({ stage: 'withdrawn', conference: { conclusion: 'assign', isFollowedUp: true } });
  });

  it('D10.1c: to be assigned, but referred: followed up once the person is told', () => {
    const referred = applied(concluded('assign').state, aCommand('refer'), at('2026-04-13'));
    const notice = aCommand('recordNoticeSent', { sentOn: localDate('2026-04-14') });

    expect(referred.tells).toBeUndefined();
    expect(duties(referred.state)).toEqual(['tell 2026-04-17 D11.1b', 'followReferral 2026-05-07 D10.1c']);
    expect(applied(referred.state, notice, at('2026-04-14')).tells).toMatchObject([
      { command: { kind: 'petitionFollowedUp' } },
    ]);
  });
});

describe('conferenceConcluded on what an agency has', () => {
  it('D11.1b: settled: the agency owes nothing any more and is told', () => {
    const { notices } = concluded('settle', { stage: 'inProgress' });

    expect(notices.map(({ key, letter }) => [key, letter])).toMatchObject([
      ['dutyEnded/1', { kind: 'dutyEnded', agency: 'SL-STC', because: 'settled' }],
      [`conclusionTold/${conference.id}/0`, { kind: 'conclusionTold' }],
    ]);
  });

  it('D10.1b: put off before: it goes on with what was left, and the agency is told', () => {
    const { state, notices } = concluded('assign', { stage: 'deferred' });

    expect(state).toMatchObject({ stage: 'inProgress', deferral: null, duties: [{ kind: 'answer' }] });
    expect(notices).toMatchObject([{ key: 'deferralEnded/1', recipients: ['handler', 'agencyHead', 'leadOffice'] }]);
  });

  it('D10.1b: put off before and again: to the new date', () => {
    const { state, notices } = concluded('defer', { stage: 'deferred' });

    expect(state).toMatchObject({
      deferral: { number: 2, reviewOn: '2026-05-04', stage: 'inProgress', workingDaysLeft: 14 },
    });
    expect(notices.map(({ key }) => key)).toEqual(['dutyEnded/1/2', `conclusionTold/${conference.id}/0`]);
  });
});

describe('a written answer that was promised', () => {
  /** Received after the cut-off. */
  const late = { receivedOn: localDate('2026-03-02'), isWrittenAnswerRequired: true } as const;

  it.each(['settle', 'decline'] as const)(
    'D8.1f: %s: the letter tells it, a notice in writing is still owed',
    (kind) => {
      const { state, tells } = concluded(kind, late);

      expect(tells).toMatchObject(followedUp);
      expect(state.toldOn).toBeNull();
      expect(duties(state)).toEqual(['tell 2026-04-17 D8.1f']);
      expect(refusalOf(state, aCommand('close'), at('2026-04-13'))).toBe('petition.notice_missing');
    },
  );

  it.each(['email', 'post', 'byHand'] as const)('D8.1f: a notice by %s is one, and then it can be closed', (means) => {
    const { state } = concluded('settle', late);
    const notice = aCommand('recordNoticeSent', { sentOn: localDate('2026-04-13'), means });
    const told = applied(state, notice, at('2026-04-13'));

    expect(told.state).toMatchObject({ toldOn: '2026-04-13', duties: [{ kind: 'close' }] });
    expect(told.tells).toBeUndefined();
    expect(applied(told.state, aCommand('close'), at('2026-04-13')).state.stage).toBe('closed');
  });
});

describe('settle and decline outside of a conference', () => {
  it.each([
    ['accepted', 'settle', 'settled', 'D11.1b', []],
    ['assigned', 'settle', 'settled', 'D11.1b', ['dutyEnded/1']],
    ['inProgress', 'settle', 'settled', 'D11.1b', ['dutyEnded/1']],
    ['accepted', 'decline', 'declined', 'D10.1b', []],
    ['assigned', 'decline', 'declined', 'D10.1b', ['dutyEnded/1']],
  ] as const)('%s: %s makes it %s; the person is to be told (%s), letters %j', (stage, kind, to, rule, keys) => {
    const { event, state, notices } = applied(aPetition({ stage }), aCommand(kind), at('2026-03-06'));

    expect({ event, rule }).toEqual({ event: to, rule });
    expect(state).toMatchObject({ stage: to, concludedOn: '2026-03-06' });
    expect(duties(state)).toEqual([`tell 2026-03-13 ${rule}`]);
    expect(notices.map(({ key }) => key)).toEqual(keys);
  });

  it('D11.1b: told by a notice of that day or later, it is to be closed', () => {
    const settled = aPetition({ stage: 'settled' });
    const noticeOf = (day: string): Petition =>
      applied(settled, aCommand('recordNoticeSent', { sentOn: localDate(day) }), at('2026-03-10')).state;

    expect(duties(noticeOf('2026-03-05'))).toEqual(['tell 2026-03-13 D11.1b']);
    expect(duties(noticeOf('2026-03-06'))).toEqual(['close 2026-03-17 D11.3']);
    expect(refusalOf(noticeOf('2026-03-05'), aCommand('close'), at('2026-03-10'))).toBe('petition.notice_missing');
  });

  it('D11.1b: a notice from before it was settled, though after its assignment, did not tell it', () => {
    const settled = aPetition({ stage: 'settled', conference, isReachableByMail: false });
    const state = applied(settled, aCommand('conferenceConcluded', { conclusion: conclusions.assign }), heldAt).state;
    const early = aCommand('recordNoticeSent', { sentOn: localDate('2026-03-05') });

    expect(duties(applied(state, early, heldAt).state)).toEqual(['tell 2026-03-13 D11.1b']);
  });

  it('D11.1b: settled by the host before the conference and told, its conclusion is followed up when it comes', () => {
    const settled = aPetition({ stage: 'settled', conference, isReachableByMail: false });
    const told = applied(settled, aCommand('recordNoticeSent'), at('2026-03-24'));
    const { tells, notices } = applied(told.state, aCommand('conferenceConcluded'), heldAt);

    expect(told.tells).toBeUndefined();
    expect(tells).toMatchObject(followedUp);
    expect(notices).toEqual([]);
  });
});
