import { remedies, type ReconciliationFinding } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';
import { beginReconciliation } from './begin-reconciliation.js';
import { known, shouldRun, type ReconciledReference, type ReconciledUnit, type ShouldRun } from './should-run.js';
import { tellAnew, tellOfRollouts } from './tell-anew.js';

/** Something that was amiss. */
export interface FoundUnit extends ReconciledReference {
  readonly finding: ReconciliationFinding;
}

/** What the worker does to compare the register with what runs; every write may be repeated. */
export interface Reconciliations {
  /** False: another one is under way, or this one is over. */
  begin(id: string): Promise<boolean>;
  /** What should run, by workflow id behind another; fewer than the limit: there is no more. */
  shouldRun(what: ShouldRun, after: string | null, limit: number): Promise<readonly ReconciledUnit[]>;
  /** As the register knows these; what it does not know is left out. */
  known(references: readonly ReconciledReference[]): Promise<readonly ReconciledUnit[]>;
  /** The findings, and whatever waits for those that are told anew. False: this one is not under way. */
  record(id: string, found: readonly FoundUnit[]): Promise<boolean>;
  /** How many of its findings a person has to look at. */
  finish(id: string, looked: number): Promise<number>;
}

/** Over the connections of the worker's role. */
export function createReconciliations(dataSource: DataSource): Reconciliations {
  const sql = sqlOf(dataSource);
  return {
    begin: async (id) => inTransaction(dataSource, async (tx) => (await beginReconciliation(tx, id, null))?.id === id),
    shouldRun: async (what, after, limit) => shouldRun(sql, what, { after, limit }),
    known: async (references) => known(sql, references),
    record: async (id, found) => inTransaction(dataSource, async (tx) => record(tx, id, found)),
    finish: async (id, looked) => finish(sql, id, looked),
  };
}

async function record(sql: Sql, id: string, found: readonly FoundUnit[]): Promise<boolean> {
  const touched = await sql(
    'UPDATE reconciliations SET touched_at = now() WHERE id = $1 AND finished_at IS NULL RETURNING id',
    [id],
  );
  if (touched.length === 0) return false;
  for (const { kind, id: unitId, finding } of found) {
    const { action, needsPerson } = remedies[finding];
    await sql(
      `INSERT INTO reconciliation_findings (reconciliation_id, kind, id, finding, action, needs_person)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ON CONSTRAINT reconciliation_findings_pk DO NOTHING`,
      [id, kind, unitId, finding, action, needsPerson],
    );
  }
  await tellAnew(sql, withAction(found, ['started', 'restarted', 'resent']));
  await tellOfRollouts(sql, withAction(found, ['told']));
  return true;
}

function withAction(found: readonly FoundUnit[], actions: readonly string[]): readonly FoundUnit[] {
  return found.filter(({ finding }) => actions.includes(remedies[finding].action));
}

async function finish(sql: Sql, id: string, looked: number): Promise<number> {
  await sql('UPDATE reconciliations SET finished_at = now(), looked = $2 WHERE id = $1 AND finished_at IS NULL', [
    id,
    looked,
  ]);
  const [counted] = await sql<{ people: number }>(
    'SELECT count(*) AS people FROM reconciliation_findings WHERE reconciliation_id = $1 AND needs_person',
    [id],
  );
  return counted?.people ?? 0;
}
