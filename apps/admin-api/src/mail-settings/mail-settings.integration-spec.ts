import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';

const body = { mode: 'digest', from: '2026-01-01' };

function settingsOf(code: string): string {
  return `/v1/organisations/${code}/mail-settings`;
}

function absencesOf(code: string): string {
  return `/v1/organisations/${code}/absences`;
}

let api: RunningApi;
let admin: string;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
});
afterAll(() => api.close());

describe("how a body's mail is wanted", () => {
  it('is at once until somebody says otherwise', async () => {
    expect(await api.get(settingsOf('SL-SYT'), { token: admin })).toMatchObject({
      status: 200,
      body: { today: { mode: 'immediate', salutationLanguage: 'vi', additionalAddresses: [] }, history: [] },
    });
  });

  it('is kept with who said what from when', async () => {
    const additionalAddresses = ['tong.hop@example.com'];
    await api.post(settingsOf('SL-SYT'), { token: admin, body: { ...body, additionalAddresses } });
    const later = { ...body, salutationLanguage: 'vi+en', from: '2099-01-01' };

    const { status, body: answer } = await api.post(settingsOf('SL-SYT'), { token: admin, body: later });

    expect(status).toBe(200);
    expect(answer).toMatchObject({
      today: { mode: 'digest', salutationLanguage: 'vi', additionalAddresses },
      history: [
        { from: '2099-01-01', salutationLanguage: 'vi+en', recordedBy: { username: expect.stringContaining('admin') } },
        { from: '2026-01-01', recordedAt: expect.stringMatching(/Z$/) },
      ],
    });
  });

  it.each([
    ['no such way', { mode: 'weekly' }, 'mode'],
    ['no address', { additionalAddresses: ['phong tong hop'] }, 'additionalAddresses.0'],
    ['an address twice', { additionalAddresses: ['a@example.com', 'A@example.com'] }, 'additionalAddresses'],
  ])('is refused with a sentence for the field: %s', async (_what, change, path) => {
    const answer = await api.post(settingsOf('SL-SYT'), { token: admin, body: { ...body, ...change } });

    expect(answer).toMatchObject({ status: 400, body: { fields: [{ path, message: expect.any(String) }] } });
  });

  it('is a matter of the agency itself, and of nobody beside it', async () => {
    const token = await api.loginAs('agency', 'SL-STC');

    expect((await api.post(settingsOf('SL-STC'), { token, body })).status).toBe(200);
    expect(await api.post(settingsOf('SL-SXD'), { token, body })).toMatchObject({
      status: 403,
      body: { code: 'auth.out_of_scope' },
    });
  });

  it('is read, but not changed, by a clerk', async () => {
    const token = await api.loginAs('clerk', 'SL-VPUBND');

    expect((await api.get(settingsOf('SL-VPUBND'), { token })).status).toBe(200);
    expect((await api.post(settingsOf('SL-VPUBND'), { token, body })).status).toBe(403);
  });

  it('is of no body that is not there', async () => {
    expect(await api.get(settingsOf('SL-KHONG-CO'), { token: admin })).toMatchObject({ status: 404 });
  });
});

describe('who stands in for whom', () => {
  async function appointed(fullName: string, kind: string): Promise<string> {
    const post = { kind, title: `Chức vụ của ${fullName}`, fullName, email: `${kind}@example.com`, from: '2026-01-01' };
    await api.post('/v1/organisations/SL-SNV/posts', { token: admin, body: post });
    const [row] = await api.sql<{ id: string }>('SELECT id FROM people WHERE full_name = $1', [fullName]);
    return row!.id;
  }

  async function record(change: object = {}): Promise<Answer> {
    const days = { from: '2026-03-02', to: '2026-03-06' };
    return api.post(absencesOf('SL-SNV'), { token: admin, body: { personId, deputyId, ...days, ...change } });
  }

  let personId: string;
  let deputyId: string;
  beforeAll(async () => {
    personId = await appointed('Người Vắng Mặt', 'departmentHead');
    deputyId = await appointed('Người Thay Mặt', 'handler');
  });

  it('is kept with who recorded it, and with who took it back', async () => {
    const recorded = await record();
    const { id } = recorded.body.items[0]!;

    const withdrawn = await api.post(`${absencesOf('SL-SNV')}/${id}/withdraw`, { token: admin });
    const again = await api.post(`${absencesOf('SL-SNV')}/${id}/withdraw`, { token: admin });

    expect(recorded).toMatchObject({
      status: 200,
      body: { items: [{ person: { fullName: 'Người Vắng Mặt' }, deputy: { id: deputyId }, withdrawnAt: null }] },
    });
    expect(withdrawn.body.items).toMatchObject([{ id, withdrawnBy: { username: expect.any(String) } }]);
    expect(again).toMatchObject({ status: 404, body: { code: 'absence.not_found' } });
  });

  it.each([
    ['the same person', () => ({ deputyId: personId }), 400, 'request.invalid', 'deputyId'],
    ['an end before the beginning', () => ({ to: '2026-03-01' }), 400, 'request.invalid', 'to'],
    [
      'a deputy that is not there',
      () => ({ deputyId: '0190a7f4-1111-4abc-8def-0123456789ab' }),
      422,
      'absence.deputy_unreachable',
      'deputyId',
    ],
  ])('is refused with a sentence for the field: %s', async (_what, change, status, code, path) => {
    expect(await record(change())).toMatchObject({
      status,
      body: { code, fields: [{ path, message: expect.any(String) }] },
    });
  });

  it('is refused while the person is known to be away', async () => {
    await record({ from: '2026-05-04', to: '2026-05-08' });

    expect(await record({ from: '2026-05-08', to: '2026-05-09' })).toMatchObject({
      status: 409,
      body: { code: 'absence.overlaps', fields: [{ path: 'from' }] },
    });
  });
});
