import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { RecipientRole } from '../organisations/recipients.js';
import type { RuleId } from '../regulation/rule-id.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';

/** One rung of a ladder: whom to urge, so many working days from the due date (before it, when negative). */
export interface Rung {
  readonly workingDays: number;
  readonly recipients: readonly RecipientRole[];
}

/** Whom to urge and when; data of the case, so that a new default leaves running cases alone (D13.1). */
export interface Ladder {
  readonly rungs: readonly Rung[];
  /** After the last rung, again and again until the duty is done. */
  readonly thenEvery: Rung | null;
}

/** The days and the ladder of one kind of duty that is counted from an event. */
export interface DutyTerms {
  readonly workingDays: number;
  readonly ladder: Ladder;
}

/**
 * What becomes of a duty whose due date passed: a recorded miss, a receipt taken as given, its end with the miss, or
 * nothing but urging.
 */
export type WhenMissed = 'recordMiss' | 'deemReceipt' | 'end' | 'goOn';

/** Who owes a duty. */
export type DutyDebtor = 'leadOffice' | 'agency' | 'host';

/** Which rule asks for a kind of duty, who owes it, what a miss means. */
export interface DutyDefinition {
  readonly rule: RuleId;
  readonly owedBy: DutyDebtor;
  readonly whenMissed: WhenMissed;
}

/** Something that somebody owes by a day: an open deadline of a case. */
export interface Duty<Kind extends string = string> {
  readonly kind: Kind;
  /** Tells duties of one case apart, and letters of one duty from those of the next of its kind. */
  readonly number: number;
  readonly rule: RuleId;
  /** Who owes it, where several bodies owe one of its kind side by side; absent: the one body that its kind names. */
  readonly body?: OrganisationCode;
  /** The day that the count started on (day 0) and the last day in time. */
  readonly anchorOn: LocalDate;
  readonly dueOn: LocalDate;
  /** How many working days after `anchorOn` it was counted; absent where a day was promised, or another rule sets it. */
  readonly workingDays?: number;
  /** The count rests on a year whose calendar may still change. */
  readonly isProvisional: boolean;
  /** The day had passed before the duty could begin: due at once, and marked so, never dropped. */
  readonly isBelated?: boolean;
  /** 00:00 of the day after `dueOn`, once it has passed with the duty open. */
  readonly missedAt: Instant | null;
  /** Rungs climbed for this due date, by their working days: each at most once. */
  readonly climbed: readonly number[];
}

/** Tells the duties of one case apart in facts of the history: its kind and, where several bodies owe one, the body. */
export function dutyName({ kind, body }: Pick<Duty, 'kind' | 'body'>): string {
  return body === undefined ? kind : `${kind}.${body}`;
}
