import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApi, type RunningApi } from '../running-api.fixture.js';

const path = '/v1/reconciliations';

let api: RunningApi;
let admin: string;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
});
afterAll(() => api.close());

describe('the reconciliations', () => {
  it('are for the administrator alone', async () => {
    const auditor = await api.loginAs('auditor');

    expect((await api.get(path, { token: auditor })).status).toBe(403);
    expect((await api.post(path, { token: auditor, body: {} })).status).toBe(403);
  });

  it('answer a second click with the same, and are listed with what was found, what a person must see first', async () => {
    const first = await api.post(path, { token: admin, body: {} });
    const second = await api.post(path, { token: admin, body: {} });
    const { id } = first.body;
    await api.sql(
      `INSERT INTO reconciliation_findings (reconciliation_id, kind, id, finding, action, needs_person)
       VALUES ($1, 'petition', 'a', 'runMissing', 'started', false), ($1, 'petition', 'b', 'unknownRun', 'reported', true)`,
      [id],
    );

    const list = await api.get(path, { token: admin });
    const page = await api.get(`${path}/${id}?limit=1`, { token: admin });

    expect(first.status).toBe(200);
    expect(second.body).toEqual(first.body);
    expect(list.body.items).toEqual([
      expect.objectContaining({ id, status: 'running', isByHand: true, found: 2, forPeople: 1 }),
    ]);
    expect(page.body).toMatchObject({ id, nextCursor: '1' });
    expect(page.body.items).toMatchObject([
      { id: 'b', finding: 'unknownRun', action: 'reported', workflow: { id: 'petition/b' } },
    ]);
    expect((await api.get(`${path}/${id}?cursor=1`, { token: admin })).body).toMatchObject({ nextCursor: null });
  });

  it('are unknown by another name', async () => {
    expect(await api.get(`${path}/nobody`, { token: admin })).toMatchObject({
      status: 404,
      body: { code: 'reconciliation.not_found' },
    });
  });
});
