import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { verify } from 'argon2';

import { repositoryRoot } from '../local/paths.js';
import { freePort } from '../local/ports.js';
import { connectedClient, ensureDatabase, startPostgres, type RunningPostgres } from '../local/postgres.js';
import { setUp, type SetUpOptions, type SetUpStep } from './set-up.js';

jest.setTimeout(60_000);

describe('setUp', () => {
  let folder = '';
  let postgres: RunningPostgres;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dialogue-set-up-'));
    postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port: await freePort(), isDurable: false });
  });

  afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function anInstallation(name: string, password = 'correct horse'): Promise<SetUpOptions> {
    await ensureDatabase(postgres.url, name);
    const adminUrl = postgres.url.replace(/[^/]*$/, name);
    const passwords = { api: 'a', worker: 'w' };
    const firstAccount = { username: 'admin', password };
    return { adminUrl, passwords, firstAccount, dataFolder: join(repositoryRoot, 'data') };
  }

  async function storedHash(adminUrl: string): Promise<string> {
    const client = await connectedClient(adminUrl);
    const { rows } = await client.query<{ hash: string }>(
      "SELECT password_hash AS hash FROM accounts WHERE username = 'admin'",
    );
    await client.end();
    return rows[0]?.hash ?? '';
  }

  it('makes an empty database ready, with a first account whose password is an argon2id hash', async () => {
    const options = await anInstallation('empty');
    const steps: SetUpStep[] = [];

    const result = await setUp({ ...options, onStep: (step) => void steps.push(step) });

    expect(result.isAccountNew).toBe(true);
    expect(result.migrations.length).toBeGreaterThan(0);
    expect(steps).toEqual(['roles', 'migrations', 'reference_data', 'first_account']);
    const stored = await storedHash(options.adminUrl);
    expect(stored).toMatch(/^\$argon2id\$/);
    expect(await verify(stored, 'correct horse')).toBe(true);
  });

  it('changes nothing when repeated, least of all the password of the first account', async () => {
    const options = await anInstallation('repeated');
    await setUp(options);
    const before = await storedHash(options.adminUrl);

    const result = await setUp(await anInstallation('repeated', 'another password'));

    expect(result).toEqual({ migrations: [], isAccountNew: false, calendar: 'known' });
    expect(await storedHash(options.adminUrl)).toBe(before);
  });
});
