import type { DataSource } from 'typeorm';

import { bodyMarkPrefix } from './door/command.js';

/** Two set-ups of one database at once wait for each other. Any number, as long as nobody else uses it. */
const migrationLock = 1_795_478_400;

/** Brings the tables up to this code; the names of the migrations that ran. @throws Error when the database is newer. */
export async function migrate(dataSource: DataSource): Promise<readonly string[]> {
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query('SET statement_timeout = 0');
    await guard.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await refuseNewerDatabase(dataSource);
    const done = await dataSource.runMigrations();
    // D11.1d: an API of before there was a key may have gone on after the migration, and have written plain hashes.
    await guard.query(`UPDATE commands SET body_hash = '' WHERE body_hash <> '' AND NOT starts_with(body_hash, $1)`, [
      bodyMarkPrefix,
    ]);
    return done.map(({ name }) => name);
  } finally {
    await guard
      .query('SELECT pg_advisory_unlock($1)', [migrationLock])
      .finally(() => guard.query('RESET statement_timeout'));
    await guard.release();
  }
}

/** What `migrate` would run; empty when code and tables agree. @throws Error when the database is newer than this code. */
export async function pendingMigrations(dataSource: DataSource): Promise<readonly string[]> {
  const done = await refuseNewerDatabase(dataSource);
  return knownMigrations(dataSource).filter((name) => !done.includes(name));
}

async function refuseNewerDatabase(dataSource: DataSource): Promise<readonly string[]> {
  const done = await executedMigrations(dataSource);
  const known = knownMigrations(dataSource);
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`The database is newer than this program: it knows the migrations ${unknown.join(', ')}`);
  return done;
}

async function executedMigrations(dataSource: DataSource): Promise<readonly string[]> {
  const [table] = await dataSource.query<{ exists: boolean }[]>(
    `SELECT to_regclass('migrations') IS NOT NULL AS "exists"`,
  );
  if (table?.exists !== true) return [];
  const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY timestamp');
  return rows.map(({ name }) => name);
}

function knownMigrations(dataSource: DataSource): readonly string[] {
  return dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name);
}
