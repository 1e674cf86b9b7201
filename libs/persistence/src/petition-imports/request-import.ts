import type { OrganisationCode } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import type { NewImportRow, NewPetitionImport } from './petition-import.js';

/** So many rows in one statement. */
const rowsAtOnce = 500;

/**
 * Inside one transaction: the import, its rows, and what makes the relay start its workflow. The same file of the same
 * office is there already: its import is given back. A row that somebody else has handed in meanwhile is a duplicate.
 */
export async function requestImport(
  sql: Sql,
  newImport: NewPetitionImport,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { id, office, contentHash, columns, requestedAt, requestedBy, rows } = newImport;
  const written = await sql(
    `INSERT INTO petition_imports (id, office_code, content_hash, columns, requested_at, requested_by)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (office_code, content_hash) WHERE cancelled_at IS NULL DO NOTHING RETURNING id`,
    [id, office, contentHash, columns, new Date(requestedAt), requestedBy],
  );
  if (written.length === 0) return { id: await knownImport(sql, office, contentHash), isNew: false };
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await writeRows(sql, newImport, rows.slice(from, from + rowsAtOnce));
  await sql(`INSERT INTO outbox (kind, case_kind, case_id, payload) VALUES ('startImport', 'import', $1, '{}')`, [id]);
  return { id, isNew: true };
}

async function knownImport(sql: Sql, office: OrganisationCode, contentHash: string): Promise<string> {
  const [known] = await sql<{ id: string }>(
    'SELECT id FROM petition_imports WHERE office_code = $1 AND content_hash = $2 AND cancelled_at IS NULL',
    [office, contentHash],
  );
  if (known === undefined) throw new Error('An import is gone that was there a moment ago');
  return known.id;
}

async function writeRows(sql: Sql, { id, office }: NewPetitionImport, rows: readonly NewImportRow[]): Promise<void> {
  const written = await sql<{ line: number }>(insertRows, [id, office, JSON.stringify(rows.map(toGiven))]);
  const lines = new Set(written.map(({ line }) => line));
  const twice = rows.filter(({ line }) => !lines.has(line));
  if (twice.length > 0) await sql(insertDuplicates, [id, office, JSON.stringify(twice.map(toGiven))]);
}

const given = `
  jsonb_to_recordset($3) AS given (line integer, state text, reference text, key text, fingerprint text, "petitionId" uuid,
    "commandId" text, registration jsonb, "sealedIdentity" text, faults jsonb, "sealedCells" text)`;

const insertRows = `
  INSERT INTO petition_import_rows (import_id, line, office_code, state, reference, row_key, fingerprint, petition_id,
    command_id, registration, sealed_identity, faults, sealed_cells)
  SELECT $1, line, $2, state, reference, key, fingerprint, "petitionId", "commandId", registration,
    decode("sealedIdentity", 'base64'), faults, decode("sealedCells", 'base64')
  FROM ${given} ORDER BY line
  ON CONFLICT (office_code, row_key) WHERE state IN ('waiting', 'registered') DO NOTHING RETURNING line`;

const insertDuplicates = `
  INSERT INTO petition_import_rows (import_id, line, office_code, state, reference, row_key, fingerprint, petition_id)
  SELECT $1, given.line, $2, 'duplicate', given.reference, key, given.fingerprint, known.petition_id
  FROM ${given} JOIN petition_import_rows known ON known.office_code = $2 AND known.row_key = given.key
    AND known.state IN ('waiting', 'registered')`;

/** What PostgreSQL takes a row from: JSON, with bytes as base64; what is null there is not there. */
function toGiven(row: NewImportRow): Readonly<Record<string, unknown>> {
  const { line, reference, state } = row;
  if (row.state === 'refused')
    return { line, reference, state, faults: row.faults, sealedCells: Buffer.from(row.sealedCells).toString('base64') };
  if (row.state === 'duplicate') return { line, reference, state, ...row.identified, petitionId: row.petitionId };
  const { identified, registration, sealedIdentity } = row;
  const { commandId, submission } = registration;
  return {
    ...{ line, reference, state, ...identified, petitionId: submission.id, commandId, registration },
    sealedIdentity: Buffer.from(sealedIdentity).toString('base64'),
  };
}
