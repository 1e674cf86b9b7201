import type { ContactKind, Handing, LocalDate, OrganisationCode, PostKind } from '@dialogue/domain';

import { validOn } from '../organisations/on-day.js';
import type { Sql } from '../sql/sql.js';

/** Posts with their holders, and addresses, that a successor is given because no letter would reach it without them. */
export interface CarryOver {
  readonly from: OrganisationCode;
  readonly to: OrganisationCode;
  readonly posts: readonly CarriedPost[];
  readonly contacts: readonly CarriedContact[];
}

interface CarriedPost {
  readonly id: string;
  readonly kind: PostKind;
  readonly title: string;
}

interface CarriedContact {
  readonly id: string;
  readonly kind: ContactKind;
  readonly email: string | null;
}

/**
 * D11.3: for each successor that nothing reaches on the day, the posts and addresses of the first of its predecessors that
 * has any. Posts go to the main successor alone, since nobody holds the same post twice.
 */
export async function carryOversOf(
  sql: Sql,
  handings: readonly Handing[],
  on: LocalDate,
): Promise<readonly CarryOver[]> {
  const found: CarryOver[] = [];
  for (const { from, into } of handings)
    for (const [place, { code: to }] of into.entries()) {
      const carried = await carriedTo(sql, { from, to, on, isMain: place === 0 });
      if (carried !== null) found.push(carried);
    }
  return found;
}

async function carriedTo(
  sql: Sql,
  { from, to, on, isMain }: Omit<Passing, 'from'> & { readonly from: Handing['from']; readonly isMain: boolean },
): Promise<CarryOver | null> {
  if (await isReached(sql, to, on)) return null;
  for (const before of from) {
    const posts = isMain ? await postsOf(sql, { from: before, to, on }) : [];
    const contacts = await contactsOf(sql, { from: before, to, on });
    if (posts.length + contacts.length > 0) return { from: before, to, posts, contacts };
  }
  return null;
}

/** Writes it; the ids of the rows. */
export async function carryOver(
  sql: Sql,
  { to, posts, contacts }: CarryOver,
  on: LocalDate,
): Promise<readonly MadeRow[]> {
  const made: MadeRow[] = [];
  for (const { id } of posts) {
    const [post] = await sql<MadeRow>(
      `INSERT INTO posts (id, organisation_code, kind, title, valid_from, valid_to)
       SELECT gen_random_uuid(), $2, kind, title, $3, valid_to FROM posts WHERE id = $1 RETURNING 'post' AS kind, id`,
      [id, to, on],
    );
    if (post === undefined) continue;
    const holders = await sql<MadeRow>(
      `INSERT INTO post_holders (id, post_id, person_id, is_acting, valid_from, valid_to)
       SELECT gen_random_uuid(), $2, person_id, is_acting, $3, valid_to FROM post_holders holder
       WHERE post_id = $1 AND ${validOn('holder', '$3::date')} RETURNING 'holding' AS kind, id`,
      [id, post.id, on],
    );
    made.push(post, ...holders);
  }
  const addresses = await sql<MadeRow>(
    `INSERT INTO organisation_contacts (id, organisation_code, kind, email, phone, valid_from, valid_to)
     SELECT gen_random_uuid(), $2, kind, email, phone, $3, valid_to FROM organisation_contacts WHERE id = ANY ($1)
     RETURNING 'contact' AS kind, id`,
    [contacts.map(({ id }) => id), to, on],
  );
  return [...made, ...addresses];
}

/** A row that a reorganisation has made beside the bodies. */
export interface MadeRow {
  readonly kind: 'post' | 'holding' | 'contact' | 'line';
  readonly id: string;
}

async function isReached(sql: Sql, code: OrganisationCode, on: LocalDate): Promise<boolean> {
  const found = await sql(
    `SELECT FROM posts JOIN post_holders holder ON holder.post_id = posts.id AND ${validOn('holder', '$2::date')}
       JOIN people ON people.id = holder.person_id AND people.email IS NOT NULL
     WHERE posts.organisation_code = $1 AND ${validOn('posts', '$2::date')}
     UNION ALL
     SELECT FROM organisation_contacts contact
     WHERE organisation_code = $1 AND email IS NOT NULL AND ${validOn('contact', '$2::date')}`,
    [code, on],
  );
  return found.length > 0;
}

interface Passing {
  readonly from: OrganisationCode;
  readonly to: OrganisationCode;
  readonly on: LocalDate;
}

async function postsOf(sql: Sql, { from, to, on }: Passing): Promise<readonly CarriedPost[]> {
  return sql<CarriedPost>(
    `SELECT id, kind, title FROM posts WHERE organisation_code = $1 AND ${validOn('posts', '$3::date')}
       AND NOT EXISTS (SELECT FROM posts there WHERE there.organisation_code = $2 AND there.kind = posts.kind AND there.title = posts.title)
     ORDER BY kind, title`,
    [from, to, on],
  );
}

async function contactsOf(sql: Sql, { from, to, on }: Passing): Promise<readonly CarriedContact[]> {
  return sql<CarriedContact>(
    `SELECT id, kind, email FROM organisation_contacts contact
     WHERE organisation_code = $1 AND ${validOn('contact', '$3::date')}
       AND NOT EXISTS (SELECT FROM organisation_contacts there WHERE there.organisation_code = $2 AND there.kind = contact.kind
         AND daterange(there.valid_from, there.valid_to, '[]') && daterange($3::date, contact.valid_to, '[]'))
     ORDER BY kind`,
    [from, to, on],
  );
}
