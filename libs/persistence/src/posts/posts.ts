import type { LocalDate, OrganisationCode, PostKind } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { validOn } from '../organisations/on-day.js';
import type { PersonData } from '../people/people.js';
import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';
import { appoint, type Appointed, type NewHolder } from './appoint.js';
import { endHolding, endPost, type Ended } from './endings.js';

export interface Post {
  readonly id: string;
  readonly organisationCode: OrganisationCode;
  readonly kind: PostKind;
  readonly title: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly holders: readonly PostHolder[];
}

export interface PostHolder extends PersonData {
  readonly id: string;
  readonly personId: string;
  /** In charge without having been appointed (phu trach, D1). */
  readonly isActing: boolean;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

export interface NewPost {
  readonly organisationCode: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly validFrom: LocalDate | null;
}

/** Posts and who holds them from which day to which: where every address comes from (D1). */
export interface Posts {
  /** Posts of an organisation with their holders; with a day: only what is valid on it. */
  list(organisationCode: string, on?: LocalDate): Promise<readonly Post[]>;
  /** Null when the organisation already has a post of this kind and title. */
  create(post: NewPost): Promise<string | null>;
  /** With its holders of that day, whose last day it is as well; null takes the end of the post back. */
  end(postId: string, validTo: LocalDate | null): Promise<Ended>;
  appoint(postId: string, holder: NewHolder): Promise<Appointed>;
  endHolding(holderId: string, validTo: LocalDate): Promise<Ended>;
}

export function createPosts(dataSource: DataSource): Posts {
  const sql = sqlOf(dataSource);
  return {
    list: async (organisationCode, on) => list(sql, organisationCode, on ?? null),
    create: async ({ organisationCode, kind, title, validFrom }) => {
      const [row] = await sql<{ id: string }>(
        `INSERT INTO posts (id, organisation_code, kind, title, valid_from) VALUES (gen_random_uuid(), $1, $2, $3, $4)
         ON CONFLICT (organisation_code, kind, title) DO NOTHING RETURNING id`,
        [organisationCode, kind, title, validFrom],
      );
      return row?.id ?? null;
    },
    end: async (postId, validTo) => inTransaction(dataSource, async (tx) => endPost(tx, postId, validTo)),
    appoint: async (postId, holder) => appoint(dataSource, postId, holder),
    endHolding: async (holderId, validTo) => endHolding(dataSource, holderId, validTo),
  };
}

async function list(sql: Sql, organisationCode: string, on: LocalDate | null): Promise<readonly Post[]> {
  const posts = await sql<Omit<Post, 'holders'>>(
    `SELECT id, organisation_code AS "organisationCode", kind, title, valid_from AS "validFrom", valid_to AS "validTo"
     FROM posts WHERE organisation_code = $1 AND ($2::date IS NULL OR (${validOn('posts', '$2')}))
     ORDER BY kind, title`,
    [organisationCode, on],
  );
  const holders = await sql<PostHolder & { readonly postId: string }>(
    `SELECT holder.id, holder.post_id AS "postId", people.id AS "personId", people.full_name AS "fullName", people.email,
       people.phone, holder.is_acting AS "isActing", holder.valid_from AS "validFrom", holder.valid_to AS "validTo"
     FROM post_holders holder JOIN people ON people.id = holder.person_id
     WHERE holder.post_id = ANY ($1) AND ($2::date IS NULL OR (${validOn('holder', '$2')}))
     ORDER BY holder.valid_from, holder.id`,
    [posts.map(({ id }) => id), on],
  );
  return posts.map((post) => ({
    ...post,
    holders: holders.filter(({ postId }) => postId === post.id).map(({ postId: _postId, ...holder }) => holder),
  }));
}
