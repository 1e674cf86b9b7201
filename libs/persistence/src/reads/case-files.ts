import type { CaseReference } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import type { CaseFileRow } from './case-reads.js';

/** The files of a case, each once, in the order in which its commands brought them; a refused command brings none. */
export async function caseFiles(sql: Sql, { caseKind, caseId }: CaseReference): Promise<readonly CaseFileRow[]> {
  const rows = await sql<Omit<CaseFileRow, 'createdAt'> & { readonly createdAt: Date }>(
    `SELECT file.id, file.name, file.content_type AS "contentType", file.bytes, file.created_at AS "createdAt",
       bool_or(named.is_for_agency) AS "isForAgency", (array_agg(command.kind ORDER BY command.arrival))[1] AS command
     FROM files file JOIN command_files named ON named.file_id = file.id JOIN commands command ON command.id = named.command_id
     WHERE file.case_kind = $1 AND file.case_id = $2 AND command.outcome = 'accepted'
     GROUP BY file.id ORDER BY min(command.arrival), min(named.place)`,
    [caseKind, caseId],
  );
  return rows.map(({ createdAt, ...file }) => ({ ...file, createdAt: createdAt.getTime() }));
}

/** Null: the case has no such file. */
export async function fileOfCase(sql: Sql, reference: CaseReference, id: string): Promise<CaseFileRow | null> {
  return (await caseFiles(sql, reference)).find((file) => file.id === id) ?? null;
}
