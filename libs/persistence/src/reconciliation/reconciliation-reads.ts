import type { Instant, ReconcilingAction, ReconciliationFinding } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';
import { beginReconciliation } from './begin-reconciliation.js';
import type { ReconciledReference } from './should-run.js';

/** Something that was amiss, and what was done about it. */
export interface StoredFinding extends ReconciledReference {
  readonly finding: ReconciliationFinding;
  readonly action: ReconcilingAction;
  readonly needsPerson: boolean;
  readonly foundAt: Instant;
}

/** One reconciliation, with what it found. */
export interface StoredReconciliation {
  readonly id: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly isGivenUp: boolean;
  readonly isByHand: boolean;
  /** Workflows that it has gone through; 0 until it is over. */
  readonly looked: number;
  readonly found: number;
  readonly forPeople: number;
}

/** What people see of reconciliations, and how they ask for one. */
export interface ReconciliationReads {
  /** The newest first. */
  reconciliations(limit: number): Promise<readonly StoredReconciliation[]>;
  reconciliation(id: string): Promise<StoredReconciliation | null>;
  /** What a person must see first, then by kind and id, behind so many. */
  findings(id: string, page: { readonly from: number; readonly limit: number }): Promise<readonly StoredFinding[]>;
  /** Begins one, unless one is under way: then the id is that of the other. */
  request(id: string, accountId: string): Promise<string>;
}

/** Over the connections of the API's role. */
export function createReconciliationReads(dataSource: DataSource): ReconciliationReads {
  const sql = sqlOf(dataSource);
  return {
    reconciliations: async (limit) => list(sql, `ORDER BY started_at DESC, id LIMIT $1`, limit),
    reconciliation: async (id) => (await list(sql, 'WHERE id = $1', id))[0] ?? null,
    findings: async (id, page) => findings(sql, id, page),
    request: async (id, accountId) => inTransaction(dataSource, async (tx) => request(tx, id, accountId)),
  };
}

/** The relay starts its workflow. */
async function request(sql: Sql, id: string, accountId: string): Promise<string> {
  const begun = await beginReconciliation(sql, id, accountId);
  if (begun?.isNew !== true) return begun?.id ?? id;
  await sql(
    `INSERT INTO outbox (kind, case_kind, case_id, payload) VALUES ('startReconciliation', 'reconciliation', $1, '{}')`,
    [id],
  );
  return id;
}

interface ReconciliationRow {
  readonly id: string;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly is_given_up: boolean;
  readonly is_by_hand: boolean;
  readonly looked: number;
  readonly found: number;
  readonly for_people: number;
}

async function list(sql: Sql, which: string, parameter: unknown): Promise<readonly StoredReconciliation[]> {
  const rows = await sql<ReconciliationRow>(
    `SELECT id, started_at, finished_at, is_given_up, requested_by IS NOT NULL AS is_by_hand, looked,
       (SELECT count(*) FROM reconciliation_findings WHERE reconciliation_id = reconciliation.id) AS found,
       (SELECT count(*) FROM reconciliation_findings WHERE reconciliation_id = reconciliation.id AND needs_person) AS for_people
     FROM reconciliations reconciliation ${which}`,
    [parameter],
  );
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.started_at.getTime(),
    finishedAt: row.finished_at?.getTime() ?? null,
    isGivenUp: row.is_given_up,
    isByHand: row.is_by_hand,
    looked: row.looked,
    found: row.found,
    forPeople: row.for_people,
  }));
}

interface FindingRow extends Omit<StoredFinding, 'foundAt'> {
  readonly foundAt: Date;
}

async function findings(
  sql: Sql,
  id: string,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<readonly StoredFinding[]> {
  const rows = await sql<FindingRow>(
    `SELECT kind, id, finding, action, needs_person AS "needsPerson", found_at AS "foundAt"
     FROM reconciliation_findings WHERE reconciliation_id = $1
     ORDER BY needs_person DESC, kind, id OFFSET $2 LIMIT $3`,
    [id, from, limit],
  );
  return rows.map(({ foundAt, ...row }) => ({ ...row, foundAt: foundAt.getTime() }));
}
