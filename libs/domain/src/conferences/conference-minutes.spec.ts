import { describe, expect, it } from '@jest/globals';

import {
  aConference,
  aConferenceCommand,
  anOrganisation,
  appliedToConference,
  at,
  decidedOfConference,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import type { Conference } from './conference.js';

const when = at('2026-04-17');

describe('registerSpeaker', () => {
  const register = aConferenceCommand('registerSpeaker');

  it('D9: keeps the order of registration, before the conference and at it', () => {
    const first = appliedToConference(aConference({ stage: 'preparing' }), register, at('2026-04-15'));
    const held = appliedToConference(first.state, aConferenceCommand('recordHeld'), at('2026-04-16')).state;
    const second = appliedToConference(held, register, at('2026-04-16', '10:00'));

    expect([first.facts, second.facts]).toEqual([
      { place: 1, petitionId: null, isAtConference: false },
      { place: 2, petitionId: null, isAtConference: true },
    ]);
  });

  it('D9: on a petition that is not on the list is refused', () => {
    const { petitionId } = aConferenceCommand('petitionAttached');
    const attached = appliedToConference(aConference({ stage: 'held' }), aConferenceCommand('petitionAttached'), when);
    const command = aConferenceCommand('registerSpeaker', { petitionId });

    expect(appliedToConference(attached.state, command, when).facts).toMatchObject({ petitionId });
    expect(decidedOfConference(aConference({ stage: 'held' }), command, when)).toEqual({
      refused: { code: 'conference.petition_not_listed', rule: 'D9' },
    });
  });
});

describe('the minutes', () => {
  const sign = (version: number, on = '2026-04-17') =>
    aConferenceCommand('signMinutes', { version, signedOn: localDate(on) });

  it('D10.3b: gain a version each time they are saved, and the host signs the newest', () => {
    const second = saved(saved(aConference({ stage: 'held' })));
    const { state, event, rule, facts } = appliedToConference(second, sign(2), when);

    expect({ event, rule, facts }).toEqual({
      event: 'minutesSigned',
      rule: 'D10.3b',
      facts: { version: 2, signedOn: '2026-04-17' },
    });
    expect(state.minutes).toEqual({ versions: 2, signed: { version: 2, on: '2026-04-17' } });
  });

  it('D10.3b: that came with the record of the conference are the first version', () => {
    const held = aConferenceCommand('recordHeld', { hasMinutes: true });
    const { state, facts } = appliedToConference(aConference({ stage: 'preparing' }), held, at('2026-04-16'));

    expect(facts).toMatchObject({ minutesVersion: 1 });
    expect(saved(state).minutes).toEqual({ versions: 2, signed: null });
  });

  it('D10.3b: saved after the signature leave the signed version as it is, and are to be signed themselves', () => {
    const signed = appliedToConference(saved(aConference({ stage: 'followUp' })), sign(1), when).state;
    const again = saved(signed);

    expect(again.minutes).toEqual({ versions: 2, signed: { version: 1, on: '2026-04-17' } });
    expect(appliedToConference(again, sign(2), when).state.minutes?.signed?.version).toBe(2);
  });

  it.each([
    ['that is not there', 2, '2026-04-17', 'conference.minutes_version_not_newest'],
    ['before they were taken', 1, '2026-04-15', 'conference.date_before_case'],
    ['on a day to come', 1, '2026-04-18', 'conference.date_in_future'],
  ] as const)('D10.3b: a version %s is not signed', (_, version, on, code) => {
    expect(decidedOfConference(saved(aConference({ stage: 'held' })), sign(version, on), when)).toEqual({
      refused: { code, rule: 'D10.3b' },
    });
  });

  it('D10.3b: a version is signed once, and an older one not at all', () => {
    const signed = appliedToConference(saved(aConference({ stage: 'held' })), sign(1), when).state;

    expect(decidedOfConference(signed, sign(1), when)).toMatchObject({
      refused: { code: 'conference.already_recorded' },
    });
    expect(decidedOfConference(saved(signed), sign(1), when)).toMatchObject({
      refused: { code: 'conference.minutes_version_not_newest' },
    });
  });
});

describe('recordHeld with who was absent', () => {
  it('D10.3a: reports it to the host and to whoever supervises', () => {
    const absent = [anOrganisation('SL-STC')];
    const { notices, facts } = appliedToConference(
      aConference({ stage: 'preparing' }),
      aConferenceCommand('recordHeld', { absent }),
      at('2026-04-16'),
    );

    expect(facts).toMatchObject({ absent: 'SL-STC' });
    expect(notices).toEqual([
      {
        key: 'absencesReported/2026-04-16',
        letter: { kind: 'absencesReported', conferenceOn: '2026-04-16', absent },
        recipients: ['host', 'monitor'],
      },
    ]);
  });
});

function saved(state: Conference): Conference {
  return appliedToConference(state, aConferenceCommand('saveMinutes'), when).state;
}
