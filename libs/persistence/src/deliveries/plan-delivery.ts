import { addDays, dateAt, sendingOf, type Instant, type Letter, type QuietHours, type Sending } from '@dialogue/domain';

import { settingOn } from '../mail-settings/on-day.js';
import type { Sql } from '../sql/sql.js';
import { isSettled, type DeliveryState } from './delivery.js';
import { calendarForMail } from './mail-calendar.js';
import { isVirtual } from './virtual.js';

/** When a letter is asked for, on its workflow's own clock, and which hours are quiet; null: none. */
export interface PlanQuestion {
  readonly deliveryId: string;
  readonly at: Instant;
  readonly quiet: QuietHours | null;
}

/** What a letter does next; `over`: nothing by itself, it is settled, or goes with a digest. */
export type DeliveryPlan = Sending | { readonly kind: 'over' };

interface PlannedRow {
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly content: Letter;
  /** Of a digest, what is in it. */
  readonly parts: readonly Letter[];
  readonly queued_at: Date;
  readonly digest_id: string | null;
  readonly is_virtual: boolean;
  readonly is_gathered: boolean;
}

/** Longer than any row of rest days. */
const daysAhead = 60;

/** Inside one transaction. Counted on the newest calendar and by the settings of the day, however often it is asked. */
export async function planDelivery(sql: Sql, { deliveryId, at, quiet }: PlanQuestion): Promise<DeliveryPlan> {
  const [row] = await sql<PlannedRow>(plannedDelivery, [deliveryId, dateAt(at)]);
  if (row?.digest_id !== null || isSettled(row.state)) return { kind: 'over' };
  // Tried already, or of a case whose clock is not that of the office: there is nothing to wait for.
  if (row.state !== 'queued' || row.attempts > 0 || row.is_virtual) return { kind: 'now' };
  const owedAt = Math.min(row.queued_at.getTime(), at);
  const calendar = await calendarForMail(sql, dateAt(owedAt), addDays(dateAt(at), daysAhead));
  const practice = { calendar, quiet, isGathered: row.is_gathered && row.parts.length === 0 };
  const plans = [row.content, ...row.parts].map((letter) => sendingOf(letter, { owedAt, now: at }, practice));
  // D11.1c: a digest leaves as soon as anything in it must.
  const plan = plans.find(({ kind }) => kind === 'now') ?? plans[0] ?? { kind: 'now' };
  await keep(sql, deliveryId, { plan, at });
  return plan;
}

const plannedDelivery = `
  SELECT delivery.state, delivery.attempts, letter.content, delivery.queued_at, delivery.digest_id, ${isVirtual('letter')} AS is_virtual,
    ARRAY(SELECT asked.content FROM mail_deliveries part JOIN letters asked ON asked.id = part.letter_id
      WHERE part.digest_id = delivery.id AND part.state <> 'dropped') AS parts,
    COALESCE(setting.mode = 'digest' AND delivery.address IS NOT NULL, false) AS is_gathered
  FROM mail_deliveries delivery
  JOIN letters letter ON letter.id = delivery.letter_id
  LEFT JOIN ${settingOn('delivery.organisation_code', '$2')} setting ON true
  WHERE delivery.id = $1 FOR UPDATE OF delivery`;

interface Planned {
  readonly plan: Sending;
  readonly at: Instant;
}

/** A letter that leaves at once has no time; one that has waited leaves at the time at which it does. */
async function keep(sql: Sql, deliveryId: string, { plan, at }: Planned): Promise<void> {
  if (plan.kind === 'later')
    await sql('UPDATE mail_deliveries SET send_after = $2 WHERE id = $1', [deliveryId, new Date(plan.sendAfter)]);
  else
    await sql('UPDATE mail_deliveries SET send_after = $2 WHERE id = $1 AND send_after IS NOT NULL', [
      deliveryId,
      new Date(at),
    ]);
}
