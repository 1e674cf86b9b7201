import type { LocalDate, PostKind } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import { validOn } from '../organisations/on-day.js';
import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';
import { personOf } from './person-of.js';

/** Somebody who holds, held or will hold a post. */
export interface Person extends PersonData {
  readonly id: string;
}

/** Name and addresses of a person: never into a log (CO9). */
export interface PersonData {
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** A person with the posts that they hold, from which day to which. */
export interface PersonWithPosts extends Person {
  readonly posts: readonly PersonPost[];
}

/** One holding of a post. */
export interface PersonPost {
  readonly holderId: string;
  readonly postId: string;
  readonly organisation: NamedOrganisation;
  readonly kind: PostKind;
  readonly title: string;
  readonly isActing: boolean;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Part of the name, with or without Vietnamese marks, or the beginning of the e-mail address; a place in the list. */
export interface PersonQuery {
  readonly text?: string;
  readonly offset: number;
  readonly limit: number;
}

/** The people behind the posts: one person may hold several. */
export interface People {
  /** In Vietnamese order. */
  list(query: PersonQuery): Promise<readonly Person[]>;
  /** With a day: the posts that the person holds on it. */
  find(id: string, on?: LocalDate): Promise<PersonWithPosts | null>;
  /** Whoever has the same name and the same addresses, at least one, is the same person. */
  register(person: PersonData): Promise<string>;
  /** What is absent stays; false when there is no such person. */
  correct(id: string, changes: Partial<PersonData>): Promise<boolean>;
}

export function createPeople(dataSource: DataSource): People {
  const sql = sqlOf(dataSource);
  return {
    list: async ({ text, offset, limit }) =>
      sql<Person>(
        `${selected}
         WHERE $1::text IS NULL OR strpos(unaccent(lower(full_name)), unaccent(lower($1))) > 0 OR starts_with(lower(email), lower($1))
         ORDER BY full_name COLLATE "vi-x-icu", id OFFSET $2 LIMIT $3`,
        [text ?? null, offset, limit],
      ),
    find: async (id, on) => find(sql, id, on ?? null),
    register: async (person) => inTransaction(dataSource, async (tx) => personOf(tx, person)),
    correct: async (id, changes) => correct(sql, id, changes),
  };
}

const selected = 'SELECT id, full_name AS "fullName", email, phone FROM people';

async function find(sql: Sql, id: string, on: LocalDate | null): Promise<PersonWithPosts | null> {
  const [person] = await sql<Person>(`${selected} WHERE id = $1`, [id]);
  if (person === undefined) return null;
  const posts = await sql<PersonPost>(
    `SELECT holder.id AS "holderId", posts.id AS "postId", jsonb_build_object('code', body.code, 'name', body.name) AS organisation,
       posts.kind, posts.title, holder.is_acting AS "isActing", holder.valid_from AS "validFrom", holder.valid_to AS "validTo"
     FROM post_holders holder JOIN posts ON posts.id = holder.post_id JOIN organisations body ON body.code = posts.organisation_code
     WHERE holder.person_id = $1 AND ($2::date IS NULL OR (${validOn('holder', '$2')} AND ${validOn('posts', '$2')}))
     ORDER BY holder.valid_from, body.code, posts.title`,
    [id, on],
  );
  return { ...person, posts };
}

async function correct(sql: Sql, id: string, changes: Partial<PersonData>): Promise<boolean> {
  const [person] = await sql<Person>(`${selected} WHERE id = $1`, [id]);
  if (person === undefined) return false;
  const { fullName, email, phone } = { ...person, ...changes };
  await sql('UPDATE people SET full_name = $2, email = $3, phone = $4 WHERE id = $1', [id, fullName, email, phone]);
  return true;
}
