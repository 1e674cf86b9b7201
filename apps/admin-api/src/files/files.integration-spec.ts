import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { binary, openPetitionFiles, pdf, petitioner, type PetitionFiles } from './petition-files.fixture.js';

describe('files on their way in, and the cases that they belong to', () => {
  let on: PetitionFiles;

  beforeAll(async () => {
    on = await openPetitionFiles();
  });
  afterAll(async () => on.api.close());

  it('come in by their content, and are named by what they are', async () => {
    const { status, body, text } = await on.upload(on.clerk, '../Quyết định.PDF');

    expect(status).toBe(201);
    expect(JSON.parse(text)).toMatchObject({
      id: body.id,
      name: 'Quyết định.pdf',
      contentType: 'application/pdf',
      bytes: pdf.length,
    });
  });

  it.each([
    ['thu.exe', pdf, 422, 'file.type_refused'],
    ['thu.docx', pdf, 422, 'file.content_mismatch'],
    ['trang.pdf', Buffer.from(`<script>1</script>${pdf.toString()}`), 422, 'file.content_mismatch'],
    ['thu.pdf', Buffer.alloc(20 * 1024 * 1024 + 1, pdf), 413, 'file.too_large'],
    ['', pdf, 422, 'file.name_unusable'],
  ])('%j is refused', async (name, content, status, code) => {
    const answer = await on.upload(on.clerk, name, content);

    expect(answer).toMatchObject({
      status,
      body: { code, message: expect.stringMatching(/\S/) },
      headers: { connection: 'close' },
    });
  });

  it('are asked for their name, and taken nowhere else', async () => {
    const file = { type: binary, content: pdf };

    expect(await on.api.post('/v1/files', { token: on.clerk, file })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'X-File-Name' }] },
    });
    expect(
      await on.api.post('/v1/files', { token: on.clerk, file, headers: { 'x-file-name': '%E0%A4%A' } }),
    ).toMatchObject({ status: 400 });
    expect(await on.api.post('/v1/petitions', { token: on.clerk, file })).toMatchObject({ status: 415 });
    expect(await on.api.post('/v1/files', { token: on.clerk, body: {} })).toMatchObject({ status: 415 });
    expect(await on.api.post('/v1/files', { file, headers: { 'x-file-name': 'a.pdf' } })).toMatchObject({
      status: 401,
    });
  });

  it('belong to one case, whatever another asks for', async () => {
    const file = await on.uploaded(on.clerk);
    const [one, other] = [await on.petitionWith([file]), await on.petitionWith([])];

    expect(await on.fileOf(other, file, on.clerk)).toMatchObject({ status: 404, body: { code: 'file.not_found' } });
    expect(await on.assigned(other, [file])).toMatchObject({ status: 422, body: { code: 'file.not_attachable' } });
    expect(await on.fileOf(one, file, on.clerk)).toMatchObject({ status: 200 });
  });

  it('are those of who sent them', async () => {
    const file = await on.uploaded(on.agency);
    const id = await on.petitionWith([]);

    expect(await on.assigned(id, [file])).toMatchObject({ status: 422, body: { code: 'file.not_attachable' } });
  });

  it('are not there while no case has accepted them', async () => {
    const file = await on.uploaded(on.clerk);
    const { body } = await on.api.post('/v1/petitions', { token: on.clerk, body: { ...petitioner, files: [file] } });

    expect(await on.fileOf(body.petition.id, file, on.clerk)).toMatchObject({ status: 404 });
  });

  it('D4.1: are not taken with what is a state secret', async () => {
    const file = await on.uploaded(on.clerk);
    const stub = {
      number: '12-BC/M',
      keeper: 'Văn thư',
      category: 'cadre',
      source: 'outsideConference',
      organisation: 'SL-UBND',
    };
    const { body } = await on.api.post('/v1/petitions/stubs', { token: on.clerk, body: stub });
    await on.recorded.petitionIs(body.petition.id, 'accepted');

    expect(await on.assigned(body.petition.id, [file])).toMatchObject({
      status: 422,
      body: { code: 'file.of_secret' },
    });
  });

  it('are ten at most in one act, each once', async () => {
    const file = await on.uploaded(on.clerk);
    const many = Array.from({ length: 11 }, () => '0190a7f4-2222-7abc-8def-0123456789ab');

    expect(
      await on.api.post('/v1/petitions', { token: on.clerk, body: { ...petitioner, files: [file, file] } }),
    ).toMatchObject({ status: 400 });
    expect(await on.api.post('/v1/petitions', { token: on.clerk, body: { ...petitioner, files: many } })).toMatchObject(
      {
        status: 400,
      },
    );
  });
});
