import { randomUUID } from 'node:crypto';

import {
  planPosts,
  postKey,
  type KnownPerson,
  type KnownPost,
  type KnownPosts,
  type Numbered,
  type PostEntry,
  type PostPlan,
} from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import type { ImportOptions, ImportOutcome } from './imports.js';
import { oneImportAtATime } from './one-import.js';

/** Within a transaction. */
export async function importPosts(
  sql: Sql,
  given: readonly Numbered<PostEntry>[],
  { isDry }: ImportOptions,
): Promise<ImportOutcome<'posts' | 'people' | 'holdings'>> {
  await oneImportAtATime(sql);
  const known = await knownPosts(sql);
  const plan = planPosts(known, given);
  if (plan.faults.length > 0) return { faults: plan.faults };
  if (!isDry) await write(sql, known, plan);
  const { posts, people, holdings } = plan;
  return { tallies: { posts: posts.tally, people: people.tally, holdings: holdings.tally } };
}

/** Every post with each of its holdings, and those that nobody ever held. */
export async function postEntries(sql: Sql): Promise<readonly PostEntry[]> {
  const { posts, people } = await knownPosts(sql);
  const byId = new Map(people.map((person) => [person.id, person]));
  return posts.flatMap(({ organisationCode, kind, title, validFrom, validTo, holdings }): readonly PostEntry[] => {
    const post = { organisationCode, kind, title, postValidFrom: validFrom, postValidTo: validTo };
    const holders = holdings.flatMap((holding) => {
      const person = byId.get(holding.personId);
      return person === undefined ? [] : [{ ...person, ...holding }];
    });
    return holders.length === 0 ? [{ ...post, holder: null }] : holders.map((holder) => ({ ...post, holder }));
  });
}

async function knownPosts(sql: Sql): Promise<KnownPosts> {
  const organisations = await sql<{ code: string }>('SELECT code FROM organisations');
  const posts = await sql<KnownPost>(
    `SELECT id, organisation_code AS "organisationCode", kind, title, valid_from AS "validFrom", valid_to AS "validTo",
       COALESCE((SELECT jsonb_agg(jsonb_build_object('id', holder.id, 'personId', person_id, 'isActing', is_acting,
           'validFrom', holder.valid_from, 'validTo', holder.valid_to) ORDER BY holder.valid_from, holder.id)
         FROM post_holders holder WHERE post_id = posts.id), '[]') AS holdings
     FROM posts ORDER BY organisation_code, kind, title`,
  );
  const people = await sql<KnownPerson>('SELECT id, full_name AS "fullName", email, phone FROM people ORDER BY id');
  return { organisations: new Set(organisations.map(({ code }) => code)), posts, people };
}

/** Days are given back before they are taken: a holder who ends makes room for the next. */
async function write(sql: Sql, known: KnownPosts, plan: PostPlan): Promise<void> {
  const people = await writePeople(sql, plan.people);
  const posts = await writePosts(sql, known, plan.posts);
  const rows = (holdings: PostPlan['holdings']['created']): string =>
    JSON.stringify(
      [...holdings.values()].map(({ post, personId, isActing, validFrom, validTo }) => ({
        ...{ postId: posts.get(post), personId: people.get(personId) ?? personId, isActing, validFrom, validTo },
      })),
    );
  await sql(
    `UPDATE post_holders holder SET valid_to = given."validTo"
     FROM jsonb_to_recordset($1) AS given ("postId" uuid, "personId" uuid, "isActing" boolean, "validFrom" date, "validTo" date)
     WHERE post_id = given."postId" AND person_id = given."personId" AND is_acting = given."isActing"
       AND valid_from = given."validFrom"`,
    [rows(plan.holdings.changed)],
  );
  await sql(
    `INSERT INTO post_holders (id, post_id, person_id, is_acting, valid_from, valid_to)
     SELECT gen_random_uuid(), "postId", "personId", "isActing", "validFrom", "validTo"
     FROM jsonb_to_recordset($1) AS given ("postId" uuid, "personId" uuid, "isActing" boolean, "validFrom" date, "validTo" date)`,
    [rows(plan.holdings.created)],
  );
}

type Ids = ReadonlyMap<string, string>;

/** The ids of those who are new and brought none. */
async function writePeople(sql: Sql, { created, changed }: PostPlan['people']): Promise<Ids> {
  const ids = new Map([...created].map(([key]) => [key, isId(key) ? key : randomUUID()]));
  const people = [...created, ...changed].map(([key, { fullName, email, phone }]) => ({
    ...{ id: ids.get(key) ?? key, fullName, email, phone },
  }));
  await sql(
    `INSERT INTO people (id, full_name, email, phone)
     SELECT id, "fullName", email, phone FROM jsonb_to_recordset($1) AS given (id uuid, "fullName" text, email text, phone text)
     ON CONFLICT (id) DO UPDATE SET full_name = excluded.full_name, email = excluded.email, phone = excluded.phone`,
    [JSON.stringify(people)],
  );
  return ids;
}

function isId(key: string): boolean {
  return /^[0-9a-f-]{36}$/.test(key);
}

/** The ids of all posts, by their keys. */
async function writePosts(sql: Sql, known: KnownPosts, { created, changed }: PostPlan['posts']): Promise<Ids> {
  const ids = new Map(known.posts.map((post) => [postKey(post), post.id]));
  for (const key of created.keys()) ids.set(key, randomUUID());
  const rows = [...created, ...changed].map(([key, { organisationCode, kind, title, postValidFrom, postValidTo }]) => ({
    ...{ id: ids.get(key), organisationCode, kind, title, validFrom: postValidFrom, validTo: postValidTo },
  }));
  await sql(
    `INSERT INTO posts (id, organisation_code, kind, title, valid_from, valid_to)
     SELECT id, "organisationCode", kind, title, "validFrom", "validTo"
     FROM jsonb_to_recordset($1) AS given (id uuid, "organisationCode" text, kind text, title text, "validFrom" date, "validTo" date)
     ON CONFLICT (id) DO UPDATE SET valid_from = excluded.valid_from, valid_to = excluded.valid_to`,
    [JSON.stringify(rows)],
  );
  return ids;
}
