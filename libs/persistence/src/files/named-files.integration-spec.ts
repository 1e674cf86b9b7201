import { randomUUID } from 'node:crypto';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createDoor } from '../door/door.js';
import { aCommandOf, submitPetition } from '../register.fixture.js';
import { aFreshPdf, openStore, type TestStore } from './stored-files.fixture.js';

describe('files and the cases that they belong to', () => {
  let opened: TestStore;

  beforeAll(async () => {
    opened = await openStore();
  });
  afterAll(async () => opened.close());

  function tomorrow(): Date {
    return new Date(Date.now() + 86_400_000);
  }

  it('gives a file to one case only', async () => {
    const [one, other] = [await submitPetition(opened.register.api), await submitPetition(opened.register.api)];
    const file = await opened.put(aFreshPdf());
    await opened.naming(file, one);

    await expect(opened.naming(file, other)).rejects.toMatchObject({ code: 'file.not_attachable' });
    await expect(opened.naming(file, one)).resolves.toBeDefined();
  });

  it('gives nobody a file that somebody else has sent, unless the case has it and the office names it', async () => {
    const caseId = await submitPetition(opened.register.api);
    const [loose, filed] = [await opened.put(aFreshPdf()), await opened.put(aFreshPdf())];
    await opened.naming(filed, caseId);
    const of = { account: randomUUID() };

    await expect(opened.naming(loose, caseId, { of })).rejects.toMatchObject({ code: 'file.not_attachable' });
    await expect(opened.naming(filed, caseId, { of })).rejects.toMatchObject({ code: 'file.not_attachable' });
    await expect(opened.naming(loose, caseId, { of, isOfCaseToo: true })).rejects.toMatchObject({
      code: 'file.not_attachable',
    });
    await expect(opened.naming(filed, caseId, { of, isOfCaseToo: true })).resolves.toBeDefined();
  });

  it('writes no command whose files are not there', async () => {
    const caseId = await submitPetition(opened.register.api);
    const files = { ids: [randomUUID()], isForAgency: false, of: { account: opened.account }, isOfCaseToo: true };
    const command = aCommandOf(caseId);

    await expect(createDoor(opened.register.api).arrive(command, undefined, { files })).rejects.toThrow(
      'file.not_attachable',
    );

    expect(await createDoor(opened.register.api).commandById(command.id)).toBeNull();
  });

  it('removes what no command names after its day, and the content with the last file that has it', async () => {
    const caseId = await submitPetition(opened.register.api);
    const content = aFreshPdf();
    const [loose, named, alone] = [await opened.put(content), await opened.put(content), await opened.put(aFreshPdf())];
    await opened.naming(named, caseId);

    const early = await opened.store().sweep(new Date(Date.now() - 86_400_000));
    const swept = await opened.store().sweep(tomorrow());

    expect(early).toEqual({ files: 0, contents: 0 });
    expect(swept.files).toBeGreaterThanOrEqual(2);
    expect(await opened.store().open(loose.id)).toBeNull();
    expect(await buffer((await opened.store().open(named.id))!.stream)).toEqual(content);
    expect([await opened.isKept(named), await opened.isKept(alone)]).toEqual([true, false]);
  });

  it('removes what only refused commands have named', async () => {
    const caseId = await submitPetition(opened.register.api);
    const file = await opened.put(aFreshPdf());
    const commandId = await opened.naming(file, caseId);
    await opened.register.admin.query(
      `UPDATE commands SET outcome = 'refused', outcome_code = 'petition.transition_refused', outcome_rule = 'D2.1',
         decided_at = now(), recorded_at = now() WHERE id = $1`,
      [commandId],
    );

    await opened.store().sweep(tomorrow());

    expect(await opened.store().open(file.id)).toBeNull();
  });

  it('removes what a dead process has left while it came in', async () => {
    const path = join(opened.folder, 'incoming', randomUUID());
    await writeFile(path, 'half');
    await utimes(path, new Date(0), new Date(0));

    await opened.store().sweep(new Date(Date.now() - 86_400_000));

    expect(await opened.incoming()).toEqual([]);
  });

  it('nobody takes a file from a case again, nor changes what it is', async () => {
    const file = await opened.put(aFreshPdf());
    await opened.naming(file, await submitPetition(opened.register.api));

    await expect(opened.register.api.query('DELETE FROM command_files WHERE file_id = $1', [file.id])).rejects.toThrow(
      'is kept',
    );
    await expect(opened.register.api.query('DELETE FROM files WHERE id = $1', [file.id])).rejects.toThrow(
      'command_files_file_fk',
    );
    await expect(opened.register.api.query(`UPDATE files SET sha256 = ''`)).rejects.toThrow('permission denied');
    await expect(opened.register.worker.query('DELETE FROM files')).rejects.toThrow('permission denied');
  });
});
