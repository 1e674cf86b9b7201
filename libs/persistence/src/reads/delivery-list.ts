import {
  deadlineOfLetter,
  type DropReason,
  type Instant,
  type Letter,
  type LetterDeadline,
  type OrganisationCode,
  type RecipientRole,
} from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { caseHeaderTables, caseLeadOffice, caseNumber, caseOrganisation } from '../deliveries/case-headers.js';
import type { DeliveryState, LetterOwner } from '../deliveries/delivery.js';
import { fallbackTable, troubleColumns, type BounceRow, type DelayRow, type FallbackRow } from './delivery-troubles.js';

/** A letter on its way, with the case, or the rollout, that it belongs to. */
export interface ListedDelivery extends LetterOwner {
  readonly id: string;
  readonly caseNumber: string;
  readonly organisationCode: OrganisationCode;
  readonly leadOfficeCode: OrganisationCode;
  readonly letterKind: Letter['kind'];
  readonly role: RecipientRole;
  readonly postTitle: string | null;
  /** Null: nobody could be addressed, or the petitioner, whose address stays sealed. */
  readonly address: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly smtpCode: number | null;
  /** Not before that instant; null: at once. */
  readonly sendAfter: Instant | null;
  readonly droppedBecause: DropReason | null;
  /** The delivery of the digest that it goes with. */
  readonly digestId: string | null;
  readonly updatedAt: Instant;
  /** The deadline that the letter speaks of, which its trouble does not move (D11.3). */
  readonly deadline: LetterDeadline | null;
  readonly bounce: BounceRow | null;
  readonly delay: DelayRow | null;
  readonly fallback: FallbackRow | null;
}

export interface DeliveryFilter {
  readonly state?: DeliveryState;
  readonly id?: string;
  /** Also letters that were told otherwise than by mail. */
  readonly isToldIncluded?: boolean;
  /** Of cases of which one of these is the organisation or the lead office. Absent: all. */
  readonly scope?: readonly string[];
  readonly limit: number;
}

/** Letters in one state, those that have waited longest first: what a person has to look at. */
export async function listDeliveries(
  dataSource: DataSource,
  filter: DeliveryFilter,
): Promise<readonly ListedDelivery[]> {
  const { state = null, id = null, scope = null, isToldIncluded = id !== null, limit } = filter;
  const rows = await dataSource.query<ListedRow[]>(deliveries, [state, id, scope, limit, isToldIncluded]);
  return rows.map(({ content, ...row }) => ({
    ...row,
    sendAfter: row.sendAfter?.getTime() ?? null,
    updatedAt: row.updatedAt.getTime(),
    deadline: deadlineOfLetter(content),
  }));
}

interface ListedRow extends Omit<ListedDelivery, 'sendAfter' | 'updatedAt' | 'deadline'> {
  readonly sendAfter: Date | null;
  readonly updatedAt: Date;
  readonly content: Letter;
}

const deliveries = `
  SELECT delivery.id, letter.case_kind AS "caseKind", letter.case_id AS "caseId", ${caseNumber} AS "caseNumber",
    ${caseOrganisation} AS "organisationCode", ${caseLeadOffice} AS "leadOfficeCode",
    letter.kind AS "letterKind", delivery.recipient_role AS role, delivery.post_title AS "postTitle", delivery.address,
    delivery.state, delivery.attempts, delivery.smtp_code AS "smtpCode", delivery.send_after AS "sendAfter",
    delivery.dropped_because AS "droppedBecause", delivery.digest_id AS "digestId", delivery.updated_at AS "updatedAt",
    letter.content, ${troubleColumns}
  FROM mail_deliveries delivery
  JOIN letters letter ON letter.id = delivery.letter_id
  ${fallbackTable}
  ${caseHeaderTables}
  WHERE ($1::text IS NULL OR delivery.state = $1)
    AND ($2::uuid IS NULL OR delivery.id = $2)
    AND ($3::text[] IS NULL OR ${caseOrganisation} = ANY ($3) OR ${caseLeadOffice} = ANY ($3))
    AND ($5 OR fallback.means IS NULL)
  ORDER BY delivery.updated_at, delivery.id
  LIMIT $4
`;
