import { arrive } from '../door/arrive.js';
import { rowMark, type ArrivingCommand } from '../door/command.js';
import type { Sql } from '../sql/sql.js';
import { countsOf } from './import-reads.js';
import type { ImportCounts, ImportedRegistration } from './petition-import.js';

/** So many rows in one transaction. */
const rowsAtOnce = 100;
/**
 * No more cases at a time may wait for their first decision: what people do meanwhile waits behind so many, and not behind
 * ten thousand.
 */
const startingAtMost = 300;

/** What one step has done, and how far the import has come. */
export interface RegisteredRows extends ImportCounts {
  readonly registeredNow: number;
  /** No line waits any more, and every case has begun. */
  readonly isFinished: boolean;
}

/**
 * Inside one transaction: the next rows go through the door, each with its command, its master row and its seal, as one
 * petition does. One step at a time: a step that was given up and goes on all the same makes the next one wait. Null: there
 * is no such import.
 */
export async function registerRows(sql: Sql, importId: string): Promise<RegisteredRows | null> {
  const [found] = await sql<ImportHead>(
    'SELECT requested_at, requested_by FROM petition_imports WHERE id = $1 FOR UPDATE',
    [importId],
  );
  if (found === undefined) return null;
  const before = await importCounts(sql, importId);
  const registeredNow = before.starting + rowsAtOnce > startingAtMost ? 0 : await registerNext(sql, importId, found);
  const counts = registeredNow === 0 ? before : await importCounts(sql, importId);
  const isFinished = counts.waiting === 0 && counts.starting === 0;
  if (isFinished)
    await sql('UPDATE petition_imports SET finished_at = clock_timestamp() WHERE id = $1 AND finished_at IS NULL', [
      importId,
    ]);
  return { ...counts, registeredNow, isFinished };
}

interface ImportHead {
  readonly requested_at: Date;
  readonly requested_by: string;
}

interface WaitingRow {
  readonly line: number;
  readonly fingerprint: string;
  readonly registration: ImportedRegistration;
  readonly sealed_identity: Buffer;
}

async function importCounts(sql: Sql, importId: string): Promise<ImportCounts> {
  const [counts] = await sql<ImportCounts>(countsOf('$1'), [importId]);
  if (counts === undefined) throw new Error('A count counts something');
  return counts;
}

async function registerNext(sql: Sql, importId: string, head: ImportHead): Promise<number> {
  const rows = await sql<WaitingRow>(
    `SELECT line, fingerprint, registration, sealed_identity FROM petition_import_rows
     WHERE import_id = $1 AND state = 'waiting' ORDER BY line LIMIT $2`,
    [importId, rowsAtOnce],
  );
  for (const row of rows) await letArrive(sql, row, head);
  // What a row said stands with its petition from now on, and nowhere else.
  await sql(
    `UPDATE petition_import_rows SET state = 'registered', registered_at = clock_timestamp(), registration = NULL, sealed_identity = NULL
     WHERE import_id = $1 AND line = ANY ($2)`,
    [importId, rows.map(({ line }) => line)],
  );
  return rows.length;
}

async function letArrive(
  sql: Sql,
  { fingerprint, registration, sealed_identity: sealedIdentity }: WaitingRow,
  { requested_at: requestedAt, requested_by: actorId }: ImportHead,
): Promise<void> {
  const { commandId, payload, words, submission, fingerprints: marks = [] } = registration;
  const arriving: ArrivingCommand = {
    id: commandId,
    caseKind: 'petition',
    caseId: submission.id,
    kind: 'register',
    bodyHash: rowMark(fingerprint),
    payload,
    words,
    actorId,
    receivedAt: requestedAt.getTime(),
  };
  const fingerprints = marks.map((mark) => Buffer.from(mark, 'hex'));
  await arrive(sql, arriving, { newCase: { caseKind: 'petition', submission, sealedIdentity, fingerprints } });
}
