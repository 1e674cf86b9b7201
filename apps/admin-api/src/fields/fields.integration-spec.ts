import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountRoles } from '@dialogue/persistence';

import { recordedIn } from '../recorded.fixture.js';
import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';
import { fieldsResponse, type FieldsResponse } from './field.response-schemas.js';

const land = { code: 'landAndHousing', root: 'economy', name: 'đất đai, nhà ở', from: '2026-01-01' };
const mines = { code: 'mines', root: 'economy', name: 'khoáng sản', from: '2026-01-01' };
type SubField = FieldsResponse['items'][number]['fields'][number];

let api: RunningApi;
let admin: string;
let clerk: string;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
  clerk = await api.loginAs('clerk', 'SL-VPUBND');
  await change('', land);
  await change('', mines);
  await change('/mines/retire', { on: '2026-01-31' });
});
afterAll(() => api.close());

function change(path: string, body: object, token = admin): Promise<Answer> {
  return api.post(`/v1/fields${path}`, { token, body });
}

async function listed(query = ''): Promise<readonly SubField[]> {
  const { body } = await api.get(`/v1/fields${query}`, { token: clerk });
  return fieldsResponse.parse(body).items.flatMap(({ fields }) => fields);
}

describe('the list of fields', () => {
  it.each(accountRoles)('is read by everybody who is logged in: %s', async (role) => {
    const token = await api.loginAs(role, role === 'admin' ? undefined : 'SL-UBND');

    const { status, body } = await api.get('/v1/fields', { token });

    expect([status, fieldsResponse.parse(body).items.map(({ code }) => code)]).toEqual([
      200,
      ['economy', 'cultureAndSociety', 'defenceAndSecurity', 'publicOrder', 'partyAndGovernment'],
    ]);
  });

  it('is read by nobody else, and changed by the administrator', async () => {
    expect((await api.get('/v1/fields')).status).toBe(401);
    for (const path of ['', '/mines/rename', '/mines/retire'])
      expect(await change(path, land, clerk)).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
  });

  it('D5: says what is in force today, and on a day', async () => {
    const inForce = (fields: readonly SubField[]): readonly string[] =>
      fields.filter(({ isInForce }) => isInForce).map(({ code }) => code);

    expect(inForce(await listed())).toEqual(['landAndHousing']);
    expect(inForce(await listed('?on=2026-01-31'))).toEqual(['landAndHousing', 'mines']);
    expect(inForce(await listed('?on=2025-12-31'))).toEqual([]);
  });

  it('tells of a field who has changed it', async () => {
    expect((await listed()).find(({ code }) => code === 'mines')?.changes).toMatchObject([
      { name: 'khoáng sản', validTo: null, by: { username: 'admin.1' } },
      { name: 'khoáng sản', validTo: '2026-01-31' },
    ]);
  });

  it('takes a second click for the first one', async () => {
    const before = await listed();

    expect((await change('', land)).status).toBe(200);
    expect((await change('/mines/retire', { on: '2026-01-31' })).status).toBe(200);
    expect(await listed()).toEqual(before);
  });

  it.each([
    ['/economy/rename', { name: 'khác' }, 409, 'field.of_article', { rule: 'D5' }],
    ['/economy/retire', { on: '2026-12-31' }, 409, 'field.of_article', { rule: 'D5' }],
    ['/unheardOf/rename', { name: 'khác' }, 404, 'field.not_found', {}],
    ['', { ...land, name: 'khác' }, 409, 'field.code_taken', { fields: [{ path: 'code' }] }],
    ['', { ...land, code: 'another' }, 409, 'field.name_taken', { fields: [{ path: 'name' }] }],
    ['/mines/retire', { on: '2025-12-31' }, 422, 'field.ends_before_it_begins', { fields: [{ path: 'on' }] }],
    ['', { ...land, root: 'landAndHousing' }, 400, 'request.invalid', { fields: [{ path: 'root' }] }],
    ['', { ...land, code: 'Đất' }, 400, 'request.invalid', { fields: [{ path: 'code' }] }],
  ] as const)('D5: refuses %s with %j', async (path, body, status, code, named) => {
    const answer = await change(path, body);

    expect(answer).toMatchObject({ status, body: { code, message: expect.any(String), ...named } });
  });
});

describe('D5: a case is given a field that is in force', () => {
  const opinion = { title: 'Đề nghị', content: 'Đất.', category: 'resident', petitioner: { name: 'Lò Thị Kín' } };
  const conference = {
    ...{ kind: 'adHoc', title: 'Đối thoại', contents: 'Đất', host: 'levelHead', organisation: 'SL-UBND' },
    ...{ place: 'Hội trường', on: '2099-06-15', startsAt: '08:00' },
  };
  const demand = {
    ...{ by: 'SL-UBND', organisation: 'SL-STC', host: 'departmentHead', title: 'Đối thoại', contents: 'Đất' },
    ...{ holdBy: '2099-06-15', document: { number: '315/UBND-TH', signedOn: '2026-03-02' } },
  };

  async function aPetition(): Promise<string> {
    const address = { source: 'outsideConference', organisation: 'SL-UBND' };
    const { body } = await api.post('/v1/petitions', { token: clerk, body: { ...opinion, ...address } });
    return `/v1/petitions/${body.petition.id}`;
  }

  async function aHeldConference(): Promise<string> {
    const body = { ...conference, kind: 'periodic' };
    const { id } = (await api.post('/v1/conferences', { token: clerk, body })).body.conference;
    await recordedIn(api).conferenceIs(id, 'held');
    return `/v1/conferences/${id}`;
  }

  /** Every request that names a field: how it is given to a new case. */
  const requests: readonly (readonly [string, (field: string) => Promise<Answer>])[] = [
    ['accept', async (field) => api.post(`${await aPetition()}/accept`, { token: clerk, body: { field } })],
    ['classify', async (field) => api.post(`${await aPetition()}/classify`, { token: clerk, body: { field } })],
    ['plan', (field) => api.post('/v1/conferences', { token: clerk, body: { ...conference, field } })],
    ['demand', (field) => api.post('/v1/conferences/demand-ad-hoc', { token: admin, body: { ...demand, field } })],
    [
      'record an opinion raised',
      async (field) =>
        api.post(`${await aHeldConference()}/record-opinion-raised`, { token: clerk, body: { ...opinion, field } }),
    ],
  ];

  it.each(requests)('%s', async (_what, ask) => {
    expect(await ask('landAndHousing')).toMatchObject({ status: 202 });
    expect(await ask('mines')).toMatchObject({
      status: 422,
      body: { code: 'field.not_in_force', rule: 'D5', article: 'Điều 5', fields: [{ path: 'field' }] },
    });
    expect(await ask('unheardOf')).toMatchObject({ status: 422, body: { code: 'field.unknown', rule: 'D5' } });
  });

  it('and is listed, counted and written out by it and by that above it, under its name', async () => {
    const field = async (asked: string): Promise<readonly unknown[]> => {
      const [list, counts, csv] = await Promise.all(
        ['', '/counts', '.csv'].map((of) => api.get(`/v1/conferences${of}?field=${asked}`, { token: admin })),
      );
      const names = new Set(list?.body.items.map((item) => (item as unknown as { fieldName: string }).fieldName));
      return [[...names], (counts?.body as unknown as { total: number }).total, csv?.text.includes(land.name)];
    };

    expect(await field('landAndHousing')).toEqual([[land.name], 2, true]);
    expect(await field('economy')).toEqual([[land.name], 2, true]);
    expect(await field('publicOrder,mines')).toEqual([[], 0, false]);
  });

  it('D14.1: a report names the fields by which it counts', async () => {
    const body = { organisation: 'SL-UBND', from: '2026-01-01', cutOn: '2026-10-31', dueOn: '2099-12-31', reason: 'x' };
    await api.post('/v1/reports', { token: clerk, body });

    expect((await api.get('/v1/reports/SL-UBND/20260101-20261031', { token: clerk })).body).toMatchObject({
      figures: { total: { byField: { economy: 0 } } },
      fields: expect.arrayContaining([{ code: 'landAndHousing', name: land.name, root: 'economy' }]),
    });
  });
});
