import { importRowStates } from '@dialogue/persistence';
import { z } from 'zod';

import { accountShown as account, instantShown as instant, workflowShown } from '../../cases/case.response-schemas.js';
import { namedOrganisation } from '../../organisations/organisation.response-schemas.js';

const fault = z.object({ line: z.int(), column: z.string().nullable(), message: z.string() });
const petition = z.object({ id: z.string(), number: z.string() });

/** What a file of petitions would do; nothing is written. */
export const petitionImportPreviewResponse = z.object({
  office: namedOrganisation,
  contentHash: z.string(),
  /** The import of the same file, if there is one. */
  importedAs: z.string().nullable(),
  rows: z.object({ read: z.int(), registers: z.int(), refused: z.int(), duplicate: z.int() }),
  faults: z.array(fault),
  furtherFaults: z.int(),
  /** Rows that are registered, or waiting, already. */
  duplicateLines: z.array(z.int()),
  /** Rows that say the same as a petition that is there. */
  likelyDuplicates: z.array(z.object({ line: z.int(), petition })),
});

/** How far an import has come. */
export const petitionImportResponse = z.object({
  id: z.string(),
  office: namedOrganisation,
  contentHash: z.string(),
  state: z.enum(['running', 'finished', 'cancelled']),
  stateText: z.string(),
  requestedAt: instant,
  requestedBy: account.unwrap(),
  cancelledAt: instant.nullable(),
  finishedAt: instant.nullable(),
  rows: z.object({
    read: z.int(),
    waiting: z.int(),
    registered: z.int(),
    running: z.int(),
    refused: z.int(),
    duplicate: z.int(),
    cancelled: z.int(),
  }),
  workflow: workflowShown,
});

/** A page of imports. */
export const petitionImportsResponse = z.object({
  items: z.array(petitionImportResponse),
  nextCursor: z.string().nullable(),
});

/** A page of the rows of an import, without the words and the data of people. */
export const petitionImportRowsResponse = z.object({
  items: z.array(
    z.object({
      line: z.int(),
      reference: z.string().nullable(),
      state: z.enum(importRowStates),
      stateText: z.string(),
      petition: petition.nullable(),
      faults: z.array(fault.omit({ line: true })),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export type PetitionImportPreviewResponse = z.output<typeof petitionImportPreviewResponse>;
export type PetitionImportResponse = z.output<typeof petitionImportResponse>;
export type PetitionImportsResponse = z.output<typeof petitionImportsResponse>;
export type PetitionImportRowsResponse = z.output<typeof petitionImportRowsResponse>;
