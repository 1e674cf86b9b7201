import type { CaseReference } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import type { DeliveryRow, LetterRow } from './case-reads.js';
import { fallbackTable, troubleColumns } from './delivery-troubles.js';

type LetterColumns = Omit<LetterRow, 'owedAt' | 'deliveries'> & { readonly owed_at: Date };
type DeliveryColumns = Omit<DeliveryRow, 'queuedAt' | 'sendAfter' | 'sentAt' | 'updatedAt'> & {
  readonly letterId: string;
  readonly queued_at: Date;
  readonly send_after: Date | null;
  readonly sent_at: Date | null;
  readonly updated_at: Date;
};

/** The letters of a case in the order in which they were owed, with what became of each delivery. */
export async function letters(sql: Sql, { caseKind, caseId }: CaseReference): Promise<readonly LetterRow[]> {
  const rows = await sql<LetterColumns>(
    `SELECT id, key, kind, content, sequence, owed_at, rule FROM letters
     WHERE case_kind = $1 AND case_id = $2 ORDER BY sequence, key`,
    [caseKind, caseId],
  );
  const sent = await deliveries(
    sql,
    rows.map(({ id }) => id),
  );
  return rows.map(({ owed_at: owedAt, ...letter }) => ({
    ...letter,
    owedAt: owedAt.getTime(),
    deliveries: sent.filter(({ letterId }) => letterId === letter.id).map(toDelivery),
  }));
}

async function deliveries(sql: Sql, letterIds: readonly string[]): Promise<readonly DeliveryColumns[]> {
  return sql<DeliveryColumns>(
    `SELECT delivery.id, delivery.letter_id AS "letterId", delivery.recipient_role AS role, delivery.post_title AS "postTitle",
       CASE WHEN body.code IS NOT NULL THEN jsonb_build_object('code', body.code, 'name', body.name) END AS organisation,
       people.full_name AS "fullName", delivery.address, delivery.state, delivery.attempts, delivery.smtp_code AS "smtpCode",
       delivery.smtp_answer AS "smtpAnswer", delivery.queued_at, delivery.send_after,
       delivery.dropped_because AS "droppedBecause", delivery.digest_id AS "digestId", delivery.sent_at, delivery.updated_at,
       ${troubleColumns}
     FROM mail_deliveries delivery
     LEFT JOIN organisations body ON body.code = delivery.organisation_code
     LEFT JOIN people ON people.id = delivery.person_id
     ${fallbackTable}
     WHERE delivery.letter_id = ANY ($1) ORDER BY delivery.recipient_role, delivery.id`,
    [letterIds],
  );
}

function toDelivery({
  letterId: _letterId,
  queued_at: queuedAt,
  send_after: sendAfter,
  sent_at: sentAt,
  updated_at: updatedAt,
  ...delivery
}: DeliveryColumns): DeliveryRow {
  return {
    ...delivery,
    queuedAt: queuedAt.getTime(),
    sendAfter: sendAfter?.getTime() ?? null,
    sentAt: sentAt?.getTime() ?? null,
    updatedAt: updatedAt.getTime(),
  };
}
