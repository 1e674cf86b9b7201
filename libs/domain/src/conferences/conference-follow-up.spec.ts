import { describe, expect, it } from '@jest/globals';

import { aConference, aConferenceCommand, appliedToConference, at, conferenceAt } from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { conferenceDuties } from './conference-milestones.js';
import type { Conference, ConferenceStage, PetitionPath } from './conference.js';

const attach = aConferenceCommand('petitionAttached');
const { petitionId } = attach;
const caseOf = { caseKind: 'petition', caseId: petitionId };

describe('petitionAttached', () => {
  it.each<[ConferenceStage]>([['planning'], ['preparing'], ['held']])(
    'D8.1e: in %s puts the petition on the list',
    (stage) => {
      const { state, ...happened } = appliedToConference(aConference({ stage }), attach, at('2026-04-17'));

      expect(happened).toMatchObject({
        event: 'petitionAttached',
        rule: 'D8.1e',
        facts: { petitionId, path: 'briefing', isRaised: false, isNew: true },
        notices: [],
        tells: [],
      });
      expect(state.petitions).toEqual([
        {
          id: petitionId,
          number: 'KN-2026-000001',
          path: 'briefing',
          isRaised: false,
          conclusion: null,
          followedUpOn: null,
        },
      ]);
    },
  );

  it.each<[PetitionPath, boolean]>([
    ['written', false],
    ['written', true],
  ])(
    'D8.1f: a petition on the path %s, raised at the conference: %s, is one for a written answer',
    (path, isRaised) => {
      const command = { ...attach, path, isRaised };

      expect(appliedToConference(aConference({ stage: 'held' }), command, at('2026-04-16'))).toMatchObject({
        rule: 'D8.1f',
        state: { petitions: [{ path, isRaised }] },
      });
    },
  );

  it.each<[ConferenceStage]>([['planning'], ['preparing'], ['held']])(
    'D8.1f: in %s a petition that knows another day is told the right one',
    (stage) => {
      const state = aConference({ stage });
      const command = { ...attach, conferenceOn: localDate('2026-03-30') };

      expect(appliedToConference(state, command, at('2026-04-17')).tells).toEqual([
        { ...caseOf, command: { kind: 'conferenceMoved', conferenceId: state.id, on: '2026-04-16' } },
      ]);
    },
  );

  it('D8.1f: a second time changes nothing but the path', () => {
    const once = appliedToConference(aConference({ stage: 'preparing' }), attach, at('2026-04-01')).state;
    const again = appliedToConference(once, attach, at('2026-04-02'));
    const written = appliedToConference(once, { ...attach, path: 'written' }, at('2026-04-02'));

    expect(again).toMatchObject({ facts: { isNew: false }, tells: [] });
    expect(again.state).toEqual(once);
    expect(written.state.petitions).toEqual([{ ...once.petitions[0], path: 'written' }]);
  });

  it('D11.1b: after the conclusions it is to be assigned, is told so, and the follow-up is owed again', () => {
    const before = aConference({ stage: 'followUp' });
    const { state, tells } = appliedToConference(before, attach, at('2026-04-20'));

    expect(conferenceDuties.dutyOf(before, 'followUpPetitions')).toBeNull();
    expect(state.petitions).toMatchObject([{ id: petitionId, conclusion: 'assign', followedUpOn: null }]);
    expect(tells).toEqual([
      {
        ...caseOf,
        command: {
          kind: 'conferenceConcluded',
          conferenceId: before.id,
          heldOn: '2026-04-16',
          conclusion: { kind: 'assign' },
        },
      },
    ]);
    expect(conferenceDuties.dutyOf(state, 'followUpPetitions')).toMatchObject({
      number: 17,
      dueOn: '2026-04-23',
      isBelated: false,
    });
    const again = appliedToConference(state, attach, at('2026-04-20'));
    expect(again).toMatchObject({ facts: { isNew: false }, tells: [] });
    expect(again.state).toEqual(state);
  });

  it('D11.1b: after the fifth working day the follow-up of it is due at once', () => {
    const { state } = appliedToConference(aConference({ stage: 'followUp' }), attach, at('2026-04-27'));

    expect(conferenceDuties.dutyOf(state, 'followUpPetitions')).toMatchObject({ dueOn: '2026-04-27', isBelated: true });
    expect(conferenceAt(state, at('2026-04-28', '00:00')).hasFinding).toBe(true);
  });

  it('D11.1b: while the follow-up is open another petition does not begin a second one', () => {
    const state = concluded('p0');
    const { duties } = appliedToConference(state, { ...attach, petitionId: 'p1' }, at('2026-04-20')).state;

    expect(duties).toEqual(state.duties);
  });

  it.each<[ConferenceStage]>([['closed'], ['cancelled']])(
    'D8.1f: in %s it is told that the conference is over',
    (stage) => {
      const before = aConference({ stage });
      const { state, tells } = appliedToConference(before, attach, at('2026-05-04'));

      expect(state).toEqual(before);
      expect(tells).toEqual([{ ...caseOf, command: { kind: 'conferenceEnded', conferenceId: before.id } }]);
    },
  );
});

describe('petitionDetached', () => {
  const detach = aConferenceCommand('petitionDetached');

  it.each<[ConferenceStage]>([['planning'], ['preparing'], ['held']])(
    'D8.1e: in %s takes the petition off the list',
    (stage) => {
      const before = aConference({ stage });
      const attached = appliedToConference(before, attach, at('2026-04-17')).state;
      const detached = appliedToConference(attached, detach, at('2026-04-17'));

      expect(detached).toMatchObject({ event: 'petitionDetached', facts: { petitionId, wasKnown: true } });
      expect(detached.state).toEqual(before);
      expect(appliedToConference(detached.state, detach, at('2026-04-17'))).toMatchObject({
        facts: { wasKnown: false },
        state: before,
      });
    },
  );

  it('D11.1b: of the last petition that waits meets the follow-up', () => {
    const { state } = appliedToConference(concluded(petitionId), detach, at('2026-04-20'));

    expect(state.petitions).toEqual([]);
    expect(conferenceDuties.dutyOf(state, 'followUpPetitions')).toBeNull();
  });

  it('D11.1b: before the conclusions it meets nothing', () => {
    const attached = appliedToConference(aConference({ stage: 'held' }), attach, at('2026-04-16')).state;

    expect(
      conferenceDuties.dutyOf(appliedToConference(attached, detach, at('2026-04-16')).state, 'followUpPetitions'),
    ).not.toBeNull();
  });

  it('D11.3: what was of a closed conference stays in its record', () => {
    const state = { ...concluded(petitionId), stage: 'closed' as const, duties: [] };

    expect(appliedToConference(state, detach, at('2026-05-04')).state).toEqual(state);
  });
});

describe('petitionFollowedUp', () => {
  const told = (id: string, day = '2026-04-20') =>
    aConferenceCommand('petitionFollowedUp', { petitionId: id, on: localDate(day) });

  it('D11.1b: meets the follow-up with the last petition, not before', () => {
    const first = appliedToConference(concluded('p0', 'p1'), told('p0'), at('2026-04-20'));
    const second = appliedToConference(first.state, told('p1', '2026-04-21'), at('2026-04-21'));

    expect(first).toMatchObject({ event: 'petitionFollowedUp', rule: 'D11.1b', facts: { petitionId: 'p0', left: 1 } });
    expect(conferenceDuties.dutyOf(first.state, 'followUpPetitions')).not.toBeNull();
    expect(second.facts).toMatchObject({ followedUpOn: '2026-04-21', left: 0 });
    expect(conferenceDuties.dutyOf(second.state, 'followUpPetitions')).toBeNull();
  });

  it('D11.1b: heard twice, the first day stays', () => {
    const once = appliedToConference(concluded('p0'), told('p0'), at('2026-04-20')).state;

    expect(appliedToConference(once, told('p0', '2026-04-22'), at('2026-04-22')).state).toEqual(once);
  });

  it('D11.1b: of a petition that is not of this conference changes nothing', () => {
    const state = concluded('p0');

    expect(appliedToConference(state, told('p9'), at('2026-04-20')).state).toEqual(state);
  });

  it('D11.1b: before the conclusions it ends no duty', () => {
    const state = appliedToConference(aConference({ stage: 'held' }), attach, at('2026-04-16')).state;

    expect(appliedToConference(state, told(petitionId), at('2026-04-16')).state.duties).toEqual(state.duties);
  });
});

/** A conference in follow-up whose petitions were all concluded `assign`. */
function concluded(...ids: readonly string[]): Conference {
  const held = ids.reduce(
    (state, id) => appliedToConference(state, { ...attach, petitionId: id }, at('2026-04-16')).state,
    aConference({ stage: 'held' }),
  );
  const conclusions = ids.map((id) => ({ petitionId: id, conclusion: { kind: 'assign' as const } }));
  return appliedToConference(held, aConferenceCommand('conclude', { conclusions }), at('2026-04-17')).state;
}
