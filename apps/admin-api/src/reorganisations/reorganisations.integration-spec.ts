import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';

const path = '/v1/reorganisations';

let api: RunningApi;
let admin: string;
let petitionId: string;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
  petitionId = await anOpenPetition();
});
afterAll(() => api.close());

function post(to: string, body: object = {}, token = admin): Promise<Answer> {
  return api.post(`${path}${to}`, { token, body });
}

function get(to: string, token = admin): Promise<Answer> {
  return api.get(`${path}${to}`, { token });
}

/** Finance into home affairs, on a day that no test will see. */
function aPlan(overrides: object = {}): object {
  return {
    effectiveOn: '2095-01-01',
    document: { number: '15/NQ-HDND', signedOn: '2026-11-20' },
    reason: 'Theo nghị quyết',
    changes: [{ kind: 'merge', from: ['SL-STC'], into: { code: 'SL-SNV' } }],
    ...overrides,
  };
}

/** In the register as its workflow would have recorded it: finance has it, and leads. */
async function anOpenPetition(): Promise<string> {
  const id = randomUUID();
  const state = {
    ...{ id, number: 'KN-2026-000777', endedAt: null, organisation: 'SL-UBND', leadOffice: 'SL-STC' },
    assignment: { agency: 'SL-STC' },
  };
  await api.sql(
    `INSERT INTO case_memory (case_kind, case_id, sequence, last_at, state) VALUES ('petition', $1, 1, now(), $2)`,
    [id, JSON.stringify(state)],
  );
  return id;
}

describe('the preview of a reorganisation', () => {
  it('D11.3: says which bodies end, which cases pass to whom, and writes nothing', async () => {
    const { status, body } = await post('/preview', aPlan());

    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ effectiveText: 'thứ Bảy, ngày 01/01/2095', problems: [], beginning: [], carriedOver: [] },
      ending: [
        {
          ...{ code: 'SL-STC', kindText: 'sáp nhập', lastOn: '2094-12-31' },
          successors: [{ code: 'SL-SNV', name: 'Sở Nội vụ' }],
        },
      ],
      ...{ casesHandedOver: 1, reportsHandedOver: 0, nextCursor: null },
    });
    const passing = { from: 'SL-STC', to: 'SL-SNV' };
    expect(body.items).toEqual([
      {
        case: { kind: 'petition', id: petitionId, number: 'KN-2026-000777' },
        parts: [
          { part: 'agency', partText: 'cơ quan được giao', ...passing },
          { part: 'leadOffice', partText: 'cơ quan chủ trì tham mưu', ...passing },
        ],
      },
    ]);
    expect((await get('')).body.items).toEqual([]);
  });

  it('D11.3: says what a new body goes on with', async () => {
    const into = { code: 'SL-STCM', name: 'Sở Tài chính mới' };
    const { body } = await post('/preview', aPlan({ changes: [{ kind: 'renaming', from: 'SL-STC', into }] }));

    expect(body).toMatchObject({
      beginning: [{ ...into, kind: 'so', level: 'province', parentCode: 'SL-UBND', goesOnFrom: 'SL-STC' }],
      carriedOver: [{ from: 'SL-STC', to: 'SL-STCM', posts: expect.arrayContaining(['Giám đốc Sở Tài chính']) }],
    });
  });

  it('D11.3: says what is wrong, and where', async () => {
    const changes = [
      { kind: 'merge', from: ['SL-STC', 'SL-KHONG'], into: { code: 'SL-SNV' } },
      { kind: 'abolition', from: 'SL-UBND', into: null },
    ];

    const { status, body } = await post('/preview', aPlan({ effectiveOn: '2026-01-01', changes }));

    expect(status).toBe(200);
    expect(body).toMatchObject({
      problems: [
        { path: 'effectiveOn', message: 'Ngày có hiệu lực phải là hôm nay hoặc một ngày sau hôm nay.' },
        { path: 'changes.0.from.1', code: 'reorganisation.body_unknown' },
        { path: 'changes.1.into', code: 'reorganisation.successor_needed' },
      ],
      items: [],
    });
  });

  it("is the administration's alone", async () => {
    const clerk = await api.loginAs('clerk', 'SL-STC');

    expect((await post('/preview', aPlan(), clerk)).status).toBe(403);
    expect((await post('', { ...aPlan(), casesHandedOver: 1 }, clerk)).status).toBe(403);
    expect((await get('', clerk)).status).toBe(200);
  });
});

describe('a reorganisation', () => {
  it('D11.3: is refused where the preview that was seen is another one, and nothing is written', async () => {
    const refused = await post('', { ...aPlan(), casesHandedOver: 0 });

    expect(refused).toMatchObject({ status: 409, body: { code: 'reorganisation.preview_outdated' } });
    expect(refused.body.fields).toEqual([
      { path: 'casesHandedOver', message: expect.stringContaining('Hiện có 1 hồ sơ') },
    ]);
    expect((await get('')).body.items).toEqual([]);
  });

  it('D11.3: is refused with all that is wrong', async () => {
    const changes = [{ kind: 'merge', from: ['SL-STC'], into: { code: 'SL-STC' } }];
    const refused = await post('', { ...aPlan({ changes }), casesHandedOver: 0 });

    expect(refused).toMatchObject({ status: 422, body: { code: 'reorganisation.wrong' } });
    expect(refused.body.fields).toEqual([
      { path: 'changes.0.into.code', message: 'Các cơ quan, đơn vị kế thừa lẫn nhau thành vòng tròn.' },
    ]);
  });

  it('D11.3: is confirmed once, followed, and taken back before its day', async () => {
    const confirmed = { ...aPlan(), casesHandedOver: 1 };

    const requested = await post('', confirmed);
    const again = await post('', confirmed);

    const { id } = requested.body;
    expect(requested).toMatchObject({
      status: 201,
      body: {
        ...{ status: 'planned', statusText: 'chưa đến ngày có hiệu lực', withdrawnAt: null },
        changes: [{ kindText: 'sáp nhập', predecessor: { code: 'SL-STC' }, successor: { code: 'SL-SNV' } }],
        rollout: {
          ...{ finishedAt: null, casesTold: 0, casesLagging: 1 },
          workflow: { id: `rollout/organisation/${id}`, taskQueue: 'report' },
        },
      },
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'reorganisation.requested_before' } });
    expect((await get(`/${id}`)).body).toEqual(requested.body);
    expect((await get('')).body.items).toMatchObject([{ id, status: 'planned' }]);

    const withdrawn = await post(`/${id}/withdraw`);

    expect(withdrawn).toMatchObject({ status: 200, body: { status: 'withdrawn', rollout: { casesLagging: 0 } } });
    expect((await post(`/${id}/withdraw`)).body.code).toBe('reorganisation.withdrawn');
    expect((await api.get('/v1/organisations/SL-STC', { token: admin })).body).toMatchObject({ validTo: null });
  });

  it('is not found where there is none', async () => {
    expect((await get(`/${randomUUID()}`)).body.code).toBe('reorganisation.not_found');
    expect((await post(`/${randomUUID()}/withdraw`)).body.code).toBe('reorganisation.not_found');
  });
});
