import { describe, expect, it } from '@jest/globals';
import {
  aBody,
  aConference,
  aConferenceCommand,
  anOrganisation,
  appliedToConference,
  at,
} from '@dialogue/testing/builders';

import type { Letter, LetterKind } from '../cases/letter.js';
import type { Transition } from '../cases/case-machine.js';
import type { Conference } from '../conferences/conference.js';
import { cutOffOn } from '../conferences/conference-facts.js';
import { localDate } from '../time/local-date.js';
import { letterOfNow, saysDaysOfNow } from './letter-of-now.js';

const now = at('2026-03-20', '20:00');

function owedBy({ notices }: Transition<Conference>, kind: LetterKind): Letter {
  const letter = notices.map((notice) => notice.letter).find((each) => each.kind === kind);
  if (letter === undefined) throw new Error(`No ${kind}`);
  return letter;
}

function asItLeaves(letter: Letter, state: Conference): Letter {
  if (!saysDaysOfNow(letter)) throw new Error(`${letter.kind} keeps its days`);
  return letterOfNow(letter, state);
}

describe('a letter that asks for work once, and waited while the conference moved', () => {
  const moves = aConferenceCommand('reschedule', { on: localDate('2026-05-28') });

  it('D8.1b, D8.1f: says the new day and the new cut-off', () => {
    const asking = appliedToConference(
      aConference({ stage: 'preparing' }),
      aConferenceCommand('requestOpinions', { bodies: [aBody('SL-SYT')] }),
      now,
    );
    const letter = owedBy(asking, 'opinionsRequested');
    const { state } = appliedToConference(asking.state, moves, now);

    expect(asItLeaves(letter, asking.state)).toEqual(letter);
    expect(asItLeaves(letter, state)).toEqual({ ...letter, conferenceOn: '2026-05-28', cutOffOn: cutOffOn(state) });
    expect(cutOffOn(state)).not.toBe(cutOffOn(asking.state));
  });

  it('D8.1e: says the new day of a petition that came after the briefing', () => {
    const state = appliedToConference(aConference({ stage: 'preparing' }), moves, now).state;
    const letter = { kind: 'addedToBriefing', conferenceOn: localDate('2026-05-12'), petitionNumber: 'KN-1' } as const;

    expect(asItLeaves(letter, state)).toEqual({ ...letter, conferenceOn: '2026-05-28' });
  });

  it('D8.1d: says the new day by which answers are to be prepared', () => {
    const state = appliedToConference(aConference({ stage: 'preparing' }), moves, now).state;
    const agency = anOrganisation('SL-SYT');
    const duty = { ...state.duties[0]!, kind: 'prepareAnswers', body: agency, dueOn: localDate('2026-05-20') } as const;
    const letter: Letter = {
      kind: 'answersToPrepare',
      ...{ agency, conferenceOn: localDate('2026-05-12'), petitions: 2 },
      ...{ document: { number: '1/BC', signedOn: localDate('2026-03-20') } },
      ...{ dueOn: localDate('2026-05-04'), isProvisional: false },
    };

    const leaving = asItLeaves(letter, { ...state, duties: [...state.duties, duty] });

    expect(leaving).toEqual({
      ...letter,
      ...{ conferenceOn: '2026-05-28', dueOn: '2026-05-20', isProvisional: duty.isProvisional },
    });
  });

  it('an invitation keeps its day: that it has moved is said by a letter of its own', () => {
    expect(saysDaysOfNow({ kind: 'accepted' })).toBe(false);
  });
});
