import type { Instant, OrganisationCode } from '@dialogue/domain';

import type { Page, PageRequest } from '../reads/case-reads.js';
import { isOneOf, pageOfList, type ListDefinition } from '../reads/listing.js';
import type { Sql } from '../sql/sql.js';
import type {
  ImportCounts,
  ImportRow,
  ImportRowState,
  KnownImportRow,
  LikelyDuplicate,
  PetitionImport,
} from './petition-import.js';

/** What has become of the lines of one import, `$1`, or of that of the statement around it. */
export function countsOf(importId: string): string {
  return `
    SELECT count(*) AS read,
      count(*) FILTER (WHERE each.state = 'waiting') AS waiting, count(*) FILTER (WHERE each.state = 'registered') AS registered,
      count(*) FILTER (WHERE each.state = 'refused') AS refused, count(*) FILTER (WHERE each.state = 'duplicate') AS duplicate,
      count(*) FILTER (WHERE each.state = 'cancelled') AS cancelled,
      count(*) FILTER (WHERE command.outcome = 'accepted') AS running,
      count(*) FILTER (WHERE command.id IS NOT NULL AND command.outcome IS NULL) AS starting
    FROM petition_import_rows each LEFT JOIN commands command ON command.id = each.command_id AND each.state = 'registered'
    WHERE each.import_id = ${importId}`;
}

interface ImportLine extends ImportCounts {
  readonly id: string;
  readonly office_code: OrganisationCode;
  readonly office_name: string;
  readonly content_hash: string;
  readonly columns: readonly string[];
  readonly requested_at: Date;
  readonly requested_by: string;
  readonly username: string;
  readonly cancelled_at: Date | null;
  readonly finished_at: Date | null;
}

const columns = `
  imported.id, imported.office_code, office.name AS office_name, imported.content_hash, imported.columns,
  imported.requested_at, imported.requested_by, account.username, imported.cancelled_at, imported.finished_at, counts.*`;

const tables = `
  petition_imports imported
  JOIN organisations office ON office.code = imported.office_code
  JOIN accounts account ON account.id = imported.requested_by
  CROSS JOIN LATERAL (${countsOf('imported.id')}) counts`;

export async function importById(sql: Sql, id: string): Promise<PetitionImport | null> {
  const [row] = await sql<ImportLine>(`SELECT ${columns} FROM ${tables} WHERE imported.id = $1`, [id]);
  return row === undefined ? null : toImport(row);
}

/** Of these offices, or of all. */
interface ImportFilter {
  readonly scope?: readonly OrganisationCode[];
}

const list: ListDefinition<ImportFilter, 'newest'> = {
  ...{ columns, tables, id: { by: 'imported.id', type: 'uuid' } },
  conditions: { scope: isOneOf('imported.office_code') },
  sorts: { newest: { by: 'imported.requested_at', type: 'timestamptz', direction: 'DESC' } },
};

export async function imports(
  sql: Sql,
  filter: ImportFilter,
  page: PageRequest<'newest'>,
): Promise<Page<PetitionImport>> {
  return pageOfList(sql, list, { filter, page, show: toImport });
}

/** The import of a file, unless it was given up: the same file again is the same import. */
export async function importOfFile(
  sql: Sql,
  { office, contentHash }: { readonly office: OrganisationCode; readonly contentHash: string },
): Promise<string | null> {
  const [row] = await sql<{ id: string }>(
    'SELECT id FROM petition_imports WHERE office_code = $1 AND content_hash = $2 AND cancelled_at IS NULL',
    [office, contentHash],
  );
  return row?.id ?? null;
}

function toImport(row: ImportLine): PetitionImport {
  const { read, waiting, registered, refused, duplicate, cancelled, running, starting } = row;
  return {
    ...{ id: row.id, office: { code: row.office_code, name: row.office_name }, contentHash: row.content_hash },
    ...{ columns: row.columns, requestedAt: row.requested_at.getTime() },
    requestedBy: { id: row.requested_by, username: row.username },
    ...{ cancelledAt: instantOf(row.cancelled_at), finishedAt: instantOf(row.finished_at) },
    counts: { read, waiting, registered, refused, duplicate, cancelled, running, starting },
  };
}

function instantOf(at: Date | null): Instant | null {
  return at?.getTime() ?? null;
}

interface RowLine extends Omit<ImportRow, 'petition' | 'faults'> {
  readonly faults: ImportRow['faults'] | null;
  readonly petition_id: string | null;
  readonly number: string | null;
}

/** The lines of an import behind a line, in their order; of one state, or all. */
export async function importRows(
  sql: Sql,
  { importId, state }: { readonly importId: string; readonly state?: ImportRowState },
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly ImportRow[]> {
  const rows = await sql<RowLine>(
    `SELECT line, reference, each.state, faults, submission.id AS petition_id, submission.number
     FROM petition_import_rows each LEFT JOIN petition_submissions submission ON submission.id = each.petition_id
     WHERE import_id = $1 AND line > $2 AND ($3::text IS NULL OR each.state = $3) ORDER BY line LIMIT $4`,
    [importId, after, state ?? null, limit],
  );
  return rows.map(({ faults, petition_id: id, number, ...row }) => ({
    ...row,
    faults: faults ?? [],
    petition: id === null || number === null ? null : { id, number },
  }));
}

/**
 * Rows of an office that are registered, or wait to be, by their keys. D11.1d: not those of a person who is protected: whoever
 * tries names would see from a preview, of which nothing is kept, which one is right.
 */
export async function knownRows(
  sql: Sql,
  office: OrganisationCode,
  keys: readonly string[],
): Promise<readonly KnownImportRow[]> {
  return sql<KnownImportRow>(
    `SELECT row_key AS key, fingerprint, petition_id AS "petitionId" FROM petition_import_rows
     WHERE office_code = $1 AND row_key = ANY ($2) AND state IN ('waiting', 'registered')
       AND NOT EXISTS (SELECT FROM petitions sealed WHERE sealed.id = petition_id AND sealed.protected_by IS NOT NULL)`,
    [office, keys],
  );
}

/** What a row says, apart from who says it. */
export interface SaidInRow {
  readonly line: number;
  readonly organisation: OrganisationCode;
  readonly title: string;
  readonly content: string;
}

/** D11.1d: who stands behind a petition is sealed, so only what it says can be compared; of each row the first that was. */
export async function likelyDuplicates(sql: Sql, rows: readonly SaidInRow[]): Promise<readonly LikelyDuplicate[]> {
  const found = await sql<{ line: number; id: string; number: string }>(
    `WITH given AS MATERIALIZED (
       SELECT line, organisation, md5(title || chr(10) || content) AS said
       FROM jsonb_to_recordset($1) AS row_given (line integer, organisation text, title text, content text)
     )
     SELECT DISTINCT ON (given.line) given.line, submission.id, submission.number
     FROM petition_submissions submission
     JOIN given ON given.organisation = submission.organisation_code AND given.said = md5(submission.title || chr(10) || submission.content)
     ORDER BY given.line, submission.submitted_at, submission.id`,
    [JSON.stringify(rows)],
  );
  return found.map(({ line, id, number }) => ({ line, petition: { id, number } }));
}
