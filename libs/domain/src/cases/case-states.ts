import type { Conference } from '../conferences/conference.js';
import type { Petition } from '../petitions/petition.js';
import type { Report } from '../reports/report.js';
import type { CaseKind, LedgerEntry } from './ledger-entry.js';

/** The state of each kind of case. */
export interface CaseStates {
  readonly petition: Petition;
  readonly conference: Conference;
  readonly report: Report;
}

export type AnyCaseState = CaseStates[CaseKind];

/** A row of the legal history of any kind of case. */
export type AnyLedgerEntry = LedgerEntry<AnyCaseState>;

/** Whether an entry is of this kind of case; then its state is too. */
export function isEntryOf<Kind extends CaseKind>(
  entry: AnyLedgerEntry,
  kind: Kind,
): entry is LedgerEntry<CaseStates[Kind]> {
  return entry.caseKind === kind;
}
