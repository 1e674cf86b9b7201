import type { Sql } from '../sql/sql.js';
import { isOpen, isWanted, lagsBehind } from '../rollouts/lagging.js';
import type { ReconciledReference } from './should-run.js';

/**
 * Inside one transaction: the relay signals again what these cases may never have heard. Of commands that is what has no
 * outcome. Of news, which leave no trace when they are refused, it is what was sent after everything that the case is known
 * to have decided: it takes what it is told in the order in which that comes. Each goes under its own id, so nothing is done twice.
 */
export async function tellAnew(sql: Sql, references: readonly ReconciledReference[]): Promise<void> {
  const parameters = [references.map(({ kind }) => kind), references.map(({ id }) => id)];
  await sql(
    `UPDATE commands SET signalled_at = NULL
     WHERE outcome IS NULL AND signalled_at IS NOT NULL AND (case_kind, case_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    parameters,
  );
  await sql(
    `UPDATE outbox SET sent_at = NULL, next_attempt_at = clock_timestamp()
     FROM unnest($1::text[], $2::text[]) AS told (kind, id)
     WHERE outbox.kind = 'signalCase' AND outbox.case_kind = told.kind AND outbox.case_id = told.id AND sent_at IS NOT NULL
       AND NOT EXISTS (SELECT FROM case_events WHERE command_id = outbox.command_id)
       AND sent_at >= COALESCE(${lastHeard}, '-infinity') - interval '1 minute'`,
    parameters,
  );
}

/** When the newest of what a case is known to have decided was signalled; null: it has decided nothing. */
const lastHeard = `GREATEST(
  (SELECT max(signalled_at) FROM commands WHERE case_kind = told.kind AND case_id = told.id AND outcome IS NOT NULL),
  (SELECT max(heard.sent_at) FROM outbox heard JOIN case_events event ON event.command_id = heard.command_id
   WHERE heard.case_kind = told.kind AND heard.case_id = told.id))`;

/** Inside one transaction: of each rollout that is over and that these open cases have not taken (D11.1c, D11.3). */
export async function tellOfRollouts(sql: Sql, references: readonly ReconciledReference[]): Promise<void> {
  await sql(
    `INSERT INTO outbox (kind, case_kind, case_id, payload)
     SELECT 'signalCase', memory.case_kind, memory.case_id, rollout.command
     FROM rollouts rollout JOIN case_memory memory ON ${lagsBehind}
     WHERE rollout.finished_at IS NOT NULL AND ${isWanted} AND ${isOpen}
       AND (memory.case_kind, memory.case_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
       -- What is still on its way need not be said again.
       AND NOT EXISTS (SELECT FROM outbox WHERE outbox.case_kind = memory.case_kind AND outbox.case_id = memory.case_id AND sent_at IS NULL)
     ORDER BY rollout.requested_at`,
    [references.map(({ kind }) => kind), references.map(({ id }) => id)],
  );
}
