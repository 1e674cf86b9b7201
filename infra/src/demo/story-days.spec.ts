import { describe, expect, it } from '@jest/globals';

import { storyDays } from './story-days.js';

describe('the days of a story', () => {
  it.each([
    ['2026-11-27T00:00:00+07:00', '2026-11-27', '2027-01-11', 'in the first moment of a day'],
    ['2026-11-27T23:59:50+07:00', '2026-11-27', '2027-01-11', 'a moment before midnight'],
    ['2026-12-31T23:59:50+07:00', '2026-12-31', '2027-02-14', 'before midnight of the last day of a year'],
    ['2026-11-26T22:00:00Z', '2026-11-27', '2027-01-11', 'while it is still the day before in London'],
  ])('begun at %s: day 0 is %s, day 45 is %s, %s', (began, first, later) => {
    const days = storyDays(Date.parse(began));

    expect([days.dateOf(0), days.dateOf(45)]).toEqual([first, later]);
  });

  it.each(['2026-11-27T00:00:00+07:00', '2026-11-27T08:30:00+07:00', '2026-11-27T23:59:50+07:00'])(
    'begun at %s: a case that has come to a day stands at its noon',
    (began) => {
      const beganMs = Date.parse(began);
      const days = storyDays(beganMs);

      const instants = [1, 45].map((day) => new Date(beganMs + days.aheadMs(day)).toISOString());

      expect(instants).toEqual([1, 45].map((day) => `${days.dateOf(day)}T05:00:00.000Z`));
    },
  );
});
