import type { DomainErrorCode, RuleId } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import type { DoorKind, DoorReference, Outcome, StoredCommand } from './command.js';

interface CommandRow {
  readonly id: string;
  readonly arrival: number;
  readonly case_kind: DoorKind;
  readonly case_id: string;
  readonly kind: string;
  readonly body_hash: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, unknown>> | null;
  readonly actor_id: string | null;
  readonly link_id: string | null;
  readonly received_at: Date;
  readonly is_virtual: boolean;
  readonly signalled_at: Date | null;
  readonly outcome: 'accepted' | 'refused' | null;
  readonly outcome_code: DomainErrorCode | null;
  readonly outcome_rule: RuleId | null;
  readonly outcome_sequence: number | null;
  readonly decided_at: Date | null;
}

export async function commandById(sql: Sql, id: string): Promise<StoredCommand | null> {
  const [row] = await sql<CommandRow>('SELECT * FROM commands WHERE id = $1', [id]);
  return row === undefined ? null : toCommand(row);
}

/** Commands of one receiver in one of two states, in order of arrival. */
export async function commandsOf(
  sql: Sql,
  { caseKind, caseId }: DoorReference,
  state: 'signalled_at IS NULL' | 'signalled_at IS NOT NULL AND outcome IS NULL',
): Promise<readonly StoredCommand[]> {
  const rows = await sql<CommandRow>(
    `SELECT * FROM commands WHERE case_kind = $1 AND case_id = $2 AND ${state} ORDER BY arrival`,
    [caseKind, caseId],
  );
  return rows.map(toCommand);
}

function toCommand(row: CommandRow): StoredCommand {
  return {
    id: row.id,
    arrival: row.arrival,
    caseKind: row.case_kind,
    caseId: row.case_id,
    kind: row.kind,
    bodyHash: row.body_hash,
    payload: row.payload,
    words: row.words,
    actorId: row.actor_id,
    linkId: row.link_id,
    receivedAt: row.received_at.getTime(),
    isVirtual: row.is_virtual,
    signalledAt: row.signalled_at?.getTime() ?? null,
    outcome: toOutcome(row),
  };
}

function toOutcome({
  outcome,
  outcome_code: code,
  outcome_rule: rule,
  outcome_sequence: sequence,
  decided_at: decidedAt,
}: CommandRow): Outcome | null {
  if (decidedAt === null) return null;
  const at = decidedAt.getTime();
  if (outcome === 'accepted') return { kind: 'accepted', sequence, at };
  return code === null || rule === null ? null : { kind: 'refused', code, rule, at };
}
