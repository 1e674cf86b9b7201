import pg from 'pg';

import { ensureRole } from '../setup/roles.js';

/** The role of the Temporal server and the two databases that it owns; it may enter no other one. */
export const temporalStore = { role: 'temporal', databases: ['temporal', 'temporal_visibility'] } as const;

/**
 * The Temporal server has its own role with this password and its own, perhaps still empty databases; nobody else may
 * connect to them. Repeatable; a new password takes effect with the next connection.
 */
export async function createTemporalDatabases(adminUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await ensureRole(client, temporalStore.role, password);
    for (const database of temporalStore.databases) await ensureOwnedDatabase(client, database);
  } finally {
    await client.end();
  }
}

async function ensureOwnedDatabase(client: pg.Client, database: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${database} OWNER ${temporalStore.role}`);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
}
