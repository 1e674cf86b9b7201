import type { LocalDate, OrganisationCode, PostKind } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';

export interface Post {
  readonly id: string;
  readonly organisationCode: OrganisationCode;
  readonly kind: PostKind;
  readonly title: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly holders: readonly PostHolder[];
}

export interface PostHolder {
  readonly id: string;
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
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

export interface NewHolder {
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly isActing: boolean;
  readonly validFrom: LocalDate;
}

/** Posts and who holds them from which day to which: where every address comes from (D1). */
export interface Posts {
  /** Posts of an organisation with their holders; with a day: only what is valid on it. */
  list(organisationCode: string, on?: LocalDate): Promise<readonly Post[]>;
  /** Null when the organisation already has a post of this kind and title. */
  create(post: NewPost): Promise<string | null>;
  end(postId: string, validTo: LocalDate): Promise<boolean>;
  /** Null when another person holds the post on one of the days, and this one is not acting. */
  appoint(postId: string, holder: NewHolder): Promise<string | null>;
  endHolding(holderId: string, validTo: LocalDate): Promise<boolean>;
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
    end: async (postId, validTo) =>
      (await sql('UPDATE posts SET valid_to = $2 WHERE id = $1 RETURNING id', [postId, validTo])).length > 0,
    appoint: async (postId, holder) =>
      inTransaction(dataSource, async (tx) => appoint(tx, postId, holder)).catch(nullWhenHeld),
    endHolding: async (holderId, validTo) =>
      (await sql('UPDATE post_holders SET valid_to = $2 WHERE id = $1 RETURNING id', [holderId, validTo])).length > 0,
  };
}

async function list(sql: Sql, organisationCode: string, on: LocalDate | null): Promise<readonly Post[]> {
  const posts = await sql<Omit<Post, 'holders'>>(
    `SELECT id, organisation_code AS "organisationCode", kind, title, valid_from AS "validFrom", valid_to AS "validTo"
     FROM posts WHERE organisation_code = $1
       AND ($2::date IS NULL OR ((valid_from IS NULL OR valid_from <= $2) AND (valid_to IS NULL OR valid_to >= $2)))
     ORDER BY kind, title`,
    [organisationCode, on],
  );
  const holders = await sql<PostHolder & { readonly postId: string }>(
    `SELECT holder.id, holder.post_id AS "postId", people.full_name AS "fullName", people.email, people.phone,
       holder.is_acting AS "isActing", holder.valid_from AS "validFrom", holder.valid_to AS "validTo"
     FROM post_holders holder JOIN people ON people.id = holder.person_id
     WHERE holder.post_id = ANY ($1)
       AND ($2::date IS NULL OR (holder.valid_from <= $2 AND (holder.valid_to IS NULL OR holder.valid_to >= $2)))
     ORDER BY holder.valid_from, holder.id`,
    [posts.map(({ id }) => id), on],
  );
  return posts.map((post) => ({
    ...post,
    holders: holders.filter(({ postId }) => postId === post.id).map(({ postId: _postId, ...holder }) => holder),
  }));
}

async function appoint(
  sql: Sql,
  postId: string,
  { fullName, email, phone, isActing, validFrom }: NewHolder,
): Promise<string | null> {
  const [person] = await sql<{ id: string }>(
    'INSERT INTO people (id, full_name, email, phone) VALUES (gen_random_uuid(), $1, $2, $3) RETURNING id',
    [fullName, email, phone],
  );
  const [holder] = await sql<{ id: string }>(
    `INSERT INTO post_holders (id, post_id, person_id, is_acting, valid_from) VALUES (gen_random_uuid(), $1, $2, $3, $4) RETURNING id`,
    [postId, person?.id, isActing, validFrom],
  );
  return holder?.id ?? null;
}

/** `post_holders_one_at_a_time` said no. */
function nullWhenHeld(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === exclusionViolation) return null;
  throw error;
}

const exclusionViolation = '23P01';
