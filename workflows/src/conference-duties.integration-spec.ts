import { describe, expect, it } from '@jest/globals';
import { conferenceDutyKinds } from '@dialogue/domain';
import { beginConference, type ConferenceBeginning, type ConferenceStory } from '@dialogue/testing/cases';

import { useStoryServer } from './case-stories.fixture.js';
import { overSwap, overTet } from './conference-days.fixture.js';
import { conferenceTales } from './conference-tales.fixture.js';
import { beginBeside, historiesOf, kindsOwed, tellBeside } from './duty-days.fixture.js';

const { server, told } = useStoryServer();

const calendars = [
  ['Tết 2026', overTet],
  ['a Saturday that is worked, and the days off behind it', overSwap],
] as const;

async function begin(on: string, beginning: Partial<ConferenceBeginning>): Promise<ConferenceStory> {
  return told(await beginConference(server(), { on, ...beginning }));
}

describe('the milestones of a conference', () => {
  it.each(calendars)(
    'D8.1, D8.3, D9, D10.3a, D11.1: are urged for and missed on their own days, and on no other, over %s',
    async (_, days) => {
      const tales = conferenceTales(days);

      const histories = await tellBeside(
        await beginBeside(tales, async ({ plan }, clock) => begin(days.plannedOn, { plan, ...clock })),
        days.until,
      );

      expect(histories).toEqual(historiesOf(tales));
    },
  );

  it.each(calendars)('D8.1: each has such a story, over %s', (_, days) => {
    expect(kindsOwed(conferenceTales(days))).toEqual(new Set(conferenceDutyKinds));
  });
});
