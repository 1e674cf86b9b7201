import { DomainError } from '@dialogue/domain';

import type { DoorReference, NamedFiles } from '../door/command.js';
import type { Sql } from '../sql/sql.js';

/**
 * Gives files to the case of a command. From then on they are of that case alone: a command of it that was refused may name
 * them again, one of another case never.
 *
 * @throws DomainError `file.not_attachable`: unknown, of somebody else, or of another case; `file.of_secret`.
 */
export async function nameFiles(
  sql: Sql,
  { id, caseKind, caseId }: DoorReference & { readonly id: string },
  { ids, isForAgency, of, isOfCaseToo }: NamedFiles,
): Promise<void> {
  await refuseOfSecret(sql, { caseKind, caseId });
  const distinct = [...new Set(ids)];
  const taken = await sql(
    `UPDATE files SET case_kind = $2, case_id = $3
     WHERE id = ANY($1) AND (case_id IS NULL OR case_kind = $2 AND case_id = $3)
       AND (uploaded_by_account = $4 OR uploaded_by_link = $5 OR case_id IS NOT NULL AND $6)
     RETURNING id`,
    [distinct, caseKind, caseId, ...('account' in of ? [of.account, null] : [null, of.link]), isOfCaseToo],
  );
  if (taken.length < distinct.length) throw new DomainError('file.not_attachable');
  await sql(
    `INSERT INTO command_files (command_id, file_id, place, is_for_agency)
     SELECT $1, file, place, $3 FROM unnest($2::uuid[]) WITH ORDINALITY AS named (file, place)`,
    [id, distinct, isForAgency],
  );
}

/** D4.1: of a state secret there is a number and a keeper, and nothing else. */
async function refuseOfSecret(sql: Sql, { caseKind, caseId }: DoorReference): Promise<void> {
  if (caseKind !== 'petition') return;
  const secrets = await sql('SELECT FROM petition_submissions WHERE id = $1 AND stub_number IS NOT NULL', [caseId]);
  if (secrets.length > 0) throw new DomainError('file.of_secret');
}
