import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';

import { freePort } from '../local/ports.js';
import {
  connectedClient,
  databaseUrl,
  ensureDatabase,
  startPostgres,
  type RunningPostgres,
} from '../local/postgres.js';
import { createRoles } from './roles.js';

jest.setTimeout(60_000);

describe('createRoles', () => {
  let folder = '';
  let postgres: RunningPostgres;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dialogue-roles-'));
    postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port: await freePort(), isDurable: false });
  });

  afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function aDatabase(name: string): Promise<string> {
    await ensureDatabase(postgres.url, name);
    return postgres.url.replace(/[^/]*$/, name);
  }

  function urlOf(user: string, password: string, database: string): string {
    return databaseUrl({ user, password, port: postgres.port, database });
  }

  it('lets both roles connect, without any right of an owner', async () => {
    await createRoles(await aDatabase('register'), { api: "it's", worker: 'w' });

    const client = await connectedClient(urlOf('dialogue_api', "it's", 'register'));
    await expect(client.query('CREATE TABLE public.mine ()')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('CREATE ROLE other')).rejects.toMatchObject({ code: '42501' });
    await client.end();
    await (await connectedClient(urlOf('dialogue_worker', 'w', 'register'))).end();
  });

  it('gives new passwords when repeated, and the old ones no longer do', async () => {
    const register = await aDatabase('repeated');
    await createRoles(register, { api: 'old', worker: 'w' });

    await createRoles(register, { api: 'new', worker: 'w' });

    await (await connectedClient(urlOf('dialogue_api', 'new', 'repeated'))).end();
    await expect(connectedClient(urlOf('dialogue_api', 'old', 'repeated'))).rejects.toMatchObject({ code: '28P01' });
  });

  it('leaves no password in the log of the server, not even of a statement that fails', async () => {
    const register = await aDatabase('logged');
    const admin = await connectedClient(register);
    await admin.query(`ALTER SYSTEM SET log_statement = 'all'`);
    await admin.query('SELECT pg_reload_conf()');

    await createRoles(register, { api: 'marker-of-a-password', worker: 'w' });

    await admin.query('ALTER SYSTEM RESET log_statement');
    await admin.query('SELECT pg_reload_conf()');
    await admin.end();
    const log = await readFile(postgres.process.logFile, 'utf8');
    expect(log).toContain('ROLE dialogue_api');
    expect(log).not.toContain('marker-of-a-password');
  });

  it('goes well for several databases of one cluster at once', async () => {
    const registers = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(aDatabase));

    await Promise.all(registers.map((register) => createRoles(register, { api: 'same', worker: 'w' })));

    const client = await connectedClient(urlOf('dialogue_api', 'same', 'f'));
    expect((await client.query('SELECT current_user')).rows).toEqual([{ current_user: 'dialogue_api' }]);
    await client.end();
  });
});
