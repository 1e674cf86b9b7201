import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { acquireLock } from './lock.js';
import { LocalProblem } from './local-problem.js';
import { processIdentity } from './process-identity.js';
import { useTemporaryFolder } from './temporary-folder.fixture.js';

describe('acquireLock', () => {
  const folder = useTemporaryFolder();

  it('refuses a folder that a living process holds, and names the process', async () => {
    const file = join(folder.path, 'lock');
    await acquireLock(file);

    await expect(acquireLock(file)).rejects.toMatchObject({
      problem: { code: 'folder.in_use', folder: folder.path, pid: process.pid },
    });
  });

  it('is free again after its release', async () => {
    const file = join(folder.path, 'lock');
    await (await acquireLock(file)).release();

    expect(await readdir(folder.path)).toEqual([]);
    await acquireLock(file);
  });

  it.each([
    ['a process that has ended', JSON.stringify({ pid: 2 ** 22 + 1, identity: 'long ago' })],
    ['a later process with the same number', JSON.stringify({ pid: process.pid, identity: 'another start' })],
    ['a write that was broken off', '{"pid":'],
  ])('is taken over from %s', async (_holder, text) => {
    const file = join(folder.path, 'lock');
    await writeFile(file, text);

    await acquireLock(file);

    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      pid: process.pid,
      identity: await processIdentity(process.pid),
    });
    expect(await readdir(folder.path)).toEqual(['lock']);
  });

  it('goes to exactly one of many who start at once over a stale one', async () => {
    const file = join(folder.path, 'lock');
    await writeFile(file, JSON.stringify({ pid: 2 ** 22 + 1, identity: 'long ago' }));

    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => acquireLock(file)));

    const refusals = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }): unknown => reason);
    expect(refusals).toHaveLength(19);
    expect(refusals.every((reason) => reason instanceof LocalProblem)).toBe(true);
  });
});
