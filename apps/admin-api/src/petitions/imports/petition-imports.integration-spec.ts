import { createHash, randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource, createImportSteps } from '@dialogue/persistence';

import { startApi, type Answer, type RunningApi } from '../../running-api.fixture.js';
import { petitionImportPreviewResponse, petitionImportResponse } from './petition-import.response-schemas.js';
import { petitionColumns } from './petition-columns.vi.js';

const canary = 'Canary Lò Thị Mốc';
const url = '/v1/petitions/imports';

let api: RunningApi;
let clerk: string;
let worker: ReturnType<typeof createDataSource>;

beforeAll(async () => {
  api = await startApi();
  clerk = await api.loginAs('clerk', 'SL-UBND');
  worker = await createDataSource({ url: api.database.workerUrl, poolSize: 2 }).initialize();
});
afterAll(async () => {
  await worker.destroy();
  await api.close();
});

type Cells = Readonly<Record<string, string>>;

/** A row as a clerk writes it; what it says is its own. */
function aRow(changes: Cells = {}): Cells {
  return {
    ...Object.fromEntries(petitionColumns.map(({ heading, example }) => [heading, example])),
    ...{ 'Số của cơ quan': '', 'Nội dung': `Đường hỏng ${randomUUID()}.`, 'Họ và tên': canary, ...changes },
  };
}

function aFile(rows: readonly Cells[], delimiter = ','): string {
  const headings = petitionColumns.map(({ heading }) => heading);
  const lines = rows.map((row) => headings.map((heading) => `"${(row[heading] ?? '').replaceAll('"', '""')}"`));
  return `\uFEFF${[headings, ...lines].map((cells) => cells.join(delimiter)).join('\r\n')}\r\n`;
}

function send(path: string, content: string, token = clerk): Promise<Answer> {
  return api.post(`${url}${path}`, { token, file: { type: 'text/csv', content } });
}

interface PreviewBody {
  readonly rows: { readonly registers: number };
  readonly faults: readonly { readonly line: number; readonly column: string | null; readonly message: string }[];
}

async function preview(content: string): Promise<PreviewBody> {
  const { status, body } = await send('/preview', content);
  expect([status, petitionImportPreviewResponse.safeParse(body).error]).toEqual([200, undefined]);
  return body as unknown as PreviewBody;
}

/** Seen first, then confirmed. */
async function imported(content: string): Promise<Answer['body']> {
  const { rows } = await preview(content);
  const { status, body } = await send(`?registers=${String(rows.registers)}`, content);
  expect([status, petitionImportResponse.safeParse(body).error]).toEqual([201, undefined]);
  return body;
}

/** As the worker does, as often as rows wait. */
async function registerAll(id: string): Promise<void> {
  const steps = createImportSteps(worker);
  while (((await steps.registerRows(id))?.registeredNow ?? 0) > 0);
}

async function written(): Promise<object> {
  const [counts] = await api.sql<object>(
    `SELECT (SELECT count(*) FROM petition_imports) AS imports, (SELECT count(*) FROM petition_import_rows) AS rows,
      (SELECT count(*) FROM petition_submissions) AS petitions, (SELECT count(*) FROM outbox) AS outbox`,
  );
  return counts ?? {};
}

describe('the preview of a file', () => {
  it('counts what it would register, and writes nothing', async () => {
    const before = await written();

    const seen = await preview(aFile([aRow(), aRow(), aRow({ 'Tiêu đề': '' })]));

    expect(seen).toMatchObject({
      office: { code: 'SL-UBND' },
      importedAs: null,
      rows: { read: 3, registers: 2, refused: 1, duplicate: 0 },
      furtherFaults: 0,
    });
    expect(await written()).toEqual(before);
  });

  it('D11.1d: names the file by no hash from which somebody could guess a name in it', async () => {
    const content = aFile([aRow()]);
    const read = content.slice(1);

    const { contentHash } = (await preview(content)) as unknown as { readonly contentHash: string };

    for (const guess of [content, read])
      expect(contentHash).not.toBe(createHash('sha256').update(guess, 'utf8').digest('hex'));
  });

  it('names each wrong cell by line and column, in the words of the schema of one petition', async () => {
    const rows = [
      aRow({ 'Họ và tên': '', 'Đối tượng': 'Ai đó' }),
      aRow({ 'Ngày nhận': '31/02/2026' }),
      aRow({ 'Ngày nhận': '01/01/2099', 'Thư điện tử': 'không có' }),
      aRow({ 'Cơ quan được gửi đến': 'SL-KHONG-CO' }),
      aRow({ 'Cơ quan được gửi đến': 'BNV' }),
    ];

    const { faults } = await preview(aFile(rows));

    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [2, 'Đối tượng'],
      [2, 'Họ và tên'],
      [3, 'Ngày nhận'],
      [4, 'Ngày nhận'],
      [4, 'Thư điện tử'],
      [5, 'Cơ quan được gửi đến'],
      [6, 'Cơ quan được gửi đến'],
    ]);
    expect(faults[0]?.message).toContain('Người dân');
    expect(faults[2]?.message).toContain('23/11/2026');
  });

  it('refuses rows beyond the scope of the account, as one petition is', async () => {
    const other = await api.loginAs('clerk', 'SL-STC');

    const { body } = await send('/preview', aFile([aRow()]), other);

    expect(body).toMatchObject({ rows: { registers: 0, refused: 1 }, faults: [{ line: 2, column: null }] });
  });

  it('lists two hundred faults, and says how many more there are', async () => {
    const rows = Array.from({ length: 230 }, () => aRow({ 'Tiêu đề': '' }));

    const seen = await preview(aFile(rows));

    expect(seen.faults).toHaveLength(200);
    expect(seen).toMatchObject({ furtherFaults: 30, rows: { refused: 230 } });
  });

  it.each([
    ['semicolons', ';'],
    ['commas', ','],
  ])('reads cells between %s', async (_what, delimiter) => {
    expect((await preview(aFile([aRow({ 'Tiêu đề': 'Đường, cầu; cống' })], delimiter))).rows.registers).toBe(1);
  });

  it('shows a row that says the same as a petition that is there', async () => {
    const said = { title: 'Đề nghị sửa cầu', content: `Cầu hỏng ${randomUUID()}.` };
    const body = { ...said, source: 'outsideConference', category: 'resident', organisation: 'SL-UBND' };
    await api.post('/v1/petitions', { token: clerk, body: { ...body, petitioner: { name: 'Người khác' } } });

    const seen = await preview(aFile([aRow(), aRow({ 'Tiêu đề': said.title, 'Nội dung': said.content })]));

    expect(seen).toMatchObject({
      rows: { registers: 2 },
      likelyDuplicates: [{ line: 3, petition: { number: expect.stringMatching(/^KN-/) } }],
    });
  });

  it.each([
    ['no table', '"Họ và tên', 422, 'import.refused'],
    ['a table without a column', 'Họ và tên,Tiêu đề\nA,B\n', 422, 'import.refused'],
    ['a table without a row', aFile([]), 422, 'import.refused'],
    ['too many rows', aFile(Array.from({ length: 10_001 }, () => ({ 'Họ và tên': 'A' }))), 422, 'import.refused'],
    ['more than sixteen megabytes', 'x'.repeat(16 * 1024 * 1024 + 1), 413, 'request.too_large'],
  ])('is refused as %s', async (_what, content, status, code) => {
    expect(await send('/preview', content)).toMatchObject({ status, body: { code } });
  });

  it('asks an account of no office for which one it is', async () => {
    const admin = await api.loginAs('admin');

    const without = await send('/preview', aFile([aRow()]), admin);
    const withOne = await send('/preview?office=SL-UBND', aFile([aRow()]), admin);
    const outside = await send('/preview?office=SL-TU', aFile([aRow()]));

    expect(without).toMatchObject({ status: 400, body: { fields: [{ path: 'office' }] } });
    expect(withOne.status).toBe(200);
    expect(outside).toMatchObject({ status: 403, body: { code: 'auth.out_of_scope' } });
  });
});

describe('an import', () => {
  it('registers its rows, with the rules and the seal of one petition', async () => {
    const rows = [aRow({ Nguồn: 'sau ngày chốt danh sách', 'Số của cơ quan': randomUUID() }), aRow()];
    const { id } = await imported(aFile(rows));
    await registerAll(id);

    const { body } = await api.get(`${url}/${id}/rows?state=registered`, { token: clerk });
    const petitionId = String((body.items as unknown as readonly { petition: { id: string } }[])[0]?.petition.id);
    const petition = await api.get(`/v1/petitions/${petitionId}`, { token: clerk });
    const identity = await api.get(`/v1/petitions/${petitionId}/identity`, { token: clerk });

    expect(body.items).toHaveLength(2);
    expect((await api.get(`${url}/${id}/rows?cursor=99999999999`, { token: clerk })).status).toBe(400);
    expect(petition.body).toMatchObject({
      ...{ source: 'late', isWrittenAnswerRequired: true, receivedOn: '2026-11-23', isReachableByMail: true },
      leadOffice: { code: 'SL-VPUBND' },
    });
    expect(identity.body).toMatchObject({ name: canary, address: 'Bản Mòng, xã Chiềng Mung' });
    expect((await api.get(`${url}/${id}`, { token: clerk })).body).toMatchObject({
      ...{ state: 'running', rows: { read: 2, registered: 2, running: 0, waiting: 0 } },
      workflow: { id: `import/${id}`, taskQueue: 'report' },
    });
  });

  it('D11.1d: keeps people sealed, in what is written and in the log, also those of rows that are refused', async () => {
    await imported(aFile([aRow(), aRow({ 'Đối tượng': canary })]));

    const [found] = await api.sql<{ plain: boolean }>(
      `SELECT EXISTS (SELECT FROM petition_import_rows r WHERE r::text LIKE '%' || $1 || '%'
          OR position(convert_to($1, 'UTF8') IN sealed_cells) > 0 OR position(convert_to($1, 'UTF8') IN sealed_identity) > 0)
        OR EXISTS (SELECT FROM petition_imports i WHERE i::text LIKE '%' || $1 || '%')
        OR EXISTS (SELECT FROM outbox o WHERE o::text LIKE '%' || $1 || '%') AS plain`,
      [canary],
    );
    expect(found?.plain).toBe(false);
    expect(api.lines.join('')).not.toContain(canary);
  });

  it('is the same when the same file is confirmed again, also by somebody else of the office', async () => {
    const content = aFile([aRow(), aRow()]);
    const first = await imported(content);
    await registerAll(first.id);
    const before = await written();
    const colleague = await api.loginAs('clerk', 'SL-UBND');

    const again = await send('?registers=2', content);
    const byColleague = await send('?registers=2', content, colleague);

    expect([again.status, again.body.id, byColleague.body.id]).toEqual([201, first.id, first.id]);
    expect(await written()).toEqual(before);
    expect(await preview(content)).toMatchObject({ importedAs: first.id, rows: { registers: 0, duplicate: 2 } });
  });

  it('is made once by two clicks at the same time', async () => {
    const content = aFile([aRow(), aRow()]);

    const both = await Promise.all([send('?registers=2', content), send('?registers=2', content)]);

    expect(both[0].body.id).toBe(both[1].body.id);
  });

  it('is refused when it registers another number of rows than its preview said', async () => {
    const before = await written();

    const { status, body } = await send('?registers=3', aFile([aRow(), aRow()]));

    expect([status, body.code, body.fields[0]?.path]).toEqual([409, 'import.preview_outdated', 'registers']);
    expect(await written()).toEqual(before);
  });

  it('takes a row once, in one file and in the next, by its number or by what it says', async () => {
    const [numbered, unnumbered] = [aRow({ 'Số của cơ quan': `${randomUUID()} /KN` }), aRow()];
    const shouted = { ...unnumbered, 'Họ và tên': canary.toUpperCase(), 'Điện thoại': '0912345678' };
    const first = await imported(aFile([numbered, numbered, unnumbered]));
    await registerAll(first.id);
    const second = aFile([aRow(), { ...numbered, 'Ngày nhận': '22/11/2026' }, shouted]);

    const seen = await preview(second);
    const { id } = await imported(second);

    expect((await api.get(`${url}/${first.id}`, { token: clerk })).body).toMatchObject({
      rows: { read: 3, registered: 2, duplicate: 1 },
    });
    expect(seen).toMatchObject({ rows: { registers: 1, duplicate: 2 }, duplicateLines: [3, 4] });
    await registerAll(id);
    const { body } = await api.get(`${url}/${id}/rows?state=duplicate`, { token: clerk });
    expect(body.items).toEqual([
      expect.objectContaining({ line: 3, petition: expect.objectContaining({ number: expect.any(String) }) }),
      expect.objectContaining({ line: 4 }),
    ]);
  });

  it('refuses a number that another petition has', async () => {
    const number = randomUUID();
    await imported(aFile([aRow({ 'Số của cơ quan': number })]));

    const { faults } = await preview(aFile([aRow({ 'Số của cơ quan': number })]));

    expect(faults).toEqual([expect.objectContaining({ line: 2, column: 'Số của cơ quan' })]);
  });

  it('D11.1d: gives refused rows back as a file, writes down to whom, and takes them when they are mended', async () => {
    const rows = [aRow(), aRow({ 'Đối tượng': 'Ai đó', 'Họ và tên': 'Lò Văn "Sai"' })];
    const { id } = await imported(aFile(rows));

    const refused = await api.get(`${url}/${id}/refused.csv`, { token: clerk });
    const mended = refused.text.replace('Ai đó', 'Người dân');

    expect(refused.headers['content-type']).toContain('text/csv');
    expect(refused.text).toContain('"Lò Văn ""Sai"""');
    expect(refused.text).toContain('Đối tượng: Phải là một trong các giá trị');
    expect(await api.sql('SELECT purpose, petition_id FROM access_log WHERE import_id = $1', [id])).toEqual([
      { purpose: 'mend', petition_id: null },
    ]);
    expect((await preview(mended)).rows).toMatchObject({ read: 1, registers: 1 });
  });

  it('is stopped before its rows are registered, once', async () => {
    const { id } = await imported(aFile([aRow()]));

    const stopped = await api.post(`${url}/${id}/cancel`, { token: clerk });
    const again = await api.post(`${url}/${id}/cancel`, { token: clerk });

    expect(stopped).toMatchObject({ status: 200, body: { state: 'cancelled', rows: { cancelled: 1, waiting: 0 } } });
    expect([again.status, again.body.code]).toEqual([409, 'import.cancelled']);
  });

  it('is seen by those who watch the office, and by nobody else', async () => {
    const { id } = await imported(aFile([aRow()]));
    const [monitor, other] = [await api.loginAs('monitor', 'SL-UBND'), await api.loginAs('auditor', 'SL-STC')];
    const seenBy = async (token: string): Promise<number> => (await api.get(`${url}/${id}`, { token })).status;

    expect([await seenBy(monitor), await seenBy(other)]).toEqual([200, 404]);
    expect((await api.get(url, { token: monitor })).body.items[0]?.id).toBe(id);
    expect((await api.get(url, { token: other })).body.items).toEqual([]);
    expect((await api.get(`${url}/${id}/refused.csv`, { token: monitor })).status).toBe(403);
    expect((await send('/preview', aFile([aRow()]), monitor)).status).toBe(403);
  });
});

describe('the template', () => {
  it('is a file that can be imported', async () => {
    const template = await api.get(`${url}/template.csv`, { token: clerk });

    expect(template.text).toContain('Họ và tên');
    expect((await preview(template.text)).rows).toMatchObject({ read: 1, registers: 1 });
  });
});
