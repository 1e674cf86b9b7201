import { rm } from 'node:fs/promises';

import type { DataSource } from 'typeorm';

import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';
import { contentPath, keptHashes, removeUnfinished } from './contents.js';

/** What was removed. */
export interface Swept {
  readonly files: number;
  readonly contents: number;
}

/** Whoever keeps this content and whoever removes it take turns. */
export async function lockContent(sql: Sql, sha256: string): Promise<void> {
  await sql(`SELECT pg_advisory_xact_lock(hashtextextended('file/' || $1, 0))`, [sha256]);
}

/**
 * Files that came in before then and that no command names which its case has accepted, or may yet accept; then content
 * without a file, and what broke off while it came in. May run anywhere, at any time, several times.
 */
export async function sweepFiles(
  { dataSource, folder }: { readonly dataSource: DataSource; readonly folder: string },
  before: Date,
): Promise<Swept> {
  const files = await inTransaction(dataSource, (sql) => removeUnnamed(sql, before));
  await removeUnfinished(folder, before);
  let contents = 0;
  for await (const hashes of keptHashes(folder))
    for (const sha256 of await unreferenced(sqlOf(dataSource), hashes))
      if (await inTransaction(dataSource, (sql) => removeContent(sql, folder, sha256))) contents += 1;
  return { files, contents };
}

async function removeUnnamed(sql: Sql, before: Date): Promise<number> {
  await sql(
    `DELETE FROM command_files named USING commands command, files file
     WHERE command.id = named.command_id AND file.id = named.file_id AND command.outcome = 'refused' AND file.created_at < $1`,
    [before],
  );
  const removed = await sql(
    `DELETE FROM files file WHERE file.created_at < $1
       AND NOT EXISTS (SELECT FROM command_files named WHERE named.file_id = file.id) RETURNING file.id`,
    [before],
  );
  return removed.length;
}

async function unreferenced(sql: Sql, hashes: readonly string[]): Promise<readonly string[]> {
  const rows = await sql<{ readonly sha256: string }>(
    'SELECT sha256 FROM unnest($1::text[]) AS kept (sha256) WHERE NOT EXISTS (SELECT FROM files WHERE files.sha256 = kept.sha256)',
    [hashes],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Asked again under the lock: somebody may have sent the same content meanwhile. */
async function removeContent(sql: Sql, folder: string, sha256: string): Promise<boolean> {
  await lockContent(sql, sha256);
  if ((await unreferenced(sql, [sha256])).length === 0) return false;
  await rm(contentPath(folder, sha256), { force: true });
  return true;
}
