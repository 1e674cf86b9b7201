import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { freePort } from '../local/ports.js';
import { connectedClient, databaseUrl, startPostgres, type RunningPostgres } from '../local/postgres.js';
import { createRoles } from '../setup/roles.js';
import { createTemporalDatabases, temporalStore } from './temporal-databases.js';

jest.setTimeout(60_000);

describe('createTemporalDatabases', () => {
  let folder = '';
  let postgres: RunningPostgres;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dialogue-temporal-databases-'));
    postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port: await freePort(), isDurable: false });
    await createTemporalDatabases(postgres.url, 'old');
    await createTemporalDatabases(postgres.url, 'new');
  });

  afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  function urlOf(user: string, password: string, database: string): string {
    return databaseUrl({ user, password, port: postgres.port, database });
  }

  it.each(temporalStore.databases)(
    'lets the role make its tables in %s, and an extension that anybody may',
    async (database) => {
      const client = await connectedClient(urlOf(temporalStore.role, 'new', database));
      await client.query('CREATE TABLE executions (); CREATE EXTENSION btree_gin');
      const { rows } = await client.query("SELECT tableowner FROM pg_tables WHERE tablename = 'executions'");
      await client.end();
      expect(rows).toEqual([{ tableowner: temporalStore.role }]);
    },
  );

  it('takes the new password when repeated, and the old one no longer', async () => {
    const old = connectedClient(urlOf(temporalStore.role, 'old', 'temporal'));

    await expect(old).rejects.toMatchObject({ code: '28P01' });
  });

  it('lets nobody else in', async () => {
    await createRoles(postgres.url, { api: 'a', worker: 'w' });

    await expect(connectedClient(urlOf('dialogue_api', 'a', 'temporal'))).rejects.toMatchObject({ code: '42501' });
    await expect(connectedClient(urlOf(temporalStore.role, 'new', 'postgres'))).rejects.toMatchObject({
      code: '42501',
    });
  });
});
