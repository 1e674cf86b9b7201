import type {
  AnyCaseState,
  AnyLedgerEntry,
  CalendarRange,
  CalendarSlice,
  CaseReference,
  LedgerReceipt,
  RefusalEntry,
  StoredCase,
} from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import type { PetitionSubmission, StoredConferencePlan, StoredReportOpening } from '../door/command.js';
import { calendarForMail } from '../deliveries/mail-calendar.js';
import { openReports, type OpenedReports, type ReportsToOpen } from '../reports/open-reports.js';
import { inSnapshot, inTransaction, sqlOf } from '../sql/sql.js';
import { loadCalendar } from './load-calendar.js';
import { loadCase } from './load-case.js';
import { loadConferencePlan, loadReportOpening, loadSubmission } from './load-masters.js';
import { recordRefusal, recordTransition } from './record.js';

/** The legal record of the cases: what a workflow awaits. Every write may be repeated. */
export interface Ledger {
  /**
   * History row, projection, case memory, the command's outcome, letters with their deliveries, what other cases are told:
   * one transaction, all or nothing. The same sequence with the same content again changes nothing.
   *
   * @throws LedgerConflict the sequence is taken by other content. @throws LedgerGap the sequence before is missing.
   */
  recordTransition(entry: AnyLedgerEntry): Promise<LedgerReceipt>;
  recordRefusal(entry: RefusalEntry): Promise<LedgerReceipt>;
  /** The case memory; null while nothing has been recorded. */
  loadCase(reference: CaseReference): Promise<StoredCase<AnyCaseState> | null>;
  loadSubmission(petitionId: string): Promise<PetitionSubmission | null>;
  loadConferencePlan(conferenceId: string): Promise<StoredConferencePlan | null>;
  /** By the id of the report: `<organisation>/<period>`. */
  loadReportOpening(reportId: string): Promise<StoredReportOpening | null>;
  /** @throws Error naming the year that the newest published edition lacks, unless it is for mail. */
  loadCalendar(range: CalendarRange): Promise<CalendarSlice>;
  /** D14.1: each body that reports on the day has a report of the period, and each new report is told to open. */
  openReports(opening: ReportsToOpen): Promise<OpenedReports>;
}

/** Over the connections of the worker's role: the only one that may write history. */
export function createLedger(dataSource: DataSource): Ledger {
  const sql = sqlOf(dataSource);
  return {
    recordTransition: async (entry) => inTransaction(dataSource, async (tx) => recordTransition(tx, entry)),
    recordRefusal: async (entry) => inTransaction(dataSource, async (tx) => recordRefusal(tx, entry)),
    loadCase: async (reference) => inSnapshot(dataSource, async (tx) => loadCase(tx, reference)),
    loadSubmission: async (petitionId) => loadSubmission(sql, petitionId),
    loadConferencePlan: async (conferenceId) => loadConferencePlan(sql, conferenceId),
    loadReportOpening: async (reportId) => loadReportOpening(sql, reportId),
    loadCalendar: async (range) =>
      range.isForMail === true ? calendarForMail(sql, range.from, range.until) : loadCalendar(sql, range),
    openReports: async (opening) => inTransaction(dataSource, async (tx) => openReports(tx, opening)),
  };
}
