import type { Instant } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { inSnapshot } from '../sql/sql.js';
import type { BounceAction, KeptBounceOutcome } from './bounces.js';

/** Which reports are asked for; the newest. */
export interface BounceReportFilter {
  readonly outcome?: KeptBounceOutcome;
  readonly limit: number;
}

/** What has come in, counted, and the newest of it. */
export interface BounceReports {
  readonly mailboxes: readonly { readonly name: string; readonly readAt: Instant; readonly others: number }[];
  readonly counts: readonly { readonly outcome: KeptBounceOutcome; readonly count: number }[];
  readonly items: readonly KeptBounceReport[];
}

/** What a report said of one recipient, and where it lies. */
export interface KeptBounceReport {
  readonly outcome: KeptBounceOutcome;
  readonly deliveryId: string | null;
  readonly action: BounceAction | null;
  readonly status: string | null;
  readonly diagnostic: string | null;
  readonly mailbox: string;
  readonly uid: number;
  readonly recordedAt: Instant;
}

/** Over the connections of the API's role. */
export async function bounceReports(
  dataSource: DataSource,
  { outcome, limit }: BounceReportFilter,
): Promise<BounceReports> {
  return inSnapshot(dataSource, async (sql) => {
    const mailboxes = await sql<{ name: string; readAt: Date; others: number }>(
      'SELECT name, read_at AS "readAt", others FROM bounce_mailboxes ORDER BY name',
    );
    const counts = await sql<{ outcome: KeptBounceOutcome; count: number }>(
      'SELECT outcome, count(*)::integer AS count FROM bounce_reports GROUP BY outcome',
    );
    const items = await sql<Omit<KeptBounceReport, 'recordedAt'> & { readonly recordedAt: Date }>(
      `SELECT outcome, delivery_id AS "deliveryId", action, status, diagnostic, mailbox, uid::integer AS uid,
         recorded_at AS "recordedAt"
       FROM bounce_reports WHERE $1::text IS NULL OR outcome = $1
       ORDER BY recorded_at DESC, message_key, number LIMIT $2`,
      [outcome ?? null, limit],
    );
    return {
      mailboxes: mailboxes.map(({ readAt, ...mailbox }) => ({ ...mailbox, readAt: readAt.getTime() })),
      counts,
      items: items.map(({ recordedAt, ...item }) => ({ ...item, recordedAt: recordedAt.getTime() })),
    };
  });
}
