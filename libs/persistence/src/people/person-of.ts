import type { Sql } from '../sql/sql.js';
import type { PersonData } from './people.js';

/** Two requests that name the same new person make one: the second waits for the first. */
const peopleLock = 20_261_127;

/**
 * The id of a person by name and addresses, who is registered when new. Whoever has no address at all is told apart by
 * nothing, and is new every time. Within a transaction.
 */
export async function personOf(sql: Sql, { fullName, email, phone }: PersonData): Promise<string> {
  await sql('SELECT pg_advisory_xact_lock($1)', [peopleLock]);
  const [known] = await sql<{ id: string }>(
    `SELECT id FROM people
     WHERE full_name = $1 AND lower(email) IS NOT DISTINCT FROM lower($2::text) AND phone IS NOT DISTINCT FROM $3::text
       AND (email IS NOT NULL OR phone IS NOT NULL)
     ORDER BY id LIMIT 1`,
    [fullName, email, phone],
  );
  if (known !== undefined) return known.id;
  const [created] = await sql<{ id: string }>(
    'INSERT INTO people (id, full_name, email, phone) VALUES (gen_random_uuid(), $1, $2, $3) RETURNING id',
    [fullName, email, phone],
  );
  if (created === undefined) throw new Error('A person was inserted, and no id came back');
  return created.id;
}
