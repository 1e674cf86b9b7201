import type { CaseReference } from '@dialogue/domain';

import { masked } from '../links/link-sql.js';
import type { Sql } from '../sql/sql.js';
import type { HistoryPage, HistoryRequest, HistoryRow } from './case-reads.js';

type EventRow = Omit<HistoryRow, 'at' | 'recordedAt'> & { readonly at: Date; readonly recorded_at: Date };

/** What an event was made by: through the door with the words that came with it, or the system's own news. */
export const eventTables = `
  case_events event
  LEFT JOIN accounts actor ON actor.id = event.actor_id
  LEFT JOIN organisations actor_body ON actor_body.code = actor.organisation_code
  LEFT JOIN commands command ON command.id = event.command_id
  LEFT JOIN outbox news ON news.command_id = event.command_id`;

export const eventColumns = `
  event.sequence, event.event, event.at, event.rule, COALESCE(command.kind, news.payload ->> 'kind') AS command,
  CASE WHEN actor.id IS NOT NULL THEN jsonb_build_object('id', actor.id, 'username', actor.username, 'role', actor.role,
    'organisation', CASE WHEN actor_body.code IS NOT NULL
      THEN jsonb_build_object('code', actor_body.code, 'name', actor_body.name) END) END AS actor,
  CASE WHEN command.link_id IS NOT NULL THEN (
    SELECT jsonb_build_object('organisation', jsonb_build_object('code', body.code, 'name', body.name),
      'letterKind', letter.kind, 'maskedAddress', ${masked('delivery.address')})
    FROM case_links link JOIN organisations body ON body.code = link.organisation_code
    JOIN mail_deliveries delivery ON delivery.id = link.delivery_id JOIN letters letter ON letter.id = delivery.letter_id
    WHERE link.id = command.link_id) END AS link`;

/** D11.1d: what the person signs in a petition's course names the person, who stays under the seal. */
export const shownWords = `
  CASE WHEN command.case_kind = 'petition' AND command.kind IN ('withdraw', 'changeRepresentative', 'liftProtection')
    THEN command.words #- '{evidence,signatory}' ELSE command.words END AS words`;

/** A page of what has happened to a case, with who wanted it and the words that came with it. */
export async function history(
  sql: Sql,
  { caseKind, caseId }: CaseReference,
  { limit, order, after }: HistoryRequest,
): Promise<HistoryPage> {
  const [comparison, direction] = order === 'oldest' ? ['>', 'ASC'] : ['<', 'DESC'];
  const rows = await sql<EventRow>(
    `SELECT ${eventColumns}, event.facts, event.command_id AS "commandId", event.recorded_at, ${shownWords}
     FROM ${eventTables}
     WHERE event.case_kind = $1 AND event.case_id = $2 AND ($3::integer IS NULL OR event.sequence ${comparison} $3)
     ORDER BY event.sequence ${direction} LIMIT $4`,
    [caseKind, caseId, after ?? null, limit + 1],
  );
  const shown = rows.slice(0, limit).map(toHistory);
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.sequence ?? null) : null };
}

function toHistory({ recorded_at: recordedAt, ...row }: EventRow): HistoryRow {
  return { ...row, at: row.at.getTime(), recordedAt: recordedAt.getTime() };
}
