import type { Instant, LocalDate, OrganisationCode, TermsOverrides } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { inSnapshot, inTransaction, sqlOf } from '../sql/sql.js';
import {
  orderAdoption,
  previewAdoption,
  type AdoptionOrder,
  type AdoptionPreview,
  type OrderedAdoption,
} from './adoption.js';
import { recordTerms, withdrawTerms } from './record-terms.js';
import type { TermsQuestion } from './terms-in-force.js';
import { termsVersions } from './terms-versions.js';

/** The document that allows longer limits than the regulation's own (D13.1). */
export interface LegalBasis {
  readonly number: string;
  readonly signedOn: LocalDate;
  readonly issuer: string;
}

/** Local terms as somebody wants to set them. */
export interface NewTerms {
  readonly organisation: OrganisationCode;
  readonly validFrom: LocalDate;
  readonly overrides: TermsOverrides;
  readonly legalBasis: LegalBasis | null;
  readonly reason: string;
  readonly recordedBy: string;
}

/** Local terms as they were set. */
export interface TermsVersion extends Omit<NewTerms, 'recordedBy'> {
  readonly id: string;
  /** The user name; null: set by hand, before there was a route. */
  readonly recordedBy: string | null;
  readonly recordedAt: Instant;
  readonly withdrawal: Withdrawal | null;
}

/** That terms were taken back before their day. */
export interface Withdrawal {
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
}

/** Which version is withdrawn, by whom and why; `today`: from the day after on there is still time. */
export interface TermsWithdrawal {
  readonly organisation: OrganisationCode;
  readonly id: string;
  readonly today: LocalDate;
  readonly reason: string;
  readonly withdrawnBy: string;
}

/** What organisations set for themselves (D13.1). */
export interface LocalTerms {
  /** The latest day first; withdrawn ones among them. */
  versions(organisation: OrganisationCode): Promise<readonly TermsVersion[]>;
  /** The same again gives what is there. `dayTaken`: others hold from that day on. */
  record(terms: NewTerms): Promise<TermsVersion | 'dayTaken'>;
  /** Again gives what is there. `inForce`: their day has come. Null: there are no such terms. */
  withdraw(withdrawal: TermsWithdrawal): Promise<TermsVersion | 'inForce' | null>;
  /** What the open cases of an organisation would go on by, adopted on a day. */
  previewAdoption(question: TermsQuestion): Promise<AdoptionPreview>;
  /** All of them are told, in one transaction; who is told already, or has adopted it, is not told again. */
  orderAdoption(order: AdoptionOrder): Promise<OrderedAdoption>;
}

export function createLocalTerms(dataSource: DataSource): LocalTerms {
  const sql = sqlOf(dataSource);
  return {
    versions: async (organisation) => termsVersions(sql, { organisation }),
    record: async (terms) => recordTerms(sql, terms),
    withdraw: async (withdrawal) => withdrawTerms(sql, withdrawal),
    previewAdoption: async (question) => inSnapshot(dataSource, async (tx) => previewAdoption(tx, question)),
    orderAdoption: async (order) => inTransaction(dataSource, async (tx) => orderAdoption(tx, order)),
  };
}
