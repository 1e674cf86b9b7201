import type { Instant } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { caseHeaderTables, caseLeadOffice, caseOrganisation } from '../deliveries/case-headers.js';
import { inSnapshot } from '../sql/sql.js';
import type { BounceAction, KeptBounceOutcome } from './bounces.js';

/** Which reports are asked for; the newest. */
export interface BounceReportFilter {
  readonly outcome?: KeptBounceOutcome;
  /** Of letters of cases of which one of these is the organisation or the lead office. Absent: all, also of no letter. */
  readonly scope?: readonly string[];
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

/** A report of no letter is of nobody's bodies: it is for those who look after all of them. */
const reportsWithin = `
  bounce_reports report
  LEFT JOIN mail_deliveries delivery ON delivery.id = report.delivery_id
  LEFT JOIN letters letter ON letter.id = delivery.letter_id
  ${caseHeaderTables}
  WHERE ($1::text[] IS NULL OR ${caseOrganisation} = ANY ($1) OR ${caseLeadOffice} = ANY ($1))`;

/** Over the connections of the API's role. */
export async function bounceReports(
  dataSource: DataSource,
  { outcome, scope, limit }: BounceReportFilter,
): Promise<BounceReports> {
  return inSnapshot(dataSource, async (sql) => {
    const mailboxes = await sql<{ name: string; readAt: Date; others: number }>(
      'SELECT name, read_at AS "readAt", others FROM bounce_mailboxes ORDER BY name',
    );
    const counts = await sql<{ outcome: KeptBounceOutcome; count: number }>(
      `SELECT report.outcome, count(*)::integer AS count FROM ${reportsWithin} GROUP BY report.outcome`,
      [scope ?? null],
    );
    const items = await sql<Omit<KeptBounceReport, 'recordedAt'> & { readonly recordedAt: Date }>(
      `SELECT report.outcome, report.delivery_id AS "deliveryId", report.action, report.status, report.diagnostic,
         report.mailbox, report.uid::integer AS uid, report.recorded_at AS "recordedAt"
       FROM ${reportsWithin} AND ($2::text IS NULL OR report.outcome = $2)
       ORDER BY report.recorded_at DESC, report.message_key, report.number LIMIT $3`,
      [scope ?? null, outcome ?? null, limit],
    );
    return {
      mailboxes: mailboxes.map(({ readAt, ...mailbox }) => ({ ...mailbox, readAt: readAt.getTime() })),
      counts,
      items: items.map(({ recordedAt, ...item }) => ({ ...item, recordedAt: recordedAt.getTime() })),
    };
  });
}
