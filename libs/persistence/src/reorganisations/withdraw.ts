import type { LocalDate } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { oneImportAtATime } from '../imports/one-import.js';
import { inTransaction, type Sql } from '../sql/sql.js';

/** Withdrawn, or why not: there is none, it was before, its day has come, or something refers to what it made. */
export type Withdrawn = 'withdrawn' | 'unknown' | 'withdrawnBefore' | 'dayCome' | 'inUse';

interface Withdrawal {
  readonly id: string;
  readonly accountId: string;
  readonly today: LocalDate;
}

export async function withdraw(dataSource: DataSource, withdrawal: Withdrawal): Promise<Withdrawn> {
  try {
    return await inTransaction(dataSource, (sql) => takeBack(sql, withdrawal));
  } catch (error) {
    if (isReferredTo(error)) return 'inUse';
    throw error;
  }
}

async function takeBack(sql: Sql, { id, accountId, today }: Withdrawal): Promise<Withdrawn> {
  await oneImportAtATime(sql);
  const [found] = await sql<{ effectiveOn: LocalDate; isWithdrawn: boolean }>(
    `SELECT effective_on AS "effectiveOn", withdrawn_at IS NOT NULL AS "isWithdrawn" FROM reorganisations WHERE id = $1`,
    [id],
  );
  if (found === undefined) return 'unknown';
  if (found.isWithdrawn) return 'withdrawnBefore';
  if (found.effectiveOn <= today) return 'dayCome';
  await sql('SELECT take_back_reorganisation($1, $2)', [id, accountId]);
  return 'withdrawn';
}

/** What is to go is named by something else, or a body would be left with other successors than those that end with it. */
function isReferredTo(error: unknown): boolean {
  return error instanceof Error && 'code' in error && refusals.has(error.code);
}

/** A foreign key's, and that of the main successor, which is looked at when the transaction ends. */
const refusals: ReadonlySet<unknown> = new Set(['23503', '23000']);
