const dayMs = 86_400_000;
const vietnamMs = 7 * 3_600_000;

/** The days of one telling, counted from the one on which it began. */
export interface StoryDays {
  /** A day of the story as a date in Vietnam. */
  dateOf(day: number): string;
  /**
   * How far ahead of ours the clock of a case runs that has come to this day. The same for all cases, so that none is behind
   * another, and such that the story is told at noon: no midnight comes in between, and the rungs of the day have fired.
   */
  aheadMs(day: number): number;
}

/** Day 0 is that of the beginning, and stays so when midnight comes while the story is told. */
export function storyDays(beganMs: number): StoryDays {
  const noonMs = Date.parse(`${dateAt(beganMs)}T12:00:00+07:00`);
  return {
    dateOf: (day) => dateAt(noonMs + day * dayMs),
    aheadMs: (day) => noonMs - beganMs + day * dayMs,
  };
}

const days = storyDays(Date.now());

/** A day of this story as a date in Vietnam: day 0 is the one on which it began. */
export const dateOf: StoryDays['dateOf'] = (day) => days.dateOf(day);

/** How far ahead of ours the clock of a case of this story runs that has come to this day. */
export const aheadMsOf: StoryDays['aheadMs'] = (day) => days.aheadMs(day);

/** The date in Vietnam now: what is done on our own clock is dated by it. */
export function today(): string {
  return dateAt(Date.now());
}

/** The first day of the story, from the given one on, that is a Wednesday: no weekend, no Monday after a long one. */
export function wednesdayFrom(day: number): number {
  const weekday = new Date(`${dateOf(day)}T00:00:00Z`).getUTCDay();
  return day + ((3 - weekday + 7) % 7);
}

function dateAt(instant: number): string {
  return new Date(instant + vietnamMs).toISOString().slice(0, 10);
}
