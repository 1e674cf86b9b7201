import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { ensureAdminPassword, ensureSecrets, findAdminPassword } from './secrets.js';
import { useTemporaryFolder } from './temporary-folder.fixture.js';

describe('ensureSecrets', () => {
  const folder = useTemporaryFolder();

  it('makes each secret up once and keeps it', async () => {
    const first = await ensureSecrets(folder.path);

    expect(await ensureSecrets(folder.path)).toEqual(first);
    expect(new Set(Object.values(first)).size).toBe(5);
    expect(Buffer.from(first.identityKey, 'base64')).toHaveLength(32);
  });

  it('lets nobody else read them', async () => {
    await ensureSecrets(folder.path);

    const files = await readdir(folder.path);
    const modes = await Promise.all(files.map(async (file) => (await stat(join(folder.path, file))).mode & 0o777));
    expect(modes).toEqual([0o600, 0o600, 0o600, 0o600, 0o600]);
    expect((await stat(folder.path)).mode & 0o777).toBe(0o700);
  });

  it('refuses a secret that was cut short rather than making up another', async () => {
    const file = join(folder.path, 'identity-key');
    await writeFile(file, 'abc');

    await expect(ensureSecrets(folder.path)).rejects.toMatchObject({ problem: { code: 'secret.unusable', file } });
  });
});

describe('ensureAdminPassword', () => {
  const folder = useTemporaryFolder();

  it('makes one up, keeps it, and says that it was kept from then on', async () => {
    const made = await ensureAdminPassword(folder.path, null);

    expect(made.source).toBe('made_up');
    expect(await ensureAdminPassword(folder.path, 'another one')).toEqual({ ...made, source: 'kept' });
  });

  it('does not write down one that was given', async () => {
    await rm(folder.path, { recursive: true });

    const given = await ensureAdminPassword(folder.path, 'from outside');

    expect(given).toMatchObject({ password: 'from outside', source: 'given' });
    await expect(readdir(folder.path)).rejects.toThrow('ENOENT');
  });
});

describe('findAdminPassword', () => {
  const folder = useTemporaryFolder();

  it('neither makes one up nor keeps one from the next who gives it', async () => {
    expect(await findAdminPassword(folder.path, null)).toBeNull();
    expect(await findAdminPassword(folder.path, 'from outside')).toMatchObject({
      password: 'from outside',
      source: 'given',
    });
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('finds the one that was kept', async () => {
    const made = await ensureAdminPassword(folder.path, null);

    expect(await findAdminPassword(folder.path, 'another one')).toEqual({ ...made, source: 'kept' });
  });
});
