import type {
  Beginning,
  DocumentReference,
  Instant,
  LocalDate,
  Reorganisation,
  ReorganisationProblem,
  SuccessionKind,
} from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import type { NamedAccount } from '../reads/case-reads.js';
import { inSnapshot, inTransaction, sqlOf } from '../sql/sql.js';
import { carryOut } from './carry-out.js';
import type { CarryOver } from './carry-over.js';
import type { Handover } from './handovers.js';
import { previewOf } from './preview.js';
import { storedReorganisations } from './stored.js';
import { withdraw, type Withdrawn } from './withdraw.js';

export { rolloutOfReorganisation } from './carry-out.js';
export type { CarryOver } from './carry-over.js';
export type { Handover } from './handovers.js';
export type { Withdrawn } from './withdraw.js';

/** What a reorganisation would do; with problems: only these. */
export interface ReorganisationPreview {
  readonly problems: readonly ReorganisationProblem[];
  readonly ending: readonly EndingBody[];
  readonly beginning: readonly Beginning[];
  /** Open cases by what they name; one case may pass in several of its parts. */
  readonly handovers: readonly Handover[];
  readonly carryOvers: readonly CarryOver[];
}

/** A body with its last day and who takes over, the main one first. */
export interface EndingBody extends NamedOrganisation {
  readonly kind: SuccessionKind;
  readonly lastOn: LocalDate;
  readonly successors: readonly NamedOrganisation[];
}

/** What is asked for, by whom; `check` sees the preview of that moment, and throws where it may not be carried out. */
export interface ReorganisationRequest {
  readonly id: string;
  readonly reorganisation: Reorganisation;
  readonly accountId: string;
  readonly today: LocalDate;
  readonly check: (preview: ReorganisationPreview) => void;
}

/** A reorganisation as it was decided. */
export interface StoredReorganisation {
  readonly id: string;
  readonly effectiveOn: LocalDate;
  readonly document: DocumentReference;
  readonly reason: string;
  readonly requestedAt: Instant;
  readonly requestedBy: NamedAccount;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: NamedAccount | null;
  readonly changes: readonly StoredChange[];
}

/** One predecessor with one of its successors; null: nobody took over. */
export interface StoredChange {
  readonly kind: SuccessionKind;
  readonly predecessor: NamedOrganisation;
  readonly successor: NamedOrganisation | null;
  readonly isMain: boolean;
  readonly isNew: boolean;
}

/** Bodies that end and begin on one day, by one decision (D11.3, D14.1; ADR-0035). */
export interface Reorganisations {
  preview(reorganisation: Reorganisation, today: LocalDate): Promise<ReorganisationPreview>;
  /**
   * All of it in one transaction, or nothing; every open case concerned is told on the day. False: the same was asked for
   * before, and nothing is written.
   */
  request(request: ReorganisationRequest): Promise<boolean>;
  /** The latest day first. */
  list(): Promise<readonly StoredReorganisation[]>;
  find(id: string): Promise<StoredReorganisation | null>;
  /** Before its day: bodies, lines, posts and addresses are as they were. */
  withdraw(withdrawal: {
    readonly id: string;
    readonly accountId: string;
    readonly today: LocalDate;
  }): Promise<Withdrawn>;
}

export function createReorganisations(dataSource: DataSource): Reorganisations {
  const sql = sqlOf(dataSource);
  return {
    preview: (reorganisation, today) => inSnapshot(dataSource, (tx) => previewOf(tx, reorganisation, today)),
    request: (request) => inTransaction(dataSource, (tx) => carryOut(tx, request)),
    list: () => storedReorganisations(sql, null),
    find: async (id) => (await storedReorganisations(sql, id))[0] ?? null,
    withdraw: (withdrawal) => withdraw(dataSource, withdrawal),
  };
}
