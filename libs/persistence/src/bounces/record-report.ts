import { lockDelivery, tell, type LockedDelivery } from '../deliveries/claims.js';
import type { Sql } from '../sql/sql.js';
import type { BounceOutcome, BounceReport, BounceReportPart } from './bounces.js';

/**
 * Inside one transaction: what a report says, once for ever, and what it changes. A report that comes while its letter is
 * still being handed over is early: nothing of it is written, and it is read again.
 */
export async function recordReport(sql: Sql, report: BounceReport): Promise<readonly BounceOutcome[]> {
  const known = await knownOutcomes(sql, report.key);
  if (known.length > 0) return known.map(() => 'repeated');
  const delivery = report.deliveryId === null ? null : await lockDelivery(sql, report.deliveryId);
  if (delivery !== null && isBeingSent(delivery)) return report.parts.map(() => 'early');
  if (report.parts.length > 0) return recordParts(sql, report, delivery);
  await write(sql, { report, delivery, number: 1, outcome: 'unreadable' });
  return ['unreadable'];
}

/** What a part changes the next one finds: a letter comes back once. */
async function recordParts(
  sql: Sql,
  report: BounceReport,
  delivery: LockedDelivery | null,
): Promise<readonly BounceOutcome[]> {
  const outcomes: BounceOutcome[] = [];
  let now = delivery;
  for (const [index, part] of report.parts.entries()) {
    const outcome = outcomeOf(report, part, now);
    if (now !== null && (outcome === 'bounced' || outcome === 'delayed')) {
      await change(sql, now, { outcome, part });
      now = { ...now, state: outcome === 'bounced' ? 'bounced' : now.state };
    }
    await write(sql, { report, delivery, number: index + 1, outcome, part });
    outcomes.push(outcome);
  }
  return outcomes;
}

async function knownOutcomes(sql: Sql, key: string): Promise<readonly unknown[]> {
  // One report at a time: two readings of one mailbox must not both take it for new.
  await sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`bounce/${key}`]);
  return sql('SELECT FROM bounce_reports WHERE message_key = $1', [key]);
}

function isBeingSent({ state, isLeaseOver }: LockedDelivery): boolean {
  return (state === 'claimed' || state === 'sending') && !isLeaseOver;
}

/** What a part of a report comes to; only a letter that was really sent, to the recipient that is spoken of, can come back. */
function outcomeOf(
  { sentTo }: BounceReport,
  { action, recipients }: BounceReportPart,
  delivery: LockedDelivery | null,
): BounceOutcome {
  if (delivery === null) return 'unknown';
  if (!speaksOf(sentTo, recipients)) return 'otherRecipient';
  if (delivery.state === 'bounced') return 'repeated';
  if (!hasGoneOut(delivery)) return 'notSent';
  if (action === 'failed') return 'bounced';
  return action === 'delayed' ? 'delayed' : 'noted';
}

function speaksOf(sentTo: readonly string[], recipients: readonly string[]): boolean {
  const addresses = sentTo.map((address) => address.toLowerCase());
  return recipients.some((recipient) => addresses.includes(recipient.toLowerCase()));
}

/** Its text may have gone out. */
function hasGoneOut({ state }: LockedDelivery): boolean {
  return state === 'sent' || state === 'uncertain' || state === 'sending';
}

async function change(
  sql: Sql,
  delivery: LockedDelivery,
  { outcome, part }: { readonly outcome: 'bounced' | 'delayed'; readonly part: BounceReportPart },
): Promise<void> {
  if (outcome === 'delayed') {
    await sql('UPDATE mail_deliveries SET delayed_at = clock_timestamp(), delay_status = $2 WHERE id = $1', [
      delivery.id,
      part.status,
    ]);
    return;
  }
  await sql(
    `UPDATE mail_deliveries SET state = 'bounced', claim_token = NULL, lease_until = NULL, bounced_at = clock_timestamp(),
       bounce_status = $2, bounce_text = $3, updated_at = clock_timestamp() WHERE id = $1`,
    [delivery.id, part.status, part.diagnostic],
  );
  await tell(sql, delivery, 'bounced');
}

async function write(
  sql: Sql,
  {
    report: { key, place },
    delivery,
    number,
    outcome,
    part,
  }: {
    readonly report: BounceReport;
    readonly delivery: LockedDelivery | null;
    readonly number: number;
    readonly outcome: BounceOutcome;
    readonly part?: BounceReportPart;
  },
): Promise<void> {
  await sql(
    `INSERT INTO bounce_reports (message_key, number, mailbox, uid_validity, uid, delivery_id, action, status, diagnostic, outcome)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[key, number, place.mailbox, place.uidValidity, place.uid, delivery?.id ?? null],
      ...[part?.action ?? null, part?.status ?? null, part?.diagnostic ?? null, outcome],
    ],
  );
}
