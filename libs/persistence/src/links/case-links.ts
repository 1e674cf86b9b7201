import type { CaseReference, Instant } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';
import type { FollowedLink, LinkSession, ListedLink } from './case-link.js';
import { linkStanding, masked } from './link-sql.js';

/** Links as the API follows, lists and revokes them. Nothing of a token is kept but its hash, nor of a session's secret. */
export interface CaseLinks {
  byToken(tokenHash: Uint8Array): Promise<FollowedLink | null>;
  /** Somebody has opened the link: from now on they are known by the secret of this session. */
  openSession(linkId: string, secretHash: Uint8Array, seconds: number): Promise<void>;
  /** Null when there is none, or its time is over. */
  session(secretHash: Uint8Array): Promise<LinkSession | null>;
  /** Something was done in it. */
  endSession(secretHash: Uint8Array, commandId: string): Promise<void>;
  /** How many sessions were removed whose time is over; nobody is known by them any more. */
  removeSessionsThatAreOver(): Promise<number>;
  /** The newest first. */
  ofCase(reference: CaseReference): Promise<readonly ListedLink[]>;
  /** Revokes one link of a case, or all that are not revoked; how many it were. */
  revoke(reference: CaseReference, revocation: { readonly by: string; readonly id?: string }): Promise<number>;
}

/** Over the connections of the API's role. */
export function createCaseLinks(dataSource: DataSource): CaseLinks {
  const sql = sqlOf(dataSource);
  return {
    byToken: async (tokenHash) => followed(sql, tokenHash),
    openSession: async (linkId, secretHash, seconds) =>
      inTransaction(dataSource, async (tx) => openSession(tx, { linkId, secretHash, seconds })),
    session: async (secretHash) => session(sql, secretHash),
    endSession: async (secretHash, commandId) => {
      await sql('UPDATE link_sessions SET command_id = $2 WHERE secret_hash = $1 AND command_id IS NULL', [
        Buffer.from(secretHash),
        commandId,
      ]);
    },
    removeSessionsThatAreOver: async () => {
      const removed = await sql('DELETE FROM link_sessions WHERE expires_at <= clock_timestamp() RETURNING link_id');
      return removed.length;
    },
    ofCase: async (reference) => ofCase(sql, reference),
    revoke: async ({ caseKind, caseId }, { by, id = null }) => {
      const revoked = await sql(
        `UPDATE case_links SET revoked_at = clock_timestamp(), revoked_by = $3, revoked_because = 'person'
         WHERE case_kind = $1 AND case_id = $2 AND ($4::uuid IS NULL OR id = $4) AND revoked_at IS NULL RETURNING id`,
        [caseKind, caseId, by, id],
      );
      return revoked.length;
    },
  };
}

const followedColumns = `
  link.id, link.case_kind AS "caseKind", link.case_id AS "caseId",
  jsonb_build_object('code', body.code, 'name', body.name) AS organisation, letter.content AS letter,
  delivery.recipient_role AS role, ${linkStanding} AS standing`;

const followedTables = `
  case_links link
  JOIN organisations body ON body.code = link.organisation_code
  JOIN mail_deliveries delivery ON delivery.id = link.delivery_id
  JOIN letters letter ON letter.id = delivery.letter_id`;

async function followed(sql: Sql, tokenHash: Uint8Array): Promise<FollowedLink | null> {
  const [row] = await sql<FollowedLink>(`SELECT ${followedColumns} FROM ${followedTables} WHERE link.token_hash = $1`, [
    Buffer.from(tokenHash),
  ]);
  return row ?? null;
}

interface NewSession {
  readonly linkId: string;
  readonly secretHash: Uint8Array;
  readonly seconds: number;
}

async function openSession(sql: Sql, { linkId, secretHash, seconds }: NewSession): Promise<void> {
  await sql(
    `UPDATE case_links SET first_opened_at = COALESCE(first_opened_at, clock_timestamp()), last_opened_at = clock_timestamp()
     WHERE id = $1`,
    [linkId],
  );
  await sql(
    `INSERT INTO link_sessions (secret_hash, link_id, expires_at)
     VALUES ($1, $2, clock_timestamp() + interval '1 second' * $3::integer)`,
    [Buffer.from(secretHash), linkId, seconds],
  );
}

interface SessionRow extends FollowedLink {
  readonly session_expires_at: Date;
  readonly command_id: string | null;
}

async function session(sql: Sql, secretHash: Uint8Array): Promise<LinkSession | null> {
  const [row] = await sql<SessionRow>(
    `SELECT ${followedColumns}, session.expires_at AS session_expires_at, session.command_id
     FROM link_sessions session JOIN ${followedTables} ON link.id = session.link_id
     WHERE session.secret_hash = $1 AND session.expires_at > clock_timestamp()`,
    [Buffer.from(secretHash)],
  );
  if (row === undefined) return null;
  const { session_expires_at: expiresAt, command_id: commandId, ...link } = row;
  return { link, expiresAt: expiresAt.getTime(), commandId };
}

type ListedRow = Omit<ListedLink, 'createdAt' | 'expiresAt' | 'firstOpenedAt' | 'lastOpenedAt' | 'revokedAt'> & {
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly first_opened_at: Date | null;
  readonly last_opened_at: Date | null;
  readonly revoked_at: Date | null;
};

async function ofCase(sql: Sql, { caseKind, caseId }: CaseReference): Promise<readonly ListedLink[]> {
  const rows = await sql<ListedRow>(
    `SELECT link.id, link.delivery_id AS "deliveryId", letter.kind AS "letterKind",
       jsonb_build_object('code', body.code, 'name', body.name) AS organisation, ${masked('delivery.address')} AS "maskedAddress",
       ${linkStanding} AS standing, link.created_at, link.expires_at, link.first_opened_at, link.last_opened_at,
       link.revoked_at, link.revoked_because AS "revokedBecause"
     FROM ${followedTables} WHERE link.case_kind = $1 AND link.case_id = $2 ORDER BY link.created_at DESC, link.id`,
    [caseKind, caseId],
  );
  return rows.map(toListed);
}

function toListed({
  created_at,
  expires_at,
  first_opened_at,
  last_opened_at,
  revoked_at,
  ...row
}: ListedRow): ListedLink {
  return {
    ...row,
    createdAt: created_at.getTime(),
    expiresAt: expires_at.getTime(),
    firstOpenedAt: instantOf(first_opened_at),
    lastOpenedAt: instantOf(last_opened_at),
    revokedAt: instantOf(revoked_at),
  };
}

function instantOf(at: Date | null): Instant | null {
  return at?.getTime() ?? null;
}
