import type { Sql } from '../sql/sql.js';

const importLock = 20_261_128;

/** Within a transaction: what was checked is still so when it is written, whoever else imports. */
export async function oneImportAtATime(sql: Sql): Promise<void> {
  await sql('SELECT pg_advisory_xact_lock($1)', [importLock]);
}
