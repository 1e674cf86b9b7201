import type { DomainErrorCode } from '../errors/domain-error.js';
import type { RuleId } from '../regulation/rule-id.js';
import type { Instant } from '../time/instant.js';
import type { Transition } from './case-machine.js';

export const caseKinds = ['petition', 'conference', 'report'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** Names one case: `petition/9f…`, `conference/2c…`, `report/SL-STC/2026-Y`. */
export interface CaseReference {
  readonly caseKind: CaseKind;
  readonly caseId: string;
}

/** One row of the legal history, as the ledger records it. Unique by case and sequence; sequences have no gap. */
export interface LedgerEntry<State> extends Transition<State>, CaseReference {
  readonly sequence: number;
  readonly commandId: string | null;
  /** What time itself does: recorded only when no command waits at the door that was received before it. */
  readonly yields?: boolean;
}

/** The outcome of a command that a rule refused. */
export interface RefusalEntry extends CaseReference {
  readonly commandId: string;
  readonly code: DomainErrorCode;
  readonly rule: RuleId;
  readonly at: Instant;
}

/** One event of the newest past of a case, for its page. */
export interface PastEvent {
  readonly event: string;
  readonly at: Instant;
  readonly rule: RuleId;
}

/** How many past events a case shows. */
export const recentEvents = 10;

/** What a new run starts from. */
export interface StoredCase<State> {
  readonly state: State;
  readonly sequence: number;
  readonly lastAt: Instant;
  /** The newest commands that already have an outcome: repeating them changes nothing. */
  readonly decidedCommandIds: readonly string[];
  /** At most `recentEvents`, oldest first. */
  readonly recent: readonly PastEvent[];
  /** Where people reach the API, for links on the page of the case; runs that began before carry none. */
  readonly publicUrl?: string;
}

/**
 * `alreadyDecided`: the command has its outcome from another sequence; the transition was not recorded. `commandWaits`: a
 * transition that yields was not recorded, since a command received before it is on its way to the case.
 */
export type LedgerReceipt = 'recorded' | 'alreadyDecided' | 'commandWaits';
