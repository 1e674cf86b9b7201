import type { CaseReference, Instant } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { isWanted, lagsBehind } from './lagging.js';

/** From when cases hear of it: 00:00 in Vietnam of its day, or when it was asked for. */
const hasBegun = `GREATEST(rollout.requested_at, rollout.due_on::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`;

const ofThisCase = 'memory.case_kind = $1 AND memory.case_id = $2';

/**
 * Inside the transaction by which a case begins, begins again, or passes to another body: it hears of what others were told
 * meanwhile. What it is told besides by the rollout itself changes nothing the second time.
 */
export async function tellWhatWasMissed(sql: Sql, { caseKind, caseId }: CaseReference): Promise<void> {
  await sql(
    `INSERT INTO outbox (kind, case_kind, case_id, payload)
     SELECT 'signalCase', memory.case_kind, memory.case_id, rollout.command
     FROM rollouts rollout JOIN case_memory memory ON ${ofThisCase}
     WHERE ${hasBegun} <= now() AND ${isWanted} AND ${lagsBehind} ORDER BY rollout.requested_at`,
    [caseKind, caseId],
  );
}

/**
 * D11.1c: a change is on its way to a case that was asked for before an instant: what time itself does waits for it, so
 * that no deadline passes that the new calendar has moved. In virtual time the instants cannot be compared.
 */
export async function isRolloutOnItsWay(
  sql: Sql,
  { caseKind, caseId, at }: CaseReference & { readonly at: Instant },
): Promise<boolean> {
  const rows = await sql(
    `SELECT FROM rollouts rollout JOIN case_memory memory ON ${ofThisCase}
     WHERE rollout.finished_at IS NULL AND ${isWanted} AND ${lagsBehind}
       AND ${hasBegun} < $3
       AND NOT EXISTS (SELECT FROM virtual_cases virtual WHERE virtual.case_kind = $1 AND virtual.case_id = $2)
     LIMIT 1`,
    [caseKind, caseId, new Date(at)],
  );
  return rows.length > 0;
}
