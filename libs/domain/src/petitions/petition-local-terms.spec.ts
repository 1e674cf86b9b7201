import { describe, expect, it } from '@jest/globals';

import {
  aCommand,
  aConference,
  aConferenceCommand,
  aConferenceReference,
  aPetition,
  applied,
  appliedToConference,
  at,
  refusalOf,
} from '@dialogue/testing/builders';

import { applyTerms } from '../terms/local-terms.js';
import { localDate } from '../time/local-date.js';

/** On Friday 10 April 2026. */
const conference = aConferenceReference();
const terms = applyTerms('petition', { followUpWorkingDays: 3 }, '03703/2026-01-01');

describe('a petition of an office with terms of its own', () => {
  it('D11.1b: is assigned and told by the day of those terms', () => {
    const state = aPetition({ stage: 'accepted', conference, terms });

    const after = applied(state, aCommand('conferenceConcluded', { conclusion: { kind: 'assign' } }), at('2026-04-10'));

    expect(after.state.duties.map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual([
      'assign 2026-04-15',
      'tell 2026-04-15',
    ]);
  });

  it.each([
    ['2026-04-03', 'briefing', 'on the seventh day before, which is still in time'],
    ['2026-04-04', 'written', 'a day later'],
  ])('D8.1e, D13.1: received on %s it takes the path %s by the cut-off of its conference (%s)', (receivedOn, path) => {
    const state = { ...aPetition({ stage: 'accepted' }), receivedOn: localDate(receivedOn) };
    const attaching = aCommand('attachToConference', { conference: { ...conference, cutOffDays: 7 } });

    expect(applied(state, attaching, at('2026-04-05')).state.conference).toMatchObject({ path, cutOffDays: 7 });
  });

  it('D8.1e, D13.1: changes its path when its conference sets another cut-off, and hears it once', () => {
    const state = { ...aPetition({ stage: 'accepted', conference }), receivedOn: localDate('2026-04-04') };
    const { id: conferenceId, on } = conference;
    const earlier = aCommand('conferenceMoved', { conferenceId, on, cutOffDays: 7 });

    const after = applied(state, earlier, at('2026-04-05')).state;
    const back = applied(after, aCommand('conferenceMoved', { conferenceId, on }), at('2026-04-06')).state;

    expect(after.conference).toMatchObject({ path: 'written', cutOffDays: 7 });
    expect(refusalOf(after, earlier, at('2026-04-05'))).toBe('petition.not_attached');
    expect(back.conference).toEqual({ ...state.conference });
  });
});

describe('a petition that adopts terms', () => {
  const concluded = aCommand('conferenceConcluded', { conclusion: { kind: 'assign' } });
  const assignedLater = applyTerms('petition', { duties: { assign: { workingDays: 9 } } }, '03703/2026-02-01');

  it.each([
    ['D11.1b: counts its follow-up by the days of the follow-up', terms, ['assign 2026-04-15', 'tell 2026-04-15']],
    ['D11.1b: leaves it where other days have changed', assignedLater, ['assign 2026-04-17', 'tell 2026-04-17']],
  ])('%s', (_, adopted, expected) => {
    const { state } = applied(aPetition({ stage: 'accepted', conference }), concluded, at('2026-04-10'));

    const after = applied(state, aCommand('adoptTerms', { terms: adopted }), at('2026-04-13'));

    expect(after.state.duties.map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual(expected);
  });
});

describe('a conference of an office with terms of its own', () => {
  it('D8.1e, D13.1: tells its petitions its cut-off with its new day', () => {
    const own = applyTerms('conference', { cutOffDays: 7 }, '03703/2026-01-01');
    const state = appliedToConference(
      aConference({ stage: 'preparing', terms: own }),
      aConferenceCommand('petitionAttached'),
      at('2026-03-20'),
    ).state;

    const { tells } = appliedToConference(
      state,
      aConferenceCommand('reschedule', { on: localDate('2026-05-14') }),
      at('2026-03-23'),
    );

    expect(tells).toMatchObject([{ command: { kind: 'conferenceMoved', on: '2026-05-14', cutOffDays: 7 } }]);
  });

  it.each([
    ['preparing', [{ command: { kind: 'conferenceMoved', on: '2026-04-16', cutOffDays: 7 } }]],
    ['held', []],
  ] as const)('D8.1e, D13.1: %s, tells them another cut-off that it adopts', (stage, expected) => {
    const attached = appliedToConference(
      aConference({ stage: 'preparing' }),
      aConferenceCommand('petitionAttached'),
      at('2026-03-20'),
    ).state;
    const own = applyTerms('conference', { cutOffDays: 7 }, '03703/2026-01-01');

    const { tells } = appliedToConference(
      { ...attached, stage },
      aConferenceCommand('adoptTerms', { terms: own }),
      at('2026-03-23'),
    );

    expect(tells ?? []).toMatchObject(expected);
  });
});
