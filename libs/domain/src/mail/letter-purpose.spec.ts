import { describe, expect, it } from '@jest/globals';
import { aConference, anOrganisation, aPetition, at } from '@dialogue/testing/builders';

import type { Letter } from '../cases/letter.js';
import { localDate } from '../time/local-date.js';
import { dropReasonNames } from './drop-reasons.vi.js';
import { dropReasons, pointlessBecause, standingOf, type DropReason, type LetterStanding } from './letter-purpose.js';

const agency = anOrganisation('SL-STC');
const dueOn = localDate('2026-03-26');
const conferenceOn = localDate('2026-04-15');

const reminder: Letter = {
  kind: 'dutyReminder',
  ...{ duty: 'answer', rule: 'D11.1c', anchorOn: localDate('2026-03-05'), dueOn, workingDaysLeft: 2 },
  ...{ isProvisional: false, agency },
};
const invitation: Letter = { kind: 'invitation', agency, conferenceOn, startsAt: '08:00' };

function standing(overrides: Partial<LetterStanding> = {}): LetterStanding {
  const duties = [{ kind: 'answer', dueOn, body: null }] as const;
  return { isEnded: false, duties, agency, conferenceOn, isSuperseded: false, ...overrides };
}

describe('pointlessBecause', () => {
  it.each<[string, Letter, Partial<LetterStanding>, DropReason | null]>([
    ['what it reminds of is owed as it was', reminder, {}, null],
    ['it is done', reminder, { duties: [] }, 'dutyDone'],
    [
      'it is due on another day',
      reminder,
      { duties: [{ kind: 'answer', dueOn: conferenceOn, body: null }] },
      'dutyMoved',
    ],
    ['another body owes it', reminder, { agency: anOrganisation('SL-SXD') }, 'bodyChanged'],
    [
      'only another of several bodies owes it still',
      reminder,
      { duties: [{ kind: 'answer', dueOn, body: anOrganisation('SL-SXD') }] },
      'dutyDone',
    ],
    ['a newer one is on its way', reminder, { isSuperseded: true }, 'superseded'],
    ['its case is over', reminder, { isEnded: true }, 'caseEnded'],
    ['a limit that was missed is kept meanwhile', { ...reminder, kind: 'dutyOverdue' }, { duties: [] }, 'dutyDone'],
    ['the conference takes place', invitation, {}, null],
    ['the conference is cancelled, or has no day', invitation, { conferenceOn: null }, 'conferenceOff'],
    ['the conference is on another day', invitation, { conferenceOn: dueOn }, 'conferenceMoved'],
    ['it says what stays true', { kind: 'accepted' }, { isEnded: true, duties: [] }, null],
    [
      'it says that there will be none',
      { kind: 'conferenceCancelled', agency, conferenceOn },
      { isEnded: true, conferenceOn: null },
      null,
    ],
  ])('D11.3: %s', (_when, letter, overrides, reason) => {
    expect(pointlessBecause(letter, standing(overrides))).toBe(reason);
  });

  it('has a name for every reason', () => {
    for (const reason of dropReasons) expect(dropReasonNames[reason]).toMatch(/^\p{Ll}/u);
  });
});

describe('standingOf', () => {
  it('knows the duties of a petition, and who has it', () => {
    const state = aPetition({ stage: 'inProgress' });

    expect(standingOf(state, { isSuperseded: false })).toMatchObject({
      isEnded: false,
      duties: [{ kind: 'answer', body: null }],
      agency: state.assignment?.agency,
    });
  });

  it('knows that a case is over', () => {
    const state = { ...aPetition(), endedAt: at('2026-03-02') };

    expect(standingOf(state, { isSuperseded: false }).isEnded).toBe(true);
  });

  it('knows the day of a conference that is still to come, and none of one that is off', () => {
    const state = aConference({ stage: 'preparing' });

    expect(standingOf(state, { isSuperseded: false }).conferenceOn).toBe(state.on);
    expect(standingOf({ ...state, stage: 'cancelled' }, { isSuperseded: false }).conferenceOn).toBeNull();
  });
});
