import type {
  AnyCaseState,
  CalendarRange,
  CalendarSlice,
  CaseReference,
  LedgerEntry,
  LedgerReceipt,
  RefusalEntry,
  StoredCase,
} from '@dialogue/domain';

/**
 * The effects that a case awaits, on the queue `ledger`. Each may run twice: unique by case and sequence, or by
 * command, or only reading; so they are repeated for ever.
 */
export interface CaseLedger<State> {
  /** In one transaction: history row, projection, case memory, the command's outcome, letters owed, outbox rows. */
  readonly recordTransition: (entry: LedgerEntry<State>) => Promise<LedgerReceipt>;
  readonly recordRefusal: (entry: RefusalEntry) => Promise<LedgerReceipt>;
  /** The state that a fresh run starts from: the case memory, or that of a case just submitted. */
  readonly loadCase: (reference: CaseReference) => Promise<StoredCase<State>>;
  readonly loadCalendar: (range: CalendarRange) => Promise<CalendarSlice>;
}

/** The same steps for every kind of case, as the worker serves them. */
export type AnyCaseLedger = CaseLedger<AnyCaseState>;
