import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';
import { listCountsResponse } from './list-counts.response-schemas.js';
import { aToldPetition, type ToldPetition } from './told-story.fixture.js';

let api: RunningApi;
let admin: string;
let told: ToldPetition;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
  told = await aToldPetition(api);
  for (const title of ['=HYPERLINK("http://x.example")', 'Nước sạch', 'Nước thải'])
    await api.post('/v1/petitions', { token: admin, body: aRegistration(title, 'SL-SYT') });
});
afterAll(() => api.close());

function aRegistration(title: string, organisation: string): object {
  return {
    ...{ title, content: 'Nội dung.', source: 'late', category: 'resident', organisation, receivedOn: '2026-03-02' },
    petitioner: { name: 'Quàng Văn Kín', phone: '0912 345 678' },
  };
}

function get(path: string, token = admin): Promise<Answer> {
  return api.get(path, { token });
}

describe('the list of petitions', () => {
  it.each([
    ['stage=inProgress', 1],
    ['stage=inProgress,submitted', 4],
    ['stage=inProgress&stage=submitted', 4],
    ['organisation=SL-UBND', 4],
    ['host=SL-UBND', 1],
    ['host=SL-SYT', 3],
    ['agency=SL-STC', 1],
    ['agency=SL-STC,SL-SYT', 1],
    ['agency=SL-SYT', 0],
    ['field=economy,publicOrder', 1],
    ['field=publicOrder', 0],
    ['flag=overdue', 1],
    ['flag=overdue,breached', 1],
    ['flag=overdue,mailTrouble', 0],
    ['dueFrom=2026-03-26&dueTo=2026-03-26', 1],
    ['dueTo=2026-03-25', 0],
    ['dueFrom=2026-03-27', 0],
    ['receivedFrom=2026-03-03', 0],
    ['source=late', 3],
    ['hostPost=committeeChair', 0],
    ['text=nuoc', 3],
    [`text=${encodeURIComponent('NƯỚC SẠCH')}`, 1],
    [`text=${encodeURIComponent('ngập sau mỗi')}`, 1],
    [`text=${encodeURIComponent('Quàng Văn Kín')}`, 0],
    ['text=0912', 0],
    ['text=nuoc&stage=inProgress', 1],
  ])('finds by %s', async (query, count) => {
    const [{ status, body }, counts] = await Promise.all([
      get(`/v1/petitions?${query}`),
      get(`/v1/petitions/counts?${query}`),
    ]);

    expect([status, body.items.length]).toEqual([200, count]);
    expect(listCountsResponse.parse(counts.body)).toMatchObject({ total: count });
  });

  it.each([
    ['stage=nowhere', 'stage', 'submitted, received'],
    ['stage=', 'stage', 'submitted, received'],
    ['flag=overdue,red', 'flag', 'overdue, breached'],
    ['agency=stc', 'agency', 'Mã cơ quan'],
    ['field=Economy!', 'field', 'Mã lĩnh vực'],
    ['dueFrom=2026-04-02&dueTo=2026-04-01', 'dueTo', 'Ngày cuối không được trước ngày đầu.'],
    ['receivedFrom=2026-04-02&receivedTo=2026-04-01', 'receivedTo', 'Ngày cuối'],
    ['dueFrom=2026-02-30', 'dueFrom', 'Ngày phải có trong lịch'],
    ['sort=colour', 'sort', 'newest, oldest, due, number'],
    ['text=', 'text', 'không được để trống'],
    ['limit=0', 'limit', 'nhỏ hơn 1'],
    ['cursor=abc', 'cursor', 'Dấu trang không đúng'],
    ['colour=red', 'colour', 'Mục này không có trong yêu cầu.'],
  ])('says what is wrong with %s', async (query, path, words) => {
    expect(await get(`/v1/petitions?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', fields: [{ path, message: expect.stringContaining(words) }] },
    });
  });

  it('takes the cursor of a page with the same filters and order, and no other', async () => {
    const { body } = await get('/v1/petitions?limit=2&sort=number&stage=submitted');
    const cursor = body.nextCursor ?? '';
    const ask = async (query: string, given: string): Promise<number> =>
      (await get(`/v1/petitions?${query}&cursor=${given}`)).status;
    const changed = `${cursor.slice(0, -2)}${cursor.endsWith('A') ? 'BB' : 'AA'}`;

    expect(await ask('limit=50&sort=number&stage=submitted', cursor)).toBe(200);
    expect(await ask('sort=due&stage=submitted', cursor)).toBe(400);
    expect(await ask('sort=number', cursor)).toBe(400);
    expect(await ask('sort=number&stage=submitted', changed)).toBe(400);
    expect((await get(`/v1/conferences?sort=number&cursor=${cursor}`)).status).toBe(400);
  });

  it.each(['newest', 'oldest', 'due', 'number'])('turns its pages in the order %s', async (sort) => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: Answer = await get(
        `/v1/petitions?limit=1&sort=${sort}${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }

    expect(seen).toEqual((await get(`/v1/petitions?sort=${sort}`)).body.items.map(({ id }) => id));
    expect(new Set(seen).size).toBe(4);
  });

  it('begins with what falls due first, where it is asked to', async () => {
    expect((await get('/v1/petitions?sort=due')).body.items[0]?.id).toBe(told.id);
  });

  it.each([
    ['restricted', 'clerk', 'SL-VPUBND', 1],
    ['restricted', 'agency', 'SL-STC', 0],
    ['protected', 'clerk', 'SL-VPUBND', 0],
    ['protected', 'host', 'SL-UBND', 1],
  ] as const)('D4.1, D11.1d: of a %s petition tells its words to a %s of %s: %s', async (flag, role, of, count) => {
    const token = await api.loginAs(role, of);
    await api.sql('UPDATE petitions SET flags = flags || $2 WHERE id = $1', [told.id, [flag]]);

    const byWords = await get(`/v1/petitions/counts?text=${encodeURIComponent('chợ xã')}`, token);
    const byNumber = await get(`/v1/petitions/counts?text=${told.number}`, token);

    await api.sql('UPDATE petitions SET flags = array_remove(flags, $2) WHERE id = $1', [told.id, flag]);
    expect([byWords.body, byNumber.body]).toMatchObject([{ total: count }, { total: 1 }]);
  });

  it('D11.3: is counted by stage, flag, agency and body, with names, within what the account may see', async () => {
    const all = listCountsResponse.parse((await get('/v1/petitions/counts')).body);
    const agency = await api.loginAs('agency', 'SL-STC');
    const own = listCountsResponse.parse((await get('/v1/petitions/counts', agency)).body);

    expect(all).toMatchObject({ total: 4, overdue: 1, byAgency: [{ code: 'SL-STC', count: 1 }] });
    expect(all.byStage).toContainEqual({ stage: 'submitted', stageName: 'mới gửi', count: 3 });
    expect(all.byStage).toContainEqual({ stage: 'closed', stageName: 'đã kết thúc', count: 0 });
    expect(all.byFlag).toContainEqual({ flag: 'overdue', flagName: 'đang quá hạn', count: 1 });
    expect(all.byOrganisation.map(({ code, count }) => [code, count])).toEqual([
      ['SL-SYT', 3],
      ['SL-UBND', 1],
    ]);
    expect(own).toMatchObject({ total: 1, byOrganisation: [{ code: 'SL-UBND' }] });
  });
});

describe('the table of petitions', () => {
  it('goes out as a table that no spreadsheet program carries out', async () => {
    const { status, text, headers } = await get('/v1/petitions.csv?sort=oldest');

    const [titles, first, second, ...others] = text.split('\r\n');
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(titles).toMatch(/^\uFEFFSố kiến nghị,Tiêu đề,Giai đoạn,/);
    expect(first).toContain(`${told.number},Chợ xã ngập nước,đang xử lý,kinh tế,`);
    expect(first).toContain('26/03/2026');
    expect(second).toContain(`,"'=HYPERLINK(""http://x.example"")",`);
    expect(others).toHaveLength(3);
    expect(text).not.toContain('Kín');
  });

  it('goes out with the same filters, within the same scope', async () => {
    const agency = await api.loginAs('agency', 'SL-STC');

    expect((await get('/v1/petitions.csv?text=nuoc', agency)).text.trim().split('\r\n')).toHaveLength(2);
    expect((await get('/v1/petitions.csv?flag=overdue,mailTrouble')).text.trim().split('\r\n')).toHaveLength(1);
    expect((await get('/v1/petitions.csv?limit=3')).status).toBe(400);
  });

  it.each(['/v1/petitions', '/v1/petitions/counts', '/v1/petitions.csv'])('needs a login at %s', async (path) => {
    expect((await api.get(path)).status).toBe(401);
  });
});

describe.each([
  ['conferences', 'Số hội nghị'],
  ['reports', 'Kỳ báo cáo'],
])('the list of %s', (name, firstTitle) => {
  it('is empty, counted and a table of titles while there is none', async () => {
    expect((await get(`/v1/${name}?sort=due`)).body).toEqual({ items: [], nextCursor: null });
    expect(listCountsResponse.parse((await get(`/v1/${name}/counts`)).body)).toMatchObject({ total: 0, byAgency: [] });
    expect((await get(`/v1/${name}.csv`)).text).toMatch(new RegExp(`^\uFEFF${firstTitle},.*\r\n$`));
  });

  it.each(['stage=nowhere', 'flag=red', 'dueFrom=2026-04-02&dueTo=2026-04-01', 'cursor=abc', 'sort=colour'])(
    'says what is wrong with %s',
    async (query) => {
      expect(await get(`/v1/${name}?${query}`)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    },
  );
});
