import type { Letter } from '@dialogue/domain';

import { tellOfDelivery, type NoteDelivery } from '../relay/tell-case.js';
import type { Sql } from '../sql/sql.js';
import { isSettled, type AttemptOutcome, type Claim, type DeliveryState, type LetterOwner } from './delivery.js';
import { ClaimLost } from './claim-lost.js';

/** What a claim, an outcome and a decision need to know of a delivery, locked until the end of the transaction. */
export interface LockedDelivery extends LetterOwner {
  readonly id: string;
  readonly state: DeliveryState;
  readonly letterKind: Letter['kind'];
  readonly claimToken: string | null;
  readonly isLeaseOver: boolean;
  /** The digest that it goes with. */
  readonly digestId: string | null;
}

export async function lockDelivery(sql: Sql, deliveryId: string): Promise<LockedDelivery | null> {
  const [row] = await sql<LockedDelivery>(
    `SELECT delivery.id, delivery.state, letter.kind AS "letterKind", letter.case_kind AS "caseKind", letter.case_id AS "caseId",
       delivery.digest_id AS "digestId", delivery.claim_token AS "claimToken", COALESCE(delivery.lease_until <= clock_timestamp(), false) AS "isLeaseOver"
     FROM mail_deliveries delivery JOIN letters letter ON letter.id = delivery.letter_id
     WHERE delivery.id = $1 FOR UPDATE OF delivery`,
    [deliveryId],
  );
  return row ?? null;
}

/** Inside one transaction. A claim by the holder of the claim is his again: his activity has been repeated. */
export async function claimDelivery(
  sql: Sql,
  deliveryId: string,
  { token, leaseMs }: { token: string; leaseMs: number },
): Promise<Claim> {
  const delivery = await lockDelivery(sql, deliveryId);
  if (delivery === null || isDone(delivery)) return 'done';
  if (delivery.state === 'uncertain') return 'uncertain';
  if (delivery.state === 'sending') return claimSending(sql, delivery);
  if (delivery.claimToken !== null && delivery.claimToken !== token && !delivery.isLeaseOver) return 'busy';
  await takeClaim(sql, deliveryId, { token, leaseMs });
  return 'claimed';
}

/** What goes with a digest does not go by itself. */
function isDone({ state, digestId }: LockedDelivery): boolean {
  return digestId !== null || isSettled(state);
}

/** The text was flowing when the attempt was last heard of: it may have gone out, so nobody sends it again by himself. */
async function claimSending(sql: Sql, delivery: LockedDelivery): Promise<Claim> {
  if (!delivery.isLeaseOver) return 'busy';
  await finish(sql, delivery, { state: 'uncertain' });
  return 'uncertain';
}

async function takeClaim(
  sql: Sql,
  deliveryId: string,
  { token, leaseMs }: { token: string; leaseMs: number },
): Promise<void> {
  await sql(
    `UPDATE mail_deliveries SET state = 'claimed', claim_token = $2, attempts = attempts + 1, updated_at = clock_timestamp(),
       lease_until = clock_timestamp() + interval '1 millisecond' * $3::bigint WHERE id = $1`,
    [deliveryId, token, leaseMs],
  );
}

/** Longer than a server may take to answer the text, however late in its lease an attempt comes to it. */
const answerLease = '60 seconds';

/** @throws ClaimLost also when the lease is over: another attempt may be about to take it. */
export async function markSending(sql: Sql, deliveryId: string, token: string): Promise<void> {
  const marked = await sql(
    `UPDATE mail_deliveries SET state = 'sending', updated_at = clock_timestamp(),
       lease_until = GREATEST(lease_until, clock_timestamp() + interval '${answerLease}')
     WHERE id = $1 AND claim_token = $2 AND state IN ('claimed', 'sending') AND lease_until > clock_timestamp() RETURNING id`,
    [deliveryId, token],
  );
  if (marked.length === 0) throw new ClaimLost(deliveryId);
}

/** Inside one transaction. The same outcome of the same attempt again changes nothing. @throws ClaimLost */
export async function recordOutcome(
  sql: Sql,
  deliveryId: string,
  { token, outcome }: { token: string; outcome: AttemptOutcome },
): Promise<void> {
  const delivery = await lockDelivery(sql, deliveryId);
  if (delivery?.state === outcome.state && outcome.state !== 'deferred') return;
  if (delivery?.claimToken !== token) throw new ClaimLost(deliveryId);
  await finish(sql, delivery, outcome);
}

/** Frees the claim; what is final and bad is told to the case, unless the letter itself tells of such trouble (D11.3). */
export async function finish(sql: Sql, delivery: LockedDelivery, outcome: AttemptOutcome): Promise<void> {
  await sql(
    `UPDATE mail_deliveries SET state = $2, claim_token = NULL, lease_until = NULL, smtp_code = COALESCE($3, smtp_code),
       smtp_answer = COALESCE($4, smtp_answer), message_id = COALESCE($5, message_id), updated_at = clock_timestamp(),
       sent_at = CASE $2 WHEN 'sent' THEN clock_timestamp() END, dropped_because = $6
     WHERE id = $1`,
    [
      ...[delivery.id, outcome.state, outcome.smtpCode ?? null, outcome.smtpAnswer ?? null, outcome.messageId ?? null],
      outcome.droppedBecause ?? null,
    ],
  );
  if (outcome.state === 'refused' || outcome.state === 'uncertain') await tell(sql, delivery, outcome.state);
}

type ToldDelivery = Pick<LockedDelivery, 'id' | 'letterKind' | 'caseKind' | 'caseId'>;

export async function tell(sql: Sql, delivery: ToldDelivery, outcome: NoteDelivery['outcome']): Promise<void> {
  const { id, letterKind, caseKind, caseId } = delivery;
  if (caseKind === 'digest') for (const part of await partsOf(sql, id)) await tell(sql, part, outcome);
  // A letter of a rollout, or of a silence, has no one case: its trouble is seen in the list of letters.
  if (letterKind === 'deliveryTrouble' || caseKind === 'rollout' || caseKind === 'silence' || caseKind === 'digest')
    return;
  await tellOfDelivery(sql, { caseKind, caseId }, { kind: 'noteDelivery', deliveryId: id, outcome });
}

/** What goes with a digest fares as it does (the trigger of its table), and each case hears it of its own letter. */
async function partsOf(sql: Sql, digestId: string): Promise<readonly ToldDelivery[]> {
  return sql<ToldDelivery>(
    `SELECT part.id, letter.kind AS "letterKind", letter.case_kind AS "caseKind", letter.case_id AS "caseId"
     FROM mail_deliveries part JOIN letters letter ON letter.id = part.letter_id
     WHERE part.digest_id = $1 AND part.state <> 'dropped' ORDER BY part.id`,
    [digestId],
  );
}
