import { CalendarExceeded, type DomainErrorCode } from '../errors/domain-error.js';
import type { CalendarSlice } from '../calendar/calendar-slice.js';
import type { RuleId } from '../regulation/rule-id.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import type { Notice } from './notice.js';
import type { Basis, Recount } from './surroundings.js';
import type { Tell } from './tell.js';

/** Small facts of an event for the history: dates, codes, numbers of documents; never the words or data of people. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** Something that has happened to a case: the state after it, and the letters that it owes. One row of its history. */
export interface Transition<State> {
  readonly event: string;
  readonly at: Instant;
  readonly rule: RuleId;
  readonly facts: Facts;
  readonly state: State;
  readonly notices: readonly Notice[];
  /** What other cases hear of it, in this order. */
  readonly tells?: readonly Tell[];
}

/** A rule's no, with the article that says it. */
export interface Refusal {
  readonly code: DomainErrorCode;
  readonly rule: RuleId;
}

/** What a rule said to a command. Refusals are answers, not errors: a machine that throws is a bug. */
export type Decision<State> = { readonly accepted: Transition<State> } | { readonly refused: Refusal };

/** An answer, or the day up to which the calendar must reach before it can be given. */
export type Counted<Value> = { readonly value: Value } | { readonly needsCalendarUntil: LocalDate };

/** What every case holds: the part of the calendar that it counts on, with its edition, and the terms that it began with. */
export interface CaseState {
  readonly terms: { readonly version: string };
  readonly calendar: CalendarSlice;
  /** The edition with which every open deadline was last counted anew; absent while that was never asked of the case. */
  readonly countedWith?: number;
}

/** A kind of case, decided in pure code. Same input, same decision: no clock, no randomness, no I/O. */
export interface CaseMachine<State extends CaseState, Command> {
  apply(state: State, command: Command, at: Instant): Counted<Decision<State>>;
  /** What time itself does: deadlines that passed until this instant (included), in their order, as facts. */
  elapse(state: State, until: Instant): Counted<readonly Transition<State>[]>;
  /** Whom to urge now: escalations not yet climbed, and of the reminders only the newest. */
  urge(state: State, now: Instant): Counted<readonly Transition<State>[]>;
  /** The next instant at which `elapse` or `urge` has something to do: after both have run, later than now. */
  nextDueAt(state: State): Counted<Instant | null>;
  /** Open deadlines counted anew from their anchors on another calendar, or by other terms, on the day of the change. */
  recount(state: State, basis: Basis<State>, on: LocalDate): Counted<Recount<State>>;
  /** Over for now: the run may end. Only a command that revives the case makes it open again. */
  isClosed(state: State): boolean;
}

/** Turns a count that left its slice into the question for more calendar; every other error stays an error. */
export function counted<Value>(count: () => Value): Counted<Value> {
  try {
    return { value: count() };
  } catch (error) {
    if (error instanceof CalendarExceeded) return { needsCalendarUntil: error.needsCalendarUntil };
    throw error;
  }
}
