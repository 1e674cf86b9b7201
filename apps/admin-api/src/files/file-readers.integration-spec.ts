import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openPetitionFiles, pdf, type PetitionFiles } from './petition-files.fixture.js';

const personal = 'Don-Nguyen-Van-Canary.pdf';

describe('who reads files of petitions', () => {
  let on: PetitionFiles;

  beforeAll(async () => {
    on = await openPetitionFiles();
  });
  afterAll(async () => on.api.close());

  it('D11.1d: what comes with a petition is read by those who may read the person, and leaves its trace', async () => {
    const file = await on.uploaded(on.clerk, personal);
    const id = await on.petitionWith([file]);
    await on.assigned(id, []);

    const read = await on.fileOf(id, file, on.clerk);

    expect(read).toMatchObject({ status: 200, text: pdf.toString() });
    expect(await on.api.sql('SELECT purpose FROM access_log WHERE petition_id = $1', [id])).toEqual([
      { purpose: 'read' },
    ]);
    expect(await on.fileOf(id, file, on.agency)).toMatchObject({ status: 404, body: { code: 'file.not_found' } });
    expect([await on.filesSeenBy(on.clerk, id), await on.filesSeenBy(on.agency, id)]).toEqual([[file], []]);
    expect((await on.api.get(`/v1/petitions/${id}`, { token: on.agency })).text).not.toContain('Canary.pdf');
  });

  it('D11.1b: the agency reads what the office gives it with the assignment, also of the petition itself', async () => {
    const [scan, extract, letter] = [
      await on.uploaded(on.clerk),
      await on.uploaded(on.clerk),
      await on.uploaded(on.clerk, 'Công văn.pdf'),
    ];
    const id = await on.petitionWith([scan, extract]);
    await on.assigned(id, [extract, letter]);

    expect(await on.filesSeenBy(on.agency, id)).toEqual([extract, letter]);
    expect(await on.fileOf(id, letter, on.agency)).toMatchObject({ status: 200 });
    expect(await on.fileOf(id, scan, on.agency)).toMatchObject({ status: 404 });
    expect(await on.api.sql('SELECT FROM access_log WHERE petition_id = $1', [id])).toEqual([]);
  });

  it('D11.1d: of a protected person they are for the host', async () => {
    const file = await on.uploaded(on.clerk, personal);
    const id = await on.petitionWith([file]);
    await on.api.sql(`UPDATE petitions SET protected_by = 'host', flags = '{protected}' WHERE id = $1`, [id]);

    expect(await on.fileOf(id, file, on.clerk)).toMatchObject({ status: 404 });
    expect(await on.fileOf(id, file, on.host)).toMatchObject({ status: 200 });
    expect([await on.filesSeenBy(on.clerk, id), await on.filesSeenBy(on.host, id)]).toEqual([[], [file]]);
  });

  it('are saved, never shown, and never kept on the way', async () => {
    const file = await on.uploaded(on.clerk, 'Quyết định.pdf');
    const id = await on.petitionWith([file]);

    const { headers } = await on.fileOf(id, file, on.clerk);

    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': `attachment; filename="Quyet dinh.pdf"; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  it('have names that stand in no log', () => {
    expect(on.api.lines.join('\n')).not.toContain('Canary');
    expect(on.api.lines.join('\n')).not.toMatch(/Quy.{1,20}nh\.pdf/);
  });
});
