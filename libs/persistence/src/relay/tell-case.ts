import type { CaseReference, PetitionCommand } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/** What a case hears of its letters. */
export type NoteDelivery = Extract<PetitionCommand, { readonly kind: 'noteDelivery' }>;

/** The relay will signal the case with a command of the system's own. */
export async function tellCase(sql: Sql, { caseKind, caseId }: CaseReference, command: NoteDelivery): Promise<void> {
  await sql(`INSERT INTO outbox (kind, case_kind, case_id, payload) VALUES ('signalCase', $1, $2, $3)`, [
    caseKind,
    caseId,
    JSON.stringify(command),
  ]);
}
