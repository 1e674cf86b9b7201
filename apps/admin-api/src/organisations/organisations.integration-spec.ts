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

describe('organisations', () => {
  it('are found by a part of their name without its marks', async () => {
    const { body } = await get('/v1/organisations?q=so%20xay%20dung&on=2026-11-23');

    expect(body.items).toMatchObject([{ kind: 'so', level: 'province' }]);
  });

  it('are shown as they were on a day', async () => {
    const [before, after] = [
      await get('/v1/organisations?level=district&on=2025-06-30'),
      await get('/v1/organisations?level=district&on=2025-07-01'),
    ];

    expect(before.body.items.length).toBeGreaterThan(0);
    expect(after.body.items).toEqual([]);
  });

  it('come in pages that join without a gap', async () => {
    const first = await get('/v1/organisations?limit=3');
    const second = await get(`/v1/organisations?limit=3&cursor=${String(first.body.nextCursor)}`);
    const both = await get('/v1/organisations?limit=6');

    expect([...first.body.items, ...second.body.items]).toEqual(both.body.items);
  });

  it('that are not there are not found', async () => {
    expect(await get('/v1/organisations/SL-KHONG-CO')).toMatchObject({
      status: 404,
      body: { code: 'organisation.not_found' },
    });
  });
});

describe('a body on a day', () => {
  it('has the parents, the predecessors and the successors of that day', async () => {
    const { body } = await get('/v1/organisations/03760?on=2025-06-30');
    const today = await get('/v1/organisations/03760');
    const merged = await get('/v1/organisations/SL-SNNPTNT?on=2025-03-01');

    expect(body).toMatchObject({
      ...{ code: '03760', levelName: 'Cấp xã', parentCode: '119', isInForce: true, on: '2025-06-30' },
      parents: [{ code: '119' }, { code: '14' }],
    });
    expect(today.body).toMatchObject({ parents: [{ code: '14' }] });
    expect(merged.body).toMatchObject({
      ...{ isInForce: false, answeredBy: { code: 'SL-SNNMT' } },
      successors: [{ code: 'SL-SNNMT', kind: 'merge', on: '2025-03-01', isMain: true }],
    });
  });

  it.each([
    ['2019-02-15', 12, 204],
    ['2025-03-01', 12, 200],
    ['2025-07-01', 0, 75],
  ])('the province on %s has %i districts and %i communes below it', async (on, districts, communes) => {
    const { body } = await get(`/v1/organisations/14/subtree?on=${on}`);
    // Units alone: the sample has bodies below some communes.
    const units = body.items.filter(({ code }) => /^\d+(-\d{8})?$/.test(code));
    const count = (level: string): number => units.filter((unit) => unit.level === level).length;

    expect([count('district'), count('commune')]).toEqual([districts, communes]);
  });

  it('is not found when it never was', async () => {
    for (const url of ['/v1/organisations/SL-X?on=2025-01-01', '/v1/organisations/SL-X/subtree'])
      expect(await get(url)).toMatchObject({ status: 404, body: { code: 'organisation.not_found' } });
  });

  it('levels are data, and end', async () => {
    const codesOn = async (query: string): Promise<readonly string[]> =>
      (await get(`/v1/levels${query}`)).body.items.map(({ code }) => code);

    expect(await codesOn('')).toEqual(['province', 'district', 'commune']);
    expect(await codesOn('?on=2025-07-01')).toEqual(['province', 'commune']);
  });
});

describe('addresses of bodies', () => {
  const contacts = '/v1/organisations/SL-SYT/contacts';
  const desk = { kind: 'desk', email: 'vanthu@example.com', from: '2026-01-01' };
  const set = (changes: object = {}): Promise<Answer> =>
    api.post(contacts, { token: admin, body: { ...desk, ...changes } });

  it('D11.3: follow each other, and are unchanged when set again', async () => {
    await set();
    const twice = await set();
    await set({ email: 'moi@example.com', from: '2026-06-01' });

    expect(twice).toMatchObject({ status: 200, body: { items: [{ email: 'vanthu@example.com', validTo: null }] } });
    expect((await get(contacts)).body.items).toMatchObject([
      { email: 'vanthu@example.com', validFrom: '2026-01-01', validTo: '2026-05-31' },
      { email: 'moi@example.com', validFrom: '2026-06-01', validTo: null },
    ]);
    expect((await get(`${contacts}?on=2026-05-31`)).body.items).toMatchObject([{ email: 'vanthu@example.com' }]);
  });

  it.each([
    ['over a later one', { from: '2026-03-01' }, 409, 'contact.later_known'],
    ['to nothing from its first day', { email: null, from: '2026-06-01' }, 422, 'contact.begins_that_day'],
  ])('are not set %s', async (_how, changes, status, code) => {
    expect(await set(changes)).toMatchObject({ status, body: { code, fields: [{ path: 'from' }] } });
  });

  it('are set by no role but the administrator, and read by those who read posts', async () => {
    const token = await api.loginAs('clerk', 'SL-VPUBND');

    expect((await api.post(contacts, { token, body: desk })).status).toBe(403);
    expect((await api.get(contacts, { token })).status).toBe(200);
  });
});

describe('figures', () => {
  it('are zero where there is nothing to count', async () => {
    expect(await get('/v1/organisations/SL-STC/counts?from=2026-01-01&to=2026-12-31')).toMatchObject({
      status: 200,
      body: { code: 'SL-STC', received: 0, answeredInTime: 0, answeredLate: 0, overdue: 0, resolved: 0 },
    });
  });

  it('want a period that ends after it begins', async () => {
    expect(await get('/v1/counts?from=2026-12-31&to=2026-01-01')).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'to' }] },
    });
  });

  it('of all bodies come in one list', async () => {
    expect((await get('/v1/counts?by=organisation')).status).toBe(200);
  });
});

describe('letters of which nobody knows whether they arrived', () => {
  it('are listed; there are none yet', async () => {
    expect((await get('/v1/deliveries?state=uncertain')).body).toEqual({ items: [] });
  });

  it('that are not there cannot be decided', async () => {
    const answer = await api.post('/v1/deliveries/0190a7f4-1111-7abc-8def-0123456789ab/resend', { token: admin });

    expect(answer).toMatchObject({ status: 404, body: { code: 'delivery.not_found' } });
  });
});
