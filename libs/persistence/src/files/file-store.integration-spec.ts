import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';

import { createAccounts } from '../accounts/accounts.js';
import { submitPetition } from '../register.fixture.js';
import { createClamd } from './clamd.js';
import type { FileRefused } from './file-refused.js';
import { aPdf, aPng, aProgram } from './file-samples.fixture.js';
import { mostFileBytes } from './file-store.js';
import { mostFilesPerLink } from './room.js';
import { scriptedClamd } from './scripted-clamd.fixture.js';
import { mostFilesUnderWay } from './under-way.js';
import { aFreshPdf, openStore, type TestStore } from './stored-files.fixture.js';

describe('the store of files', () => {
  let opened: TestStore;

  beforeAll(async () => {
    opened = await openStore();
  });
  afterAll(async () => opened.close());

  it('gives back what it was given', async () => {
    const { id } = await opened.put(aPdf, '../Quyết định.PDF');

    const read = await opened.store().open(id);

    expect(read).toMatchObject({
      name: 'Quyết định.pdf',
      contentType: 'application/pdf',
      bytes: aPdf.length,
      scannedAt: null,
    });
    expect(await buffer(read!.stream)).toEqual(aPdf);
    expect(await opened.store().open(randomUUID())).toBeNull();
  });

  it('keeps the same content once, under its hash, for nobody else to read', async () => {
    const content = aFreshPdf();
    const [one, other] = await Promise.all([opened.put(content, 'a.pdf'), opened.put(content, 'b.pdf')]);

    const path = join(opened.folder, one.sha256.slice(0, 2), one.sha256);
    expect(other.sha256).toBe(one.sha256);
    expect(other.id).not.toBe(one.id);
    expect(await readFile(path)).toEqual(content);
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect(await opened.incoming()).toEqual([]);
  });

  it('takes only so many by one link, however many come at once', async () => {
    const uploadedBy = { link: await opened.link() };
    const put = async () => opened.store().put(Readable.from([aPdf]), { name: 'a.pdf', uploadedBy });

    const outcomes = await Promise.allSettled(Array.from({ length: mostFilesPerLink + 3 }, put));

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(mostFilesPerLink);
    await expect(put()).rejects.toMatchObject({ code: 'file.too_many' });
    expect(await opened.put(aPdf)).toMatchObject({ bytes: aPdf.length });
  });

  it('lets one account leave only so much lying, however much comes at once; what a command names is not counted', async () => {
    const uploadedBy = { account: await anotherAccount(opened.register.admin) };
    const store = opened.store({ mostUnnamedBytes: 3 * aPdf.length });
    const put = async () => store.put(Readable.from([aPdf]), { name: 'a.pdf', uploadedBy });

    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, put));

    const taken = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(taken).toHaveLength(3);
    await expect(put()).rejects.toMatchObject({ code: 'file.no_room' });
    await opened.naming(taken[0]!, await submitPetition(opened.register.api), { of: uploadedBy });
    expect(await put()).toMatchObject({ bytes: aPdf.length });
    await expect(put()).rejects.toMatchObject({ code: 'file.no_room' });
    expect(await opened.put(aPdf)).toMatchObject({ bytes: aPdf.length });
  });

  it('takes only so many of one account at once, and the next as soon as one has ended', async () => {
    const uploadedBy = { account: opened.account };
    const store = opened.store();
    const others = Array.from({ length: mostFilesUnderWay - 1 }, () => new Readable({ read: () => undefined }));
    let breaking = new Readable();
    const reading = new Promise<void>((resolve) => (breaking = new Readable({ read: () => resolve() })));
    const held = [breaking, ...others];
    const taken = held.map(async (each) => store.put(each, { name: 'a.pdf', uploadedBy }));

    await expect(opened.put(aPdf, 'a.pdf', store)).rejects.toMatchObject({ code: 'file.no_room' });

    await reading;
    breaking.destroy(new Error('The connection is gone'));
    await expect(taken[0]).rejects.toThrow('is gone');
    expect(await opened.put(aPdf, 'a.pdf', store)).toMatchObject({ bytes: aPdf.length });
    for (const each of others) {
      each.push(aPdf);
      each.push(null);
    }
    expect(await Promise.all(taken.slice(1))).toHaveLength(mostFilesUnderWay - 1);
    expect(await opened.incoming()).toEqual([]);
  });

  it('cuts off what is too large while it comes', async () => {
    let given = 0;
    const endless = Readable.from(piecesWithoutEnd(() => (given += 1)));

    const taken = opened.store().put(endless, { name: 'a.pdf', uploadedBy: { account: opened.account } });

    await expect(taken).rejects.toMatchObject({ code: 'file.too_large' } satisfies Partial<FileRefused>);
    expect(given).toBeLessThanOrEqual(mostFileBytes / 1024 / 1024 + 1);
    expect(await opened.incoming()).toEqual([]);
  });

  it('keeps nothing of a stream that breaks off', async () => {
    const breaking = new Readable({
      read() {
        this.push(aPdf);
        this.destroy(new Error('The connection is gone'));
      },
    });

    await expect(
      opened.store().put(breaking, { name: 'a.pdf', uploadedBy: { account: opened.account } }),
    ).rejects.toThrow('is gone');
    expect(await opened.incoming()).toEqual([]);
  });

  it('keeps nothing that is not what its name says', async () => {
    await expect(opened.put(aProgram, 'a.pdf')).rejects.toMatchObject({ code: 'file.content_mismatch' });
    await expect(opened.put(aPng, 'a.exe')).rejects.toMatchObject({ code: 'file.type_refused' });
    expect(await opened.incoming()).toEqual([]);
  });

  it('refuses what the scanner finds something in, and says so without the name', async () => {
    const clamd = await scriptedClamd({ says: 'stream: Eicar FOUND' });
    opened.notes.length = 0;

    await expect(
      opened.put(aPdf, 'ten-rieng.pdf', opened.store({ scan: createClamd(clamd.address) })),
    ).rejects.toMatchObject({
      code: 'file.infected',
    });
    await clamd.close();

    expect(JSON.stringify(opened.notes)).toContain('Eicar');
    expect(JSON.stringify(opened.notes)).not.toContain('ten-rieng');
    expect(await opened.incoming()).toEqual([]);
  });

  it('refuses everything while the scanner is away', async () => {
    const clamd = await scriptedClamd({ says: 'stream: OK' });
    const store = opened.store({ scan: createClamd(clamd.address) });
    const scanned = await opened.put(aPdf, 'a.pdf', store);
    await clamd.close();

    await expect(opened.put(aPdf, 'a.pdf', store)).rejects.toMatchObject({ code: 'file.not_scanned' });
    expect(scanned.scannedAt).toBeGreaterThan(0);
  });
});

function* piecesWithoutEnd(count: () => void): Generator<Buffer> {
  yield aPdf;
  for (;;) {
    count();
    yield Buffer.alloc(1024 * 1024);
  }
}

async function anotherAccount(admin: DataSource): Promise<string> {
  const account = { username: randomUUID(), passwordHash: 'hash', role: 'admin' as const, organisationCode: null };
  return (await createAccounts(admin).create(account))!.id;
}
