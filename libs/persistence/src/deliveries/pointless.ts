import {
  pointlessBecause,
  type AnyCaseState,
  type DropReason,
  type Letter,
  type RecipientRole,
} from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { isVirtual } from './virtual.js';

/**
 * Inside one transaction, just before a letter leaves: why it has no purpose any more; null: it has one. Of a digest the parts
 * that have none are dropped, and it has one as long as any is left (D11.3).
 */
export async function dropPointless(sql: Sql, deliveryId: string): Promise<DropReason | null> {
  const parts = await sql<{ id: string }>(
    `SELECT id FROM mail_deliveries WHERE digest_id = $1 AND state <> 'dropped' ORDER BY id FOR UPDATE`,
    [deliveryId],
  );
  if (parts.length === 0) return (await isDigest(sql, deliveryId)) ? 'nothingLeft' : reasonOf(sql, deliveryId);
  const reasons = [];
  for (const { id } of parts) reasons.push(await dropPart(sql, id));
  return reasons.includes(null) ? null : 'nothingLeft';
}

async function isDigest(sql: Sql, deliveryId: string): Promise<boolean> {
  const found = await sql(
    `SELECT FROM mail_deliveries delivery JOIN letters letter ON letter.id = delivery.letter_id
     WHERE delivery.id = $1 AND letter.case_kind = 'digest'`,
    [deliveryId],
  );
  return found.length > 0;
}

async function dropPart(sql: Sql, deliveryId: string): Promise<DropReason | null> {
  const reason = await reasonOf(sql, deliveryId);
  if (reason !== null)
    await sql(
      `UPDATE mail_deliveries SET state = 'dropped', dropped_because = $2, updated_at = clock_timestamp() WHERE id = $1`,
      [deliveryId, reason],
    );
  return reason;
}

interface AskedRow {
  readonly content: Letter;
  readonly key: string;
  readonly role: RecipientRole;
  /** Null: of no one case. */
  readonly state: AnyCaseState | null;
  readonly is_virtual: boolean;
  readonly has_waited: boolean;
  readonly is_superseded: boolean;
}

async function reasonOf(sql: Sql, deliveryId: string): Promise<DropReason | null> {
  const [row] = await sql<AskedRow>(askedDelivery, [deliveryId]);
  // Time in a virtual case runs ahead of its letters: they are all to be seen.
  if (row?.state == null || row.is_virtual || !row.has_waited) return null;
  const { key, role, state, is_superseded: isSuperseded } = row;
  return pointlessBecause(row.content, { key, role, state, isSuperseded });
}

/**
 * For a morning, a digest, another attempt, or a worker that was away. What leaves at once says what was so when it was owed,
 * whatever followed in the same minutes: who acts twice in a row is told twice.
 */
const waited = `(delivery.send_after IS NOT NULL OR delivery.attempts > 1
  OR letter.owed_at < clock_timestamp() - INTERVAL '15 minutes')`;

/** While it waited, another letter about the same duty of the same body was owed to the same address. */
const superseded = `
  delivery.send_after IS NOT NULL AND letter.content ? 'duty' AND EXISTS (
    SELECT FROM letters newer JOIN mail_deliveries other ON other.letter_id = newer.id
    WHERE newer.case_kind = letter.case_kind AND newer.case_id = letter.case_id AND newer.sequence > letter.sequence
      AND newer.content ->> 'duty' = letter.content ->> 'duty'
      AND newer.content ->> 'agency' IS NOT DISTINCT FROM letter.content ->> 'agency'
      AND lower(other.address) = lower(delivery.address) AND other.state NOT IN ('dropped', 'unaddressed'))`;

const askedDelivery = `
  SELECT letter.content, letter.key, delivery.recipient_role AS role, memory.state, ${isVirtual('letter')} AS is_virtual,
    ${waited} AS has_waited, ${superseded} AS is_superseded
  FROM mail_deliveries delivery
  JOIN letters letter ON letter.id = delivery.letter_id
  LEFT JOIN case_memory memory ON memory.case_kind = letter.case_kind AND memory.case_id = letter.case_id
  WHERE delivery.id = $1`;
