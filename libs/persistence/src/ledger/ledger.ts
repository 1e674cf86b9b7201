import type {
  CalendarSlice,
  CaseReference,
  LedgerEntry,
  LedgerReceipt,
  LocalDate,
  Petition,
  RefusalEntry,
  StoredCase,
} from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import type { PetitionSubmission } from '../door/command.js';
import { inTransaction, sqlOf } from '../sql/sql.js';
import { loadCalendar } from './load-calendar.js';
import { loadCase, loadSubmission } from './load-case.js';
import { recordRefusal, recordTransition } from './record.js';

/** The legal record of the cases: what a workflow awaits. Every write may be repeated. */
export interface Ledger {
  /**
   * History row, projection, case memory, the command's outcome, letters with their deliveries, outbox rows: one
   * transaction, all or nothing. The same sequence with the same content again changes nothing.
   *
   * @throws LedgerConflict the sequence is taken by other content. @throws LedgerGap the sequence before is missing.
   */
  recordTransition(entry: LedgerEntry<Petition>): Promise<LedgerReceipt>;
  recordRefusal(entry: RefusalEntry): Promise<LedgerReceipt>;
  /** The case memory; null while nothing has been recorded. */
  loadCase(reference: CaseReference): Promise<StoredCase<Petition> | null>;
  loadSubmission(petitionId: string): Promise<PetitionSubmission | null>;
  /** @throws Error naming the year that the newest published edition lacks. */
  loadCalendar(range: { readonly from: LocalDate; readonly until: LocalDate }): Promise<CalendarSlice>;
}

/** Over the connections of the worker's role: the only one that may write history. */
export function createLedger(dataSource: DataSource): Ledger {
  const sql = sqlOf(dataSource);
  return {
    recordTransition: async (entry) => inTransaction(dataSource, async (tx) => recordTransition(tx, entry)),
    recordRefusal: async (entry) => inTransaction(dataSource, async (tx) => recordRefusal(tx, entry)),
    loadCase: async (reference) => loadCase(sql, reference),
    loadSubmission: async (petitionId) => loadSubmission(sql, petitionId),
    loadCalendar: async (range) => loadCalendar(sql, range),
  };
}
