import type { LocalDate } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { isExclusionViolation } from '../sql/exclusion-violation.js';
import { sqlOf, type Sql } from '../sql/sql.js';

/** Ended, or why not: there is no such row, it begins after that day, or somebody else's days are in the way. */
export type Ended = 'ended' | 'unknown' | 'beforeItBegins' | 'heldLater';

/** The last day of a holding; a later one than before is possible as long as nobody else has begun (D1). */
export async function endHolding(dataSource: DataSource, holderId: string, validTo: LocalDate): Promise<Ended> {
  const sql = sqlOf(dataSource);
  const [holding] = await sql<Begun>('SELECT valid_from AS "validFrom" FROM post_holders WHERE id = $1', [holderId]);
  if (holding === undefined) return 'unknown';
  if (begins(holding, validTo)) return 'beforeItBegins';
  try {
    await sql('UPDATE post_holders SET valid_to = $2 WHERE id = $1', [holderId, validTo]);
    return 'ended';
  } catch (error) {
    if (isExclusionViolation(error)) return 'heldLater';
    throw error;
  }
}

/** Within a transaction: the post with those who hold it on its last day. */
export async function endPost(sql: Sql, postId: string, validTo: LocalDate | null): Promise<Ended> {
  const [post] = await sql<Begun>('SELECT valid_from AS "validFrom" FROM posts WHERE id = $1 FOR UPDATE', [postId]);
  if (post === undefined) return 'unknown';
  if (validTo !== null) {
    if (begins(post, validTo)) return 'beforeItBegins';
    const later = await sql('SELECT FROM post_holders WHERE post_id = $1 AND valid_from > $2', [postId, validTo]);
    if (later.length > 0) return 'heldLater';
    await sql('UPDATE post_holders SET valid_to = $2 WHERE post_id = $1 AND (valid_to IS NULL OR valid_to > $2)', [
      postId,
      validTo,
    ]);
  }
  await sql('UPDATE posts SET valid_to = $2 WHERE id = $1', [postId, validTo]);
  return 'ended';
}

interface Begun {
  readonly validFrom: LocalDate | null;
}

function begins({ validFrom }: Begun, after: LocalDate): boolean {
  return validFrom !== null && validFrom > after;
}
