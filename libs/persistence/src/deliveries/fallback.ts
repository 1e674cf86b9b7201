import type { DomainErrorCode, Instant, LocalDate } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { lockDelivery, tell, type LockedDelivery } from './claims.js';
import { writeOutcome } from './decided-command.js';
import type { DeliveryState } from './delivery.js';

/** By what a body or a person was told what a letter did not bring. */
export const fallbackMeans = ['phone', 'paper', 'byHand'] as const;
export type FallbackMeans = (typeof fallbackMeans)[number];

/** Where a letter has not reached its recipient, and will not by itself: it may be told otherwise (D11.3). */
export const tellableStates = ['refused', 'bounced', 'unaddressed'] as const satisfies readonly DeliveryState[];
type TellableState = (typeof tellableStates)[number];

/** A person's word that a letter was told otherwise, or that this was recorded by mistake. */
export interface FallbackEntry {
  readonly deliveryId: string;
  readonly decision: 'recordFallback' | 'withdrawFallback';
  readonly commandId: string;
  readonly at: Instant;
}

interface FallbackCommand {
  readonly outcome: 'accepted' | 'refused' | null;
  readonly payload: {
    readonly means?: FallbackMeans;
    readonly toldOn?: LocalDate;
    readonly evidenceNumber?: string;
  };
  readonly hasReason: boolean;
}

/** Inside one transaction: what was told, the command's outcome, and the news for the case. False: it was refused. */
export async function recordFallback(sql: Sql, entry: FallbackEntry): Promise<boolean> {
  const delivery = await lockDelivery(sql, entry.deliveryId);
  const [command] = await sql<FallbackCommand>(
    `SELECT outcome, payload, COALESCE(words ? 'reason', false) AS "hasReason" FROM commands WHERE id = $1 FOR UPDATE`,
    [entry.commandId],
  );
  if (command === undefined) return false;
  // The activity was repeated: its outcome stands.
  if (command.outcome !== null) return command.outcome === 'accepted';
  const last = await lastFallback(sql, entry.deliveryId);
  const code = refusalOf({ delivery, last, entry, command });
  if (code !== null || delivery === null || !isTellable(delivery)) {
    await writeOutcome(sql, entry, code);
    return false;
  }
  await write(sql, { entry, command, number: last.number + 1 });
  await writeOutcome(sql, entry, null);
  const isTold = entry.decision === 'recordFallback';
  if (isTold !== last.isTold) await tell(sql, delivery, isTold ? 'settled' : delivery.state);
  return true;
}

type Tellable = LockedDelivery & { readonly state: TellableState };

function isTellable(delivery: LockedDelivery): delivery is Tellable {
  return tellableStates.some((state) => state === delivery.state);
}

interface LastFallback {
  readonly number: number;
  readonly isTold: boolean;
}

async function lastFallback(sql: Sql, deliveryId: string): Promise<LastFallback> {
  const [last] = await sql<LastFallback>(
    `SELECT number, means IS NOT NULL AS "isTold" FROM delivery_fallbacks WHERE delivery_id = $1 ORDER BY number DESC LIMIT 1`,
    [deliveryId],
  );
  return last ?? { number: 0, isTold: false };
}

function refusalOf({
  delivery,
  last,
  entry,
  command,
}: {
  readonly delivery: LockedDelivery | null;
  readonly last: LastFallback;
  readonly entry: FallbackEntry;
  readonly command: FallbackCommand;
}): DomainErrorCode | null {
  const isCorrected = entry.decision === 'withdrawFallback' || last.isTold;
  if (delivery === null || !isTellable(delivery)) return 'delivery.fallback_refused';
  if (entry.decision === 'withdrawFallback' && !last.isTold) return 'delivery.fallback_refused';
  return isCorrected && !command.hasReason ? 'delivery.fallback_reason_missing' : null;
}

async function write(
  sql: Sql,
  {
    entry,
    command: { payload },
    number,
  }: { readonly entry: FallbackEntry; readonly command: FallbackCommand; readonly number: number },
): Promise<void> {
  const { means = null, toldOn = null, evidenceNumber = null } = entry.decision === 'recordFallback' ? payload : {};
  await sql(
    `INSERT INTO delivery_fallbacks (delivery_id, number, means, told_on, evidence_number, command_id)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [entry.deliveryId, number, means, toldOn, evidenceNumber, entry.commandId],
  );
  // Lists show who has waited longest: what a person has looked at waits no more.
  await sql('UPDATE mail_deliveries SET updated_at = clock_timestamp() WHERE id = $1', [entry.deliveryId]);
}
