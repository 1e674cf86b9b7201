import type { Instant, OrganisationCode } from '@dialogue/domain';

import type { NewSubmission } from '../door/command.js';
import type { NamedAccount } from '../reads/case-reads.js';

/** What has become of a line: it still waits, is registered, could not be taken, is known already, or was given up. */
export const importRowStates = ['waiting', 'registered', 'refused', 'duplicate', 'cancelled'] as const;
export type ImportRowState = (typeof importRowStates)[number];

/** What is wrong with one cell of a line; null: with the line as a whole. Quotes nothing of what stands there. */
export interface ImportRowFault {
  readonly column: string | null;
  readonly message: string;
}

/** By which a row is known again: within one office, in whatever file it comes. */
export interface ImportRowKey {
  /** The number that the office has given it, else what it says. */
  readonly key: string;
  /** Of all that it says; made with the application's key, since it tells of a person. */
  readonly fingerprint: string;
}

interface RowPlace {
  readonly line: number;
  /** The number that the office has given it itself. */
  readonly reference: string | null;
}

/** What goes through the door for a row that can be registered. */
export interface ImportedRegistration {
  readonly commandId: string;
  /** As in a command: ids, codes and dates, with its `kind`. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, unknown>> | null;
  readonly submission: NewSubmission;
  /** By what the person is known again, in hexadecimal; rows that were handed in before have none (D11.1d). */
  readonly fingerprints?: readonly string[];
}

/** One line of a file, as it was checked. */
export type NewImportRow =
  | (RowPlace & {
      readonly state: 'waiting';
      readonly identified: ImportRowKey;
      readonly registration: ImportedRegistration;
      readonly sealedIdentity: Uint8Array;
    })
  | (RowPlace & { readonly state: 'duplicate'; readonly identified: ImportRowKey; readonly petitionId: string })
  | (RowPlace & {
      readonly state: 'refused';
      readonly faults: readonly ImportRowFault[];
      readonly sealedCells: Uint8Array;
    });

/** A file of petitions that an office hands in (D2.2). */
export interface NewPetitionImport {
  readonly id: string;
  readonly office: OrganisationCode;
  readonly contentHash: string;
  /** The headings of the file. */
  readonly columns: readonly string[];
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  readonly rows: readonly NewImportRow[];
}

/** How many lines there are, and what has become of them. */
export interface ImportCounts extends Readonly<Record<ImportRowState, number>> {
  readonly read: number;
  /** Registered, and taken by their workflows. */
  readonly running: number;
  /** Registered, and not decided yet: their workflows are being started. */
  readonly starting: number;
}

/** An import as people follow it. */
export interface PetitionImport {
  readonly id: string;
  readonly office: { readonly code: OrganisationCode; readonly name: string };
  readonly contentHash: string;
  readonly columns: readonly string[];
  readonly requestedAt: Instant;
  readonly requestedBy: NamedAccount;
  readonly cancelledAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly counts: ImportCounts;
}

/** One line of an import, without the words and the data of people. */
export interface ImportRow extends RowPlace {
  readonly state: ImportRowState;
  readonly faults: readonly ImportRowFault[];
  /** Its own, or that of which it is a duplicate; null until there is one. */
  readonly petition: { readonly id: string; readonly number: string } | null;
}

/** A line that was refused, to be mended: its cells are still sealed. */
export interface RefusedImportRow {
  readonly line: number;
  readonly faults: readonly ImportRowFault[];
  readonly sealedCells: Uint8Array;
}

/** A row of the same office that is registered, or waits to be. */
export interface KnownImportRow extends ImportRowKey {
  readonly petitionId: string;
}

/** A petition of the register that says the same as one that is about to come. */
export interface LikelyDuplicate {
  readonly line: number;
  readonly petition: { readonly id: string; readonly number: string };
}
