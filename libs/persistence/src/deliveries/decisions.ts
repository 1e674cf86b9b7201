import { dateAt, type DomainErrorCode } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { finish, lockDelivery, tell, type LockedDelivery } from './claims.js';
import { writeOutcome } from './decided-command.js';
import type { DeliveryDecisionEntry } from './deliveries.js';
import { canDecide, type DeliveryState } from './delivery.js';
import { readdress } from './readdress.js';

type Refusal = Extract<DomainErrorCode, `delivery.${string}`>;

/** Inside one transaction: the letter's new state, the command's outcome, and the news for the case. */
export async function decideDelivery(sql: Sql, entry: DeliveryDecisionEntry): Promise<boolean> {
  const delivery = await lockDelivery(sql, entry.deliveryId);
  const [command] = await sql<{ outcome: 'accepted' | 'refused' | null; isOfEarlier: boolean }>(
    `SELECT outcome, COALESCE((payload ->> 'attempts')::int <> (SELECT attempts FROM mail_deliveries WHERE id = $2), false)
       AS "isOfEarlier"
     FROM commands WHERE id = $1 FOR UPDATE`,
    [entry.commandId, entry.deliveryId],
  );
  // The activity was repeated: its outcome stands.
  if (command?.outcome != null) return command.outcome === 'accepted';
  // D11.3: what was said of one attempt does not settle the next, of which nobody has said anything.
  const isOfThis = delivery !== null && command?.isOfEarlier !== true;
  const refusal = isOfThis ? await carryOut(sql, delivery, entry) : 'delivery.decision_refused';
  await writeOutcome(sql, entry, refusal);
  return refusal === null;
}

/** Null where it is done. */
async function carryOut(sql: Sql, delivery: LockedDelivery, entry: DeliveryDecisionEntry): Promise<Refusal | null> {
  const { decision, at } = entry;
  // What goes with a digest is decided with it.
  if (delivery.digestId !== null) return 'delivery.in_digest';
  if (!canDecide(decision, delivery.state)) return 'delivery.decision_refused';
  if (decision === 'resend' && delivery.state !== 'uncertain') {
    const isAddressed = await readdress(sql, delivery.id, dateAt(at));
    if (!isAddressed) return 'delivery.nobody_to_address';
  }
  await settle(sql, entry, decision === 'resend' ? 'queued' : 'sent');
  await tell(sql, delivery, 'settled');
  return null;
}

async function settle(sql: Sql, { deliveryId, commandId }: DeliveryDecisionEntry, state: DeliveryState): Promise<void> {
  await sql(
    `UPDATE mail_deliveries SET state = $2, updated_at = clock_timestamp(),
       sent_at = CASE $2 WHEN 'sent' THEN clock_timestamp() END, decided_by = (SELECT actor_id FROM commands WHERE id = $3)
     WHERE id = $1`,
    [deliveryId, state, commandId],
  );
}

/** Inside one transaction. A letter whose text may have gone out is uncertain, not refused. */
export async function recordGivenUp(sql: Sql, deliveryId: string): Promise<void> {
  const delivery = await lockDelivery(sql, deliveryId);
  if (delivery === null) return;
  if (delivery.state === 'sending') await finish(sql, delivery, { state: 'uncertain' });
  else if (delivery.state === 'queued' || delivery.state === 'deferred' || delivery.state === 'claimed') {
    await finish(sql, delivery, { state: 'refused' });
  }
}
