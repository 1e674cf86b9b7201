import type { Sql } from '../sql/sql.js';

/** The steps of one that runs are seconds apart; its worker may be away for a while. */
const givenUpAfter = `interval '1 hour'`;

/**
 * Inside one transaction: the one reconciliation that is under way, begun now under this id where there is none; one that has
 * been silent for long is given up. Null: the one of this id is over.
 */
export async function beginReconciliation(
  sql: Sql,
  id: string,
  requestedBy: string | null,
): Promise<{ readonly id: string; readonly isNew: boolean } | null> {
  await sql(`SELECT pg_advisory_xact_lock(hashtextextended('reconciliation', 0))`);
  await sql(
    `UPDATE reconciliations SET finished_at = now(), is_given_up = true
     WHERE finished_at IS NULL AND touched_at < now() - ${givenUpAfter} AND id <> $1`,
    [id],
  );
  const [open] = await sql<{ id: string }>('SELECT id FROM reconciliations WHERE finished_at IS NULL');
  if (open !== undefined) return { id: open.id, isNew: false };
  const begun = await sql(
    'INSERT INTO reconciliations (id, requested_by) VALUES ($1, $2) ON CONFLICT ON CONSTRAINT reconciliations_pk DO NOTHING RETURNING id',
    [id, requestedBy],
  );
  return begun.length > 0 ? { id, isNew: true } : null;
}
