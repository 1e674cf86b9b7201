import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createClamd } from './clamd.js';
import { scriptedClamd, type ClamdScript } from './scripted-clamd.fixture.js';

describe('the scanner', () => {
  let folder: string;
  let path: string;
  const content = Buffer.alloc(300_000, 'ă');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clamd-'));
    path = join(folder, 'content');
    await writeFile(path, content);
  });
  afterAll(async () => rm(folder, { recursive: true }));

  async function verdictOf(script: ClamdScript, timeoutMs = 5000): Promise<string | null> {
    const clamd = await scriptedClamd(script);
    try {
      return await createClamd(clamd.address, timeoutMs)(path);
    } finally {
      await clamd.close();
    }
  }

  it('gets every byte, and finds nothing', async () => {
    const clamd = await scriptedClamd({ says: 'stream: OK' });

    const verdict = await createClamd(clamd.address)(path);
    await clamd.close();

    expect(verdict).toBeNull();
    expect(clamd.received).toEqual([content]);
  });

  it('is reached by a socket in the file system, too', async () => {
    const clamd = await scriptedClamd({ says: 'stream: OK' }, join(folder, 'clamd.sock'));

    const verdict = await createClamd(clamd.address)(path);
    await clamd.close();

    expect(verdict).toBeNull();
  });

  it('names what it finds', async () => {
    expect(await verdictOf({ says: 'stream: Eicar-Test-Signature FOUND' })).toBe('Eicar-Test-Signature');
  });

  it.each<[string, ClamdScript]>([
    ['hangs up without a word', 'hangsUp'],
    ['says that it is too much', { says: 'INSTREAM size limit exceeded. ERROR' }],
    ['hangs up in the middle, since it is too much', { hangsUpAfterBytes: 100_000 }],
    ['says something else', { says: 'stream: maybe' }],
    ['says nothing in an answer', { says: '' }],
    ['does not end its answer', { says: 'x'.repeat(10_000) }],
  ])('gives no verdict when it %s', async (_, script) => {
    await expect(verdictOf(script)).rejects.toMatchObject({ message: expect.stringMatching(/./) });
  });

  it('gives no verdict when it says nothing in time', async () => {
    await expect(verdictOf('staysSilent', 200)).rejects.toMatchObject({ name: expect.stringMatching(/Abort|Timeout/) });
  });

  it('gives no verdict when it is away', async () => {
    const clamd = await scriptedClamd({ says: 'stream: OK' });
    await clamd.close();

    await expect(createClamd(clamd.address)(path)).rejects.toThrow('ECONNREFUSED');
  });
});
