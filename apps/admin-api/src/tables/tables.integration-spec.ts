import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';

let api: RunningApi;
let admin: string;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
});
afterAll(() => api.close());

function get(url: string): Promise<Answer> {
  return api.get(url, { token: admin });
}

function post(url: string, csv: string): Promise<Answer> {
  return api.post(url, { token: admin, file: asCsv(csv) });
}

const organisationColumns =
  'code,name,kind,level,parent_code,unit_code,lead_office_code,monitor_code,front_code,valid_from,valid_to,ended_by,successors,source';
const postColumns =
  'organisation_code,post_kind,post_title,post_valid_from,post_valid_to,person_id,full_name,email,phone,is_acting,valid_from,valid_to';

function asCsv(content: string): { readonly type: string; readonly content: string } {
  return { type: 'text/csv', content };
}

function aTable(columns: string, ...lines: readonly string[]): string {
  return `${[columns, ...lines].join('\n')}\n`;
}

async function counted(): Promise<unknown> {
  return api.sql(
    `SELECT (SELECT count(*) FROM organisations) AS organisations, (SELECT count(*) FROM organisations WHERE edited_at IS NOT NULL) AS edited,
       (SELECT count(*) FROM organisation_successors) AS successors, (SELECT count(*) FROM people) AS people,
       (SELECT count(*) FROM posts) AS posts, (SELECT count(*) FROM post_holders) AS holdings`,
  );
}

describe('the table of organisations', () => {
  it('comes as a file that spreadsheets open', async () => {
    const { headers, text } = await get('/v1/organisations.csv');

    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="organisations.csv"',
    });
    expect(text.startsWith(`\uFEFF${organisationColumns}\n`)).toBe(true);
    expect(text).toContain('split,03982-20250630 03983 03984,');
  });

  it('taken over as it came out changes nothing, and says so', async () => {
    const before = await counted();
    const { text } = await get('/v1/organisations.csv');

    const answer = await post('/v1/organisations/import', text);

    expect(answer).toMatchObject({
      status: 200,
      body: { dryRun: false, organisations: { created: 0, changed: 0, unchanged: 381 } },
    });
    expect(await counted()).toEqual(before);
  });

  const merged = aTable(
    organisationColumns,
    'SL-A,Sở A,so,province,SL-UBND,14,SL-A,SL-BTGDV,SL-MTTQ,,2026-06-30,merge,SL-C,thử',
    'SL-B,Sở B,so,province,SL-UBND,14,SL-B,SL-BTGDV,SL-MTTQ,,2026-06-30,split,SL-C SL-STC,thử',
    'SL-C,Sở C,so,province,SL-UBND,14,SL-C,SL-BTGDV,SL-MTTQ,2026-07-01,,,,thử',
  );

  it('is counted dry without a trace, then taken over, then known', async () => {
    const before = await counted();
    const dry = await post('/v1/organisations/import?dryRun=true', merged);
    const untouched = await counted();
    const first = await post('/v1/organisations/import', merged);
    const second = await post('/v1/organisations/import', merged);

    const created = { organisations: { created: 3, changed: 0, unchanged: 0 } };
    expect(untouched).toEqual(before);
    expect(dry.body).toMatchObject({ dryRun: true, ...created });
    expect(first.body).toMatchObject({ dryRun: false, ...created });
    expect(second.body).toMatchObject({ organisations: { created: 0, changed: 0, unchanged: 3 } });
    expect((await get('/v1/organisations/SL-B?on=2026-07-01')).body).toMatchObject({
      answeredBy: { code: 'SL-C' },
      successors: [
        { code: 'SL-C', kind: 'split', isMain: true },
        { code: 'SL-STC', isMain: false },
      ],
    });
  });

  it('changes what it says differently', async () => {
    const answer = await post('/v1/organisations/import', merged.replace('Sở C', 'Sở C mới').replace('split', 'merge'));

    expect(answer.body).toMatchObject({ organisations: { created: 0, changed: 2, unchanged: 1 } });
    expect((await get('/v1/organisations/SL-C')).body).toMatchObject({ name: 'Sở C mới' });
  });

  it('with wrong lines is refused with all of them, and nothing is written', async () => {
    const before = await counted();
    const wrong = aTable(
      organisationColumns,
      'SL-D,Sở D,so,province,SL-KHONG-CO,14,,,,,,,,thử',
      'SL-E,Sở E,bo,province,SL-UBND,14,,,,,,,,thử',
      'SL-F,Sở F,so,province,SL-UBND,14,,,,,,,,thử',
      'SL-F,Sở F,so,province,SL-UBND,14,,,,2026-07-01,2026-06-30,,,thử',
    );

    const { status, body } = await post('/v1/organisations/import', wrong);

    expect([status, body.code]).toEqual([422, 'import.refused']);
    expect(body.fields.map(({ path }) => path)).toEqual(['line.3.kind', 'line.5.code', 'line.5.valid_to']);
    expect(body.fields[1]?.message).toBe('Dòng 5: Dòng này bị lặp lại trong bảng.');
    expect(await counted()).toEqual(before);
  });

  it('names what no line and no body is called', async () => {
    const wrong = aTable(organisationColumns, 'SL-D,Sở D,so,province,SL-KHONG-CO,14,,,,,,,,thử');

    expect(await post('/v1/organisations/import', wrong)).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'line.2.parent_code' }] },
    });
  });

  it('lists two hundred wrong places, and says how many more there are', async () => {
    const lines = Array.from({ length: 230 }, (_, place) => `sl-${String(place)},Sở,so,province,14,14,,,,,,,,thử`);

    const { body } = await post('/v1/organisations/import', aTable(organisationColumns, ...lines));

    expect(body.fields).toHaveLength(201);
    expect(body.fields.at(-1)?.message).toContain('30');
  });

  it.each([
    ['no table', '"code', 'line.1'],
    ['a table parted by semicolons', 'code;name\nSL-A;Sở A\n', 'line.1'],
    ['a table without a column', 'code,name\nSL-A,Sở A\n', 'file'],
  ])('is refused when it is %s', async (_what, csv, path) => {
    expect(await post('/v1/organisations/import', csv)).toMatchObject({
      status: 422,
      body: { code: 'import.refused', fields: [{ path }] },
    });
  });

  it.each([
    ['JSON', { body: { code: 'SL-A' } }, '/v1/organisations/import', 415],
    ['nothing', {}, '/v1/organisations/import', 415],
    ['a calendar', { file: { type: 'text/calendar', content: merged } }, '/v1/organisations/import', 415],
    ['a table where none is taken', { file: asCsv(merged) }, '/v1/people', 415],
    ['more than two megabytes', { file: asCsv('x'.repeat(2 * 1024 * 1024 + 1)) }, '/v1/organisations/import', 413],
    ['an unknown option', { file: asCsv(merged) }, '/v1/organisations/import?dry=true', 400],
  ])('is refused as %s', async (_what, ask, url, status) => {
    expect((await api.post(url, { token: admin, ...ask })).status).toBe(status);
  });
});

describe('the table of posts', () => {
  it('taken over as it came out changes nothing, and says so', async () => {
    const before = await counted();
    const { text, headers } = await get('/v1/posts.csv');

    const answer = await post('/v1/posts/import', text);

    expect(headers).toMatchObject({ 'content-disposition': 'attachment; filename="posts.csv"' });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        posts: { created: 0, changed: 0, unchanged: 379 },
        people: { created: 0, changed: 0, unchanged: 377 },
        holdings: { created: 0, changed: 0, unchanged: 379 },
      },
    });
    expect(await counted()).toEqual(before);
  });

  const given = aTable(
    postColumns,
    'SL-SYT,handler,Chuyên viên nhập,,,,Quàng Thị Nhập,nhap@example.com,,,2026-01-01,2026-06-30',
    'SL-SYT,handler,Chuyên viên nhập,,,,Lò Văn Sau,sau@example.com,0212 1,,2026-07-01,',
    'SL-SYT,clerk,Tổng hợp nhập,,,,Quàng Thị Nhập,nhap@example.com,,true,2026-01-01,',
    'SL-SYT,officeHead,Chức vụ trống,2026-01-01,2026-12-31,,,,,,,',
  );

  it('D1: makes posts, people once, and what they hold; a second time nothing', async () => {
    const before = await counted();
    const dry = await post('/v1/posts/import?dryRun=true', given);
    const untouched = await counted();
    const first = await post('/v1/posts/import', given);
    const second = await post('/v1/posts/import', given);

    const created = { posts: { created: 3 }, people: { created: 2 }, holdings: { created: 3 } };
    expect(untouched).toEqual(before);
    expect(dry.body).toMatchObject({ dryRun: true, ...created });
    expect(first.body).toMatchObject({ dryRun: false, ...created });
    expect(second.body).toMatchObject({
      ...{ posts: { created: 0, unchanged: 3 }, people: { created: 0, unchanged: 2 } },
      holdings: { created: 0, changed: 0, unchanged: 3 },
    });
    const { body } = await get('/v1/people?q=quang%20thi%20nhap');
    expect(body.items).toHaveLength(1);
  });

  it('D1: ends a holding and gives the post to the next in one table', async () => {
    const moved = aTable(
      postColumns,
      'SL-SYT,handler,Chuyên viên nhập,,,,Lò Văn Sau,sau@example.com,0212 1,,2026-07-01,2026-09-30',
      'SL-SYT,handler,Chuyên viên nhập,,,,Cầm Thị Mới,moi@example.com,,,2026-10-01,',
    );

    const answer = await post('/v1/posts/import', moved);

    expect(answer.body).toMatchObject({ holdings: { created: 1, changed: 1, unchanged: 0 } });
    const { body } = await get('/v1/organisations/SL-SYT/posts?on=2026-10-01');
    expect(body.items.find(({ title }) => title === 'Chuyên viên nhập')?.holders).toMatchObject([
      { fullName: 'Cầm Thị Mới' },
    ]);
  });

  it('D1: with a second holder on one day is refused with its line, and nothing is written', async () => {
    const before = await counted();
    const wrong = aTable(
      postColumns,
      'SL-SYT,handler,Chuyên viên nhập,,,,Người Thứ Hai,hai@example.com,,,2026-06-30,2026-06-30',
      'SL-KHONG-CO,handler,Chuyên viên,,,,Người Thứ Ba,ba@example.com,,,2026-06-30,',
      'SL-SYT,boss,Chuyên viên,,,,Người Thứ Tư,tu@example.com,,,2026-06-30,',
    );

    const { status, body } = await post('/v1/posts/import', wrong);

    expect(status).toBe(422);
    expect(body.fields.map(({ path }) => path)).toEqual(['line.2.valid_from', 'line.4.post_kind']);
    expect(await counted()).toEqual(before);
  });

  it('CO9: brings nobody into a log', () => {
    expect(api.lines.join('\n')).not.toMatch(/Quàng|nhap@example\.com|Người Thứ/);
  });
});

describe('tables', () => {
  it('are taken from no role but the administrator, and people are given to nobody else either', async () => {
    const token = await api.loginAs('clerk', 'SL-VPUBND');
    const file = asCsv(aTable(postColumns));

    expect((await api.post('/v1/organisations/import', { token, file })).status).toBe(403);
    expect((await api.post('/v1/posts/import', { token, file })).status).toBe(403);
    expect((await api.get('/v1/organisations.csv', { token })).status).toBe(200);
    expect((await api.get('/v1/posts.csv', { token })).status).toBe(403);
  });
});
