import {
  recentEvents,
  type AnyCaseState,
  type CaseReference,
  type PastEvent,
  type RuleId,
  type StoredCase,
} from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/** A run remembers so many decided commands; an older one is caught by its outcome. */
const rememberedCommands = 200;

/** Inside one snapshot: state, sequence and decided commands are those of one moment. */
export async function loadCase(sql: Sql, reference: CaseReference): Promise<StoredCase<AnyCaseState> | null> {
  const [memory] = await sql<{ sequence: number; last_at: Date; state: AnyCaseState }>(
    'SELECT sequence, last_at, state FROM case_memory WHERE case_kind = $1 AND case_id = $2',
    [reference.caseKind, reference.caseId],
  );
  if (memory === undefined) return null;
  return {
    state: memory.state,
    sequence: memory.sequence,
    lastAt: memory.last_at.getTime(),
    decidedCommandIds: await decidedCommandIds(sql, reference),
    recent: await recent(sql, reference),
  };
}

/** Oldest first, of the newest. */
async function decidedCommandIds(sql: Sql, { caseKind, caseId }: CaseReference): Promise<readonly string[]> {
  const rows = await sql<{ id: string }>(
    `SELECT id FROM (
       SELECT command_id AS id, at FROM case_events WHERE case_kind = $1 AND case_id = $2 AND command_id IS NOT NULL
       UNION SELECT id, decided_at FROM commands WHERE case_kind = $1 AND case_id = $2 AND outcome IS NOT NULL
     ) AS decided ORDER BY at DESC, id LIMIT $3`,
    [caseKind, caseId, rememberedCommands],
  );
  return rows.map(({ id }) => id).reverse();
}

async function recent(sql: Sql, { caseKind, caseId }: CaseReference): Promise<readonly PastEvent[]> {
  const rows = await sql<{ event: string; at: Date; rule: RuleId }>(
    'SELECT event, at, rule FROM case_events WHERE case_kind = $1 AND case_id = $2 ORDER BY sequence DESC LIMIT $3',
    [caseKind, caseId, recentEvents],
  );
  return rows.map(({ event, at, rule }) => ({ event, at: at.getTime(), rule })).reverse();
}
