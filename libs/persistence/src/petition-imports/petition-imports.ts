import type { OrganisationCode } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import type { Page, PageRequest } from '../reads/case-reads.js';
import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';
import {
  importById,
  importOfFile,
  importRows,
  imports,
  knownRows,
  likelyDuplicates,
  type SaidInRow,
} from './import-reads.js';
import type {
  ImportRow,
  ImportRowState,
  KnownImportRow,
  LikelyDuplicate,
  NewPetitionImport,
  PetitionImport,
  RefusedImportRow,
} from './petition-import.js';
import { registerRows, type RegisteredRows } from './register-rows.js';
import { requestImport } from './request-import.js';

/** Nothing of it waits any more, or it was given up before. */
export type ImportCancelled = 'cancelled' | 'unknown' | 'cancelledBefore' | 'nothingWaiting';

/** Files of petitions: handed in, followed, and given up (D2.2). */
export interface PetitionImports {
  /** All rows, or none. The same file of the same office gives back the import that there is. */
  request(newImport: NewPetitionImport): Promise<{ readonly id: string; readonly isNew: boolean }>;
  /** What is not registered yet never will be. */
  cancel(id: string, accountId: string): Promise<ImportCancelled>;
  find(id: string): Promise<PetitionImport | null>;
  /** The newest first. */
  list(
    filter: { readonly scope?: readonly OrganisationCode[] },
    page: PageRequest<'newest'>,
  ): Promise<Page<PetitionImport>>;
  importOfFile(file: { readonly office: OrganisationCode; readonly contentHash: string }): Promise<string | null>;
  rows(
    of: { readonly importId: string; readonly state?: ImportRowState },
    page: { readonly after: number; readonly limit: number },
  ): Promise<readonly ImportRow[]>;
  /** D11.1d: writes who takes them out before it gives anything away. */
  refusedRows(importId: string, accountId: string): Promise<readonly RefusedImportRow[]>;
  knownRows(office: OrganisationCode, keys: readonly string[]): Promise<readonly KnownImportRow[]>;
  likelyDuplicates(rows: readonly SaidInRow[]): Promise<readonly LikelyDuplicate[]>;
}

/** Over the connections of the API's role. */
export function createPetitionImports(dataSource: DataSource): PetitionImports {
  const sql = sqlOf(dataSource);
  return {
    request: async (newImport) => inTransaction(dataSource, async (tx) => requestImport(tx, newImport)),
    cancel: async (id, accountId) => inTransaction(dataSource, async (tx) => cancel(tx, id, accountId)),
    find: async (id) => importById(sql, id),
    list: async (filter, page) => imports(sql, filter, page),
    importOfFile: async (file) => importOfFile(sql, file),
    rows: async (of, page) => importRows(sql, of, page),
    refusedRows: async (importId, accountId) =>
      inTransaction(dataSource, async (tx) => refusedRows(tx, importId, accountId)),
    knownRows: async (office, keys) => knownRows(sql, office, keys),
    likelyDuplicates: async (rows) => likelyDuplicates(sql, rows),
  };
}

/** What the worker does with imports; every step may be repeated. */
export interface ImportSteps {
  registerRows(importId: string): Promise<RegisteredRows | null>;
}

/** Over the connections of the worker's role. */
export function createImportSteps(dataSource: DataSource): ImportSteps {
  return { registerRows: async (importId) => inTransaction(dataSource, async (tx) => registerRows(tx, importId)) };
}

async function cancel(sql: Sql, id: string, accountId: string): Promise<ImportCancelled> {
  const [found] = await sql<{ cancelled_at: Date | null }>(
    'SELECT cancelled_at FROM petition_imports WHERE id = $1 FOR UPDATE',
    [id],
  );
  if (found === undefined) return 'unknown';
  if (found.cancelled_at !== null) return 'cancelledBefore';
  const given = await sql(
    `UPDATE petition_import_rows SET state = 'cancelled', registration = NULL, sealed_identity = NULL
     WHERE import_id = $1 AND state = 'waiting' RETURNING line`,
    [id],
  );
  if (given.length === 0) return 'nothingWaiting';
  await sql('UPDATE petition_imports SET cancelled_at = clock_timestamp(), cancelled_by = $2 WHERE id = $1', [
    id,
    accountId,
  ]);
  return 'cancelled';
}

async function refusedRows(sql: Sql, importId: string, accountId: string): Promise<readonly RefusedImportRow[]> {
  await sql(`INSERT INTO access_log (account_id, purpose, import_id) VALUES ($1, 'mend', $2)`, [accountId, importId]);
  return sql<RefusedImportRow>(
    `SELECT line, faults, sealed_cells AS "sealedCells" FROM petition_import_rows
     WHERE import_id = $1 AND state = 'refused' ORDER BY line`,
    [importId],
  );
}
