import type { CaseKind, CaseOfKind, Instant, LocalDate } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { sqlOf, type Sql } from '../sql/sql.js';
import { isOpen, isWanted, lagsBehind } from './lagging.js';

/** Where a page of open cases ends. */
export interface OpenCasePlace {
  readonly caseKind: CaseKind;
  readonly caseId: string;
}

/** How far a rollout has come. */
export interface RolloutStatus {
  readonly id: string;
  readonly dueOn: LocalDate;
  readonly requestedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  /** Cases that were told, and cases that have not acted on it yet. */
  readonly told: number;
  readonly lagging: number;
  readonly letters: number;
}

/** What people see of open cases and of what is rolled out to them. */
export interface RolloutReads {
  /** Open cases with their states, by kind and id, behind a place. */
  openCases(after: OpenCasePlace | null, limit: number): Promise<readonly CaseOfKind[]>;
  rolloutStatus(rolloutId: string): Promise<RolloutStatus | null>;
}

export function createRolloutReads(dataSource: DataSource): RolloutReads {
  const sql = sqlOf(dataSource);
  return {
    openCases: async (after, limit) => openCases(sql, after, limit),
    rolloutStatus: async (rolloutId) => rolloutStatus(sql, rolloutId),
  };
}

async function openCases(sql: Sql, after: OpenCasePlace | null, limit: number): Promise<readonly CaseOfKind[]> {
  return sql<CaseOfKind>(
    `SELECT case_kind AS "caseKind", case_id AS "caseId", state FROM case_memory memory
     WHERE ${isOpen} AND ($1::text IS NULL OR (case_kind, case_id) > ($1, $2)) ORDER BY case_kind, case_id LIMIT $3`,
    [after?.caseKind ?? null, after?.caseId ?? null, limit],
  );
}

interface StatusRow {
  readonly id: string;
  readonly due_on: LocalDate;
  readonly requested_at: Date;
  readonly finished_at: Date | null;
  readonly withdrawn_at: Date | null;
  readonly told: number;
  readonly lagging: number;
  readonly letters: number;
}

async function rolloutStatus(sql: Sql, rolloutId: string): Promise<RolloutStatus | null> {
  const [row] = await sql<StatusRow>(
    `SELECT id, due_on, requested_at, finished_at, withdrawn_at,
       (SELECT count(*) FROM rollout_cases WHERE rollout_id = rollout.id) AS told,
       (SELECT count(*) FROM case_memory memory WHERE ${isWanted} AND ${lagsBehind}) AS lagging,
       (SELECT count(*) FROM letters WHERE case_kind = 'rollout' AND case_id = rollout.id) AS letters
     FROM rollouts rollout WHERE id = $1`,
    [rolloutId],
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    dueOn: row.due_on,
    requestedAt: row.requested_at.getTime(),
    finishedAt: row.finished_at?.getTime() ?? null,
    withdrawnAt: row.withdrawn_at?.getTime() ?? null,
    told: row.told,
    lagging: row.lagging,
    letters: row.letters,
  };
}
