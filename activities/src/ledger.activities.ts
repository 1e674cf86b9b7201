import type { AnyCaseLedger } from '@dialogue/contracts';
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

import { alarmed } from './alarm.js';
import { firstState, type NewCases } from './first-states.js';

/** What the ledger's activities need of the register. */
export interface LedgerPort extends NewCases {
  readonly recordTransition: (entry: AnyLedgerEntry) => Promise<LedgerReceipt>;
  readonly recordRefusal: (entry: RefusalEntry) => Promise<LedgerReceipt>;
  readonly loadCase: (reference: CaseReference) => Promise<StoredCase<AnyCaseState> | null>;
  readonly loadCalendar: (range: CalendarRange) => Promise<CalendarSlice>;
}

/**
 * The awaited effects of a case, on the queue `ledger`; every one may run twice. A case is told where people reach the
 * API, for the links on its page: a workflow knows no environment.
 */
export function createLedgerActivities(register: LedgerPort, publicUrl: string): AnyCaseLedger {
  return {
    recordTransition: (entry) => alarmed(() => register.recordTransition(entry)),
    recordRefusal: (entry) => alarmed(() => register.recordRefusal(entry)),
    loadCase: (reference) =>
      alarmed(async () => {
        const stored = (await register.loadCase(reference)) ?? (await firstState(register, reference));
        return { ...stored, publicUrl };
      }),
    loadCalendar: (range) => alarmed(() => register.loadCalendar(range)),
  };
}
