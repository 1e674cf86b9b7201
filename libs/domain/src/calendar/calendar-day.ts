import type { LocalDate } from '../time/local-date.js';

/** `off`: a weekday that is not worked. `worked`: a rest day that is. The third is for information and changes no count. */
export const calendarDayKinds = ['off', 'worked', 'holiday_on_weekend'] as const;
export type CalendarDayKind = (typeof calendarDayKinds)[number];

/** Whom a day binds; a calendar of other bodies would be another word here. */
export const boundBodies = ['stateBodies'] as const;
export type BoundBodies = (typeof boundBodies)[number];

/**
 * How sure a day is. `confirmed`: by the law, or a decision that was read. `derived`: computed from the law, or known at second
 * hand. `disputed`: sources differ. `open`: proposed where the Government chooses and has not chosen yet.
 */
export const calendarConfidences = ['confirmed', 'derived', 'disputed', 'open'] as const;
export type CalendarConfidence = (typeof calendarConfidences)[number];

/** A day that differs from its weekday, with the decision that it rests on (D11.1c). */
export interface CalendarDay {
  readonly on: LocalDate;
  readonly kind: CalendarDayKind;
  readonly name: string;
  /** The law or the decision; its number as it is cited. */
  readonly basis: string;
  readonly binds: BoundBodies;
  /** Of a swap: the other half, the day worked for this day off, or the reverse. */
  readonly swapWith: LocalDate | null;
  /** Where the decision was read; may be empty. */
  readonly source: string;
  readonly confidence: CalendarConfidence;
}

/** Whether two days say the same of a date; where it was read, and how sure it is, is not what they say. */
export function saysTheSame(one: CalendarDay, other: CalendarDay): boolean {
  return said.every((field) => one[field] === other[field]);
}

const said = ['on', 'kind', 'name', 'basis', 'binds', 'swapWith'] as const satisfies readonly (keyof CalendarDay)[];
