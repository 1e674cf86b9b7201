import type { DomainErrorCode, RuleId } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { finish, lockDelivery, tell, type LockedDelivery } from './claims.js';
import type { UncertainDecisionEntry } from './deliveries.js';

const refusal: { readonly code: DomainErrorCode; readonly rule: RuleId } = {
  code: 'delivery.decision_refused',
  rule: 'D11.3',
};

/** Inside one transaction: the letter's new state, the command's outcome, and the news for the case. */
export async function decideUncertain(sql: Sql, entry: UncertainDecisionEntry): Promise<boolean> {
  const delivery = await lockDelivery(sql, entry.deliveryId);
  const [command] = await sql<{ outcome: 'accepted' | 'refused' | null }>(
    'SELECT outcome FROM commands WHERE id = $1 FOR UPDATE',
    [entry.commandId],
  );
  // The activity was repeated: its outcome stands.
  if (command?.outcome != null) return command.outcome === 'accepted';
  if (delivery?.state !== 'uncertain') {
    await writeRefusal(sql, entry);
    return false;
  }
  await carryOut(sql, delivery, entry);
  return true;
}

async function carryOut(
  sql: Sql,
  delivery: LockedDelivery,
  { decision, commandId, at }: UncertainDecisionEntry,
): Promise<void> {
  await sql(
    `UPDATE mail_deliveries SET state = $2, updated_at = clock_timestamp(),
       sent_at = CASE $2 WHEN 'sent' THEN clock_timestamp() END, decided_by = (SELECT actor_id FROM commands WHERE id = $3)
     WHERE id = $1`,
    [delivery.id, decision === 'resend' ? 'queued' : 'sent', commandId],
  );
  await sql(`UPDATE commands SET outcome = 'accepted', decided_at = $2, recorded_at = now() WHERE id = $1`, [
    commandId,
    new Date(at),
  ]);
  await tell(sql, delivery, 'settled');
}

async function writeRefusal(sql: Sql, { commandId, at }: UncertainDecisionEntry): Promise<void> {
  await sql(
    `UPDATE commands SET outcome = 'refused', outcome_code = $2, outcome_rule = $3, decided_at = $4, recorded_at = now() WHERE id = $1`,
    [commandId, refusal.code, refusal.rule, new Date(at)],
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
