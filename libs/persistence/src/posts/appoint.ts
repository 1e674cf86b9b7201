import type { LocalDate } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import type { PersonData } from '../people/people.js';
import { personOf } from '../people/person-of.js';
import { isExclusionViolation } from '../sql/exclusion-violation.js';
import { inTransaction, type Sql } from '../sql/sql.js';

/** Who is to hold a post from a day on: somebody known, or somebody by name and addresses. */
export interface NewHolder {
  readonly person: { readonly id: string } | PersonData;
  readonly isActing: boolean;
  readonly validFrom: LocalDate;
}

/**
 * The holding, or why there is none: another person holds the post on one of the days and this one is not acting, there is
 * no such person, or the post does not last as long.
 */
export type Appointed =
  { readonly holderId: string } | { readonly refused: 'alreadyHeld' | 'personUnknown' | 'postOver' };

/** The same again is the same holding (D1). */
export async function appoint(dataSource: DataSource, postId: string, holder: NewHolder): Promise<Appointed> {
  try {
    return await inTransaction(dataSource, async (sql) => hold(sql, postId, holder));
  } catch (error) {
    if (isExclusionViolation(error)) return { refused: 'alreadyHeld' };
    throw error;
  }
}

async function hold(sql: Sql, postId: string, { person, isActing, validFrom }: NewHolder): Promise<Appointed> {
  const [post] = await sql('SELECT FROM posts WHERE id = $1 AND (valid_to IS NULL OR valid_to >= $2)', [
    postId,
    validFrom,
  ]);
  if (post === undefined) return { refused: 'postOver' };
  const personId = 'id' in person ? await known(sql, person.id) : await personOf(sql, person);
  if (personId === null) return { refused: 'personUnknown' };
  const [holder] = await sql<{ id: string }>(
    `WITH same AS (
       SELECT id FROM post_holders WHERE post_id = $1 AND person_id = $2 AND is_acting = $3 AND valid_from = $4
     ), begun AS (
       INSERT INTO post_holders (id, post_id, person_id, is_acting, valid_from)
       SELECT gen_random_uuid(), $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM same) RETURNING id
     )
     SELECT id FROM same UNION ALL SELECT id FROM begun`,
    [postId, personId, isActing, validFrom],
  );
  if (holder === undefined) throw new Error('A holding was inserted, and no id came back');
  return { holderId: holder.id };
}

async function known(sql: Sql, id: string): Promise<string | null> {
  const [person] = await sql<{ id: string }>('SELECT id FROM people WHERE id = $1', [id]);
  return person?.id ?? null;
}
