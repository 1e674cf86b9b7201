import { randomUUID } from 'node:crypto';

import type { DutyKind, OrganisationCode } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import { sqlOf, type Sql } from '../sql/sql.js';
import { dutiesOfFeed, type FeedDuty } from './feed-duties.js';

/** What a calendar shows: all duties of the cases that an office leads, or those that an agency owes itself. */
export const feedKinds = ['leadOffice', 'agency'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** A calendar of deadlines under a secret address. */
export interface Feed {
  readonly id: string;
  readonly kind: FeedKind;
  readonly organisation: NamedOrganisation;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** Null: its address answers. */
  readonly revokedAt: Date | null;
}

export interface NewFeed {
  readonly kind: FeedKind;
  readonly organisation: OrganisationCode;
  /** Of the secret in the address, which is not kept. */
  readonly tokenHash: string;
  readonly createdBy: string;
}

/** The addresses of calendars, and what these show. */
export interface Feeds {
  create(feed: NewFeed): Promise<Feed>;
  find(id: string): Promise<Feed | null>;
  /** Null instead of codes: of all bodies. */
  list(organisations: readonly OrganisationCode[] | null): Promise<readonly Feed[]>;
  /** Null: there is none under this address, or none any more. */
  byToken(tokenHash: string): Promise<Feed | null>;
  /** Its address answers no more. Repeating it changes nothing. */
  revoke(id: string, revokedBy: string): Promise<void>;
  /** What is open, soonest first. `ofAgency`: which kinds of duties the agency of a petition owes. */
  duties(feed: Pick<Feed, 'kind' | 'organisation'>, ofAgency: readonly DutyKind[]): Promise<readonly FeedDuty[]>;
}

export function createFeeds(dataSource: DataSource): Feeds {
  const sql = sqlOf(dataSource);
  return {
    create: (feed) => create(sql, feed),
    find: async (id) => (await feedsWhere(sql, 'feed.id = $1', [id]))[0] ?? null,
    list: (codes) => feedsWhere(sql, '$1::text[] IS NULL OR feed.organisation_code = ANY ($1)', [codes]),
    byToken: async (hash) =>
      // One that an account made while it was being deactivated answers nobody either.
      (await feedsWhere(sql, 'feed.token_hash = $1 AND feed.revoked_at IS NULL AND account.is_active', [hash]))[0] ??
      null,
    async revoke(id, revokedBy) {
      await sql('UPDATE calendar_feeds SET revoked_at = now(), revoked_by = $2 WHERE id = $1 AND revoked_at IS NULL', [
        id,
        revokedBy,
      ]);
    },
    duties: (feed, ofAgency) => dutiesOfFeed(sql, feed, ofAgency),
  };
}

async function create(sql: Sql, { kind, organisation, tokenHash, createdBy }: NewFeed): Promise<Feed> {
  const id = randomUUID();
  await sql(
    'INSERT INTO calendar_feeds (id, token_hash, kind, organisation_code, created_by) VALUES ($1, $2, $3, $4, $5)',
    [id, tokenHash, kind, organisation, createdBy],
  );
  const [feed] = await feedsWhere(sql, 'feed.id = $1', [id]);
  if (feed === undefined) throw new Error('A feed is gone that was just written');
  return feed;
}

async function feedsWhere(sql: Sql, condition: string, parameters: readonly unknown[]): Promise<readonly Feed[]> {
  return sql<Feed>(
    `SELECT feed.id, feed.kind, jsonb_build_object('code', body.code, 'name', body.name) AS organisation,
       feed.created_at AS "createdAt", account.username AS "createdBy", feed.revoked_at AS "revokedAt"
     FROM calendar_feeds feed JOIN organisations body ON body.code = feed.organisation_code
     JOIN accounts account ON account.id = feed.created_by
     WHERE ${condition} ORDER BY feed.created_at DESC, feed.id`,
    parameters,
  );
}
