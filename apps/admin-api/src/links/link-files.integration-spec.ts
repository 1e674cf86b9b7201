import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCommand } from '@dialogue/testing/builders';

import { startApi, type RunningApi } from '../running-api.fixture.js';
import { aBrowser, aLinkedPetition, type Browser, type LinkedPetition, type SeenPage } from './links.fixture.js';

let api: RunningApi;
let addresses = 0;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
const answer = {
  ...{ answer: 'measure', 'document.number': '87/STC', 'document.signedOn': '2026-03-10', text: 'Đã bố trí kinh phí.' },
  buoc: 'xem-lai',
};

async function opened(petition: LinkedPetition): Promise<Browser> {
  addresses += 1;
  const reader = aBrowser(api, `10.8.0.${String(addresses)}`);
  await reader.get(`/l/${await petition.link()}`);
  return reader;
}

async function withFile(reader: Browser, content: Buffer, name: string): Promise<SeenPage> {
  const form = await reader.get('/viec/tra-loi');
  return reader.submit(form, { 'tep-moi': new File([content], name), ...answer });
}

describe('files that come by a link', () => {
  it('D11.1c: are kept, looked over, and named by the command of the answer', async () => {
    const petition = await aLinkedPetition(api);
    const reader = await opened(petition);

    const overlook = await withFile(reader, pdf, 'Văn bản trả lời.pdf');
    expect(overlook.status).toBe(200);
    expect(overlook.html).toContain('<dt>Tệp đính kèm</dt><dd>Văn bản trả lời.pdf</dd>');
    expect((await reader.submit(overlook, { buoc: 'gui' })).status).toBe(202);

    const named = await api.sql(
      `SELECT file.name, file.case_id, named.is_for_agency FROM command_files named JOIN files file ON file.id = named.file_id
       JOIN commands command ON command.id = named.command_id WHERE command.case_id = $1 AND command.link_id IS NOT NULL`,
      [petition.id],
    );
    expect(named).toEqual([{ name: 'Văn bản trả lời.pdf', case_id: petition.id, is_for_agency: true }]);
    await petition.close();
  });

  it('of a kind that is not taken are refused in a sentence, and what was typed stays', async () => {
    const petition = await aLinkedPetition(api);
    const reader = await opened(petition);

    // Larger than what a store reads before it says no: the rest of the form comes behind it all the same.
    const page = await withFile(reader, Buffer.alloc(3_000_000, 'MZ'), 'chuong-trinh.pdf');

    expect(page.status).toBe(422);
    expect(page.html).toContain('<h2>Chưa gửi được</h2>');
    expect(page.html).toContain('chuong-trinh.pdf');
    expect(page.html).toContain('Đã bố trí kinh phí.');
    await petition.close();
  });

  it('need not be sent again when something else was wrong, and are left out when they are not ticked', async () => {
    const petition = await aLinkedPetition(api);
    const reader = await opened(petition);
    const form = await reader.get('/viec/tra-loi');
    const incomplete = { ...answer, text: '' };

    const again = await reader.submit(form, { 'tep-moi': new File([pdf], 'mot.pdf'), ...incomplete });
    expect(again.status).toBe(422);
    const [, id = ''] = /name="tep" value="([^"]+)" checked/.exec(again.html) ?? [];

    expect((await reader.submit(again, { ...answer, tep: id })).html).toContain('<dd>mot.pdf</dd>');
    expect((await reader.submit(again, answer)).html).not.toContain('mot.pdf');
    await petition.close();
  });

  it("of another link are nobody's but its own", async () => {
    const [mine, theirs] = [await aLinkedPetition(api), await aLinkedPetition(api)];
    const [me, them] = [await opened(mine), await opened(theirs)];
    const overlook = await withFile(them, pdf, 'cua-ho.pdf');
    const [, id = ''] = /name="tep" value="([^"]+)"/.exec(overlook.html) ?? [];
    expect(id).not.toBe('');

    const page = await me.submit(await me.get('/viec/tra-loi'), { ...answer, tep: id });

    expect(page.status).toBe(200);
    expect(page.html).not.toContain('cua-ho.pdf');
    await Promise.all([mine.close(), theirs.close()]);
  });
});

describe('the files of a case', () => {
  it('D11.1b, D11.1d: what agencies may read is listed and saved, and nothing else, nor of another case', async () => {
    const petition = await aLinkedPetition(api);
    const reader = await opened(petition);
    await reader.submit(await withFile(reader, pdf, 'tra-loi.pdf'), { buoc: 'gui' });
    const [command] = await api.sql<{ id: string; file: string }>(
      `SELECT command.id, named.file_id AS file FROM commands command JOIN command_files named ON named.command_id = command.id
       WHERE command.case_id = $1`,
      [petition.id],
    );
    await petition.recordBy(aCommand('answer'), '2026-03-20', command!.id);
    await petition.record(aCommand('sendBackAnswer'), '2026-03-23');

    const next = aBrowser(api, '10.8.1.1');
    const page = await next.get(`/l/${await petition.link('answerSentBack')}`);
    expect(page.html).toContain(`<a href="/viec/tep/${command!.file}">tra-loi.pdf</a> (1 KB)`);
    const file = await next.get(`/viec/tep/${command!.file}`);
    expect(file.html).toBe(pdf.toString());
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringContaining('attachment; filename="tra-loi.pdf"'),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });

    await api.sql('UPDATE command_files SET is_for_agency = false WHERE command_id = $1', [command!.id]);
    expect((await next.get('/viec')).html).not.toContain('tra-loi.pdf');
    expect((await next.get(`/viec/tep/${command!.file}`)).status).toBe(404);
    await petition.close();
  });
});
