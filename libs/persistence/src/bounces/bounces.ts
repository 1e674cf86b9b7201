import type { DataSource } from 'typeorm';

import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';
import { recordReport } from './record-report.js';

/** What a server may say became of a letter (RFC 3464). */
export const bounceActions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
export type BounceAction = (typeof bounceActions)[number];

/** What a part of a report came to; `early`: its letter is still being handed over, and it is to be read again. */
export const keptBounceOutcomes = [
  'bounced',
  'delayed',
  'noted',
  'repeated',
  'notSent',
  'otherRecipient',
  'unknown',
  'unreadable',
] as const;
export type KeptBounceOutcome = (typeof keptBounceOutcomes)[number];
export type BounceOutcome = KeptBounceOutcome | 'early';

/** What a report says of one recipient. */
export interface BounceReportPart {
  readonly action: BounceAction;
  readonly status: string;
  /** Without any address. */
  readonly diagnostic: string | null;
  readonly recipients: readonly string[];
}

/** Where a message lies; uids count anew under another validity. */
export interface MailboxPlace {
  readonly mailbox: string;
  readonly uidValidity: string;
  readonly uid: number;
}

/** A report of delivery, as it was found in a mailbox. */
export interface BounceReport {
  /** The hash of its bytes. */
  readonly key: string;
  readonly place: MailboxPlace;
  readonly deliveryId: string | null;
  /** To whom the letter really went. */
  readonly sentTo: readonly string[];
  readonly parts: readonly BounceReportPart[];
}

/** What mailboxes say of letters that did not arrive. */
export interface Bounces {
  readUntil(place: Omit<MailboxPlace, 'uid'>): Promise<number>;
  recordReport(report: BounceReport): Promise<readonly BounceOutcome[]>;
  advance(place: MailboxPlace, wasReport: boolean): Promise<void>;
}

/** Over the connections of the worker's role. */
export function createBounces(dataSource: DataSource): Bounces {
  const sql = sqlOf(dataSource);
  return {
    readUntil: async (place) => readUntil(sql, place),
    recordReport: async (report) => inTransaction(dataSource, async (tx) => recordReport(tx, report)),
    advance: async (place, wasReport) => advance(sql, place, wasReport),
  };
}

/** Under another validity everything is looked at once more: what is known changes nothing. */
async function readUntil(sql: Sql, { mailbox, uidValidity }: Omit<MailboxPlace, 'uid'>): Promise<number> {
  const [read] = await sql<{ uid: string }>(
    `INSERT INTO bounce_mailboxes (name, uid_validity, last_uid) VALUES ($1, $2, 0)
     ON CONFLICT (name) DO UPDATE SET read_at = now(), uid_validity = excluded.uid_validity,
       last_uid = CASE bounce_mailboxes.uid_validity WHEN excluded.uid_validity THEN bounce_mailboxes.last_uid ELSE 0 END
     RETURNING last_uid AS uid`,
    [mailbox, uidValidity],
  );
  return Number(read?.uid ?? 0);
}

async function advance(sql: Sql, { mailbox, uidValidity, uid }: MailboxPlace, wasReport: boolean): Promise<void> {
  await sql(
    `UPDATE bounce_mailboxes SET last_uid = $3, read_at = now(), others = others + $4
     WHERE name = $1 AND uid_validity = $2 AND last_uid < $3`,
    [mailbox, uidValidity, uid, wasReport ? 0 : 1],
  );
}
