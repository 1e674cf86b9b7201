import type { CaseReference, DeliveryNote, Tell } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/** What every case hears of its letters. */
export type NoteDelivery = DeliveryNote;

/** The relay will signal the case with a command of the system's own. */
export async function tellCase(sql: Sql, { caseKind, caseId, command }: Tell): Promise<void> {
  await sql(`INSERT INTO outbox (kind, case_kind, case_id, payload) VALUES ('signalCase', $1, $2, $3)`, [
    caseKind,
    caseId,
    JSON.stringify(command),
  ]);
}

/** News of a letter are the same for every kind of case. */
export async function tellOfDelivery(
  sql: Sql,
  { caseKind, caseId }: CaseReference,
  command: DeliveryNote,
): Promise<void> {
  await tellCase(sql, { caseKind, caseId, command });
}

/** The relay will start the workflow of a letter. */
export async function startMail(sql: Sql, deliveryId: string): Promise<void> {
  await sql(`INSERT INTO outbox (kind, case_kind, case_id, payload) VALUES ('startMail', 'mail', $1, '{}')`, [
    deliveryId,
  ]);
}

/** The relay will tell these letters to ask again whether they wait. */
export async function wakeMails(sql: Sql, deliveryIds: readonly string[]): Promise<void> {
  await sql(
    `INSERT INTO outbox (kind, case_kind, case_id, payload) SELECT 'wakeMail', 'mail', id, '{}' FROM unnest($1::text[]) AS woken (id)`,
    [deliveryIds],
  );
}
