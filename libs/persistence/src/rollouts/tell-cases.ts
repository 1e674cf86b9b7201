import type { Sql } from '../sql/sql.js';
import { isWanted, lagsBehind } from './lagging.js';
import type { ToldCases } from './rollouts.js';

/** So many cases in one step; with the pauses between steps that is how fast a rollout goes. */
const casesAtOnce = 200;
/**
 * A case that has not acted is told again, since Temporal may have lost the signal: after ten minutes, then after twice as
 * long each time, at most a day. One that cannot run for months must not run into the limit of signals of its execution.
 */
const toldAgainAfter = `LEAST(interval '10 minutes' * (2 ^ LEAST(times_told - 1, 8)), interval '1 day')`;

/**
 * Inside one transaction: a row of the outbox for each of some cases that lag behind, those never told first. One step at a
 * time: a step that was given up and goes on all the same makes the next one wait.
 */
export async function tellCases(sql: Sql, rolloutId: string): Promise<ToldCases> {
  await sql('SELECT FROM rollouts WHERE id = $1 FOR UPDATE', [rolloutId]);
  const [counted] = await sql<ToldCases>(step, [rolloutId, casesAtOnce]);
  return counted ?? { told: 0, lagging: 0 };
}

const step = `
  WITH lagging AS (
    SELECT memory.case_kind, memory.case_id, rollout.command, told.told_at, told.times_told
    FROM rollouts rollout JOIN case_memory memory ON ${lagsBehind}
    LEFT JOIN rollout_cases told ON told.rollout_id = rollout.id AND told.case_kind = memory.case_kind AND told.case_id = memory.case_id
    WHERE rollout.id = $1 AND ${isWanted}
  ), chosen AS (
    SELECT * FROM lagging
    WHERE told_at IS NULL OR (told_at < now() - ${toldAgainAfter}
      -- What is still on its way need not be said again.
      AND NOT EXISTS (SELECT FROM outbox WHERE outbox.case_kind = lagging.case_kind AND outbox.case_id = lagging.case_id AND sent_at IS NULL))
    ORDER BY told_at NULLS FIRST, case_kind, case_id LIMIT $2
  ), marked AS (
    INSERT INTO rollout_cases (rollout_id, case_kind, case_id) SELECT $1, case_kind, case_id FROM chosen
    ON CONFLICT ON CONSTRAINT rollout_cases_pk DO UPDATE SET told_at = now(), times_told = rollout_cases.times_told + 1
  ), sent AS (
    INSERT INTO outbox (kind, case_kind, case_id, payload) SELECT 'signalCase', case_kind, case_id, command FROM chosen
    RETURNING id
  )
  SELECT (SELECT count(*) FROM sent) AS told, (SELECT count(*) FROM lagging) AS lagging`;
