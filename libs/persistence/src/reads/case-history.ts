import type { CaseReference } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import type { HistoryRow } from './case-reads.js';

type EventRow = Omit<HistoryRow, 'at' | 'recordedAt'> & { readonly at: Date; readonly recorded_at: Date };

/** Everything that has happened to a case, with who wanted it and the words that came with it. */
export async function history(sql: Sql, { caseKind, caseId }: CaseReference): Promise<readonly HistoryRow[]> {
  const rows = await sql<EventRow>(
    `SELECT event.sequence, event.event, event.at, event.rule, event.facts, event.command_id AS "commandId", event.recorded_at,
       CASE WHEN actor.id IS NOT NULL THEN jsonb_build_object('id', actor.id, 'username', actor.username) END AS actor, command.words
     FROM case_events event
     LEFT JOIN accounts actor ON actor.id = event.actor_id
     LEFT JOIN commands command ON command.id = event.command_id
     WHERE event.case_kind = $1 AND event.case_id = $2 ORDER BY event.sequence`,
    [caseKind, caseId],
  );
  return rows.map(({ recorded_at: recordedAt, ...row }) => ({
    ...row,
    at: row.at.getTime(),
    recordedAt: recordedAt.getTime(),
  }));
}
