import { describe, expect, it } from '@jest/globals';
import { petitionDutyKinds } from '@dialogue/domain';

import { beginBeside, historiesOf, kindsOwed, tellBeside } from './duty-days.fixture.js';
import { overSwap, overTet } from './petition-days.fixture.js';
import { useStories } from './petition-stories.fixture.js';
import { petitionTales } from './petition-tales.fixture.js';

const { begin } = useStories();

const calendars = [
  ['Tết 2026', overTet],
  ['a Saturday that is worked, and the days off behind it', overSwap],
] as const;

describe('the duties of a petition', () => {
  it.each(calendars)(
    'D2.1, D10.1, D11.1, D11.3: are urged for and missed on their own days, and on no other, over %s',
    async (_, days) => {
      const tales = petitionTales(days);

      const histories = await tellBeside(
        await beginBeside(tales, async (_tale, clock) => begin({ on: days.on, ...clock })),
        days.until,
      );

      expect(histories).toEqual(historiesOf(tales));
    },
  );

  it.each(calendars)('D11.1: each has such a story, over %s', (_, days) => {
    expect(kindsOwed(petitionTales(days))).toEqual(new Set(petitionDutyKinds));
  });
});
