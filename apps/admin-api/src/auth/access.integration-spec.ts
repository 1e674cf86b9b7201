import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createApp } from '../app.js';
import { passwordOfTests, settingsOver, startApi, type Answer, type RunningApi } from '../running-api.fixture.js';
import { createServices } from '../services.js';
import { aLogger } from '../testing.fixture.js';

let api: RunningApi;
let admin: string;
let petitionId: string;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
  const body = {
    ...{ title: 'Đề nghị', content: 'Nội dung', source: 'outsideConference', category: 'resident' },
    ...{ organisation: 'SL-UBND', petitioner: { name: 'Người kiến nghị' } },
  };
  petitionId = (await api.post('/v1/petitions', { token: admin, body })).body.petition.id;
});
afterAll(() => api.close());

describe('logging in', () => {
  function logIn(username: string, password: string): Promise<Answer> {
    return api.post('/v1/auth/token', { body: { username, password } });
  }

  it('gives a token of 15 minutes, whatever the case of the name', async () => {
    await api.post('/v1/accounts', {
      token: admin,
      body: { username: 'Chuyen.Vien', password: passwordOfTests, role: 'auditor' },
    });

    expect(await logIn('CHUYEN.VIEN', passwordOfTests)).toMatchObject({
      status: 200,
      body: { tokenType: 'Bearer', expiresIn: 900, accessToken: expect.any(String) },
    });
  });

  it('tells nobody whether the name or the password was wrong', async () => {
    const [wrong, unknown] = [
      await logIn('chuyen.vien', 'wrong password'),
      await logIn('nobody.at.all', 'wrong password'),
    ];

    expect([wrong.status, wrong.body.code]).toEqual([401, 'auth.credentials_wrong']);
    expect([unknown.status, unknown.body.message]).toEqual([401, wrong.body.message]);
  });

  it('ends at once for an account that is deactivated', async () => {
    const created = await api.post('/v1/accounts', {
      token: admin,
      body: { username: 'leaver', password: passwordOfTests, role: 'auditor' },
    });
    const token = (await logIn('leaver', passwordOfTests)).body.accessToken;
    const before = await api.get('/v1/petitions', { token });

    await api.post(`/v1/accounts/${created.body.id}/deactivate`, { token: admin });

    expect([before.status, (await api.get('/v1/petitions', { token })).status]).toEqual([200, 401]);
    expect((await logIn('leaver', passwordOfTests)).status).toBe(401);
  });

  it('takes the new password after it was set, and not the old one', async () => {
    const { body } = await api.post('/v1/accounts', {
      token: admin,
      body: { username: 'forgetful', password: passwordOfTests, role: 'auditor' },
    });

    const set = await api.post(`/v1/accounts/${body.id}/password`, {
      token: admin,
      body: { password: 'another password' },
    });

    expect(set.status).toBe(204);
    expect([
      (await logIn('forgetful', passwordOfTests)).status,
      (await logIn('forgetful', 'another password')).status,
    ]).toEqual([401, 200]);
  });
});

describe('accounts', () => {
  it.each([
    ['a name that is taken', { username: 'chuyen.vien', role: 'admin' }, 409, 'account.username_taken'],
    ['a clerk without an organisation', { username: 'clerk.x', role: 'clerk' }, 400, 'request.invalid'],
    [
      'an administrator of one organisation',
      { username: 'admin.x', role: 'admin', organisation: 'SL-VPUBND' },
      400,
      'request.invalid',
    ],
    [
      'an unknown organisation',
      { username: 'clerk.y', role: 'clerk', organisation: 'SL-KHONG-CO' },
      422,
      'organisation.unknown',
    ],
    ['a short password', { username: 'clerk.z', role: 'admin', password: 'short' }, 400, 'request.invalid'],
  ])('with %s are not made', async (_, changes, status, code) => {
    const answer = await api.post('/v1/accounts', { token: admin, body: { password: passwordOfTests, ...changes } });

    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('never show anything of a password', async () => {
    expect(JSON.stringify((await api.get('/v1/accounts', { token: admin })).body)).not.toMatch(/argon2|password/i);
  });
});

describe('the scope of an account', () => {
  it.each([
    ['clerk', 'SL-VPUBND', 200],
    ['host', 'SL-UBND', 200],
    ['auditor', undefined, 200],
    ['monitor', 'SL-BTGDV', 200],
    ['clerk', 'SL-VPTU', 404],
    ['agency', 'SL-SXD', 404],
  ] as const)('lets a %s of %s see a petition to the committee: %i', async (role, organisation, status) => {
    const token = await api.loginAs(role, organisation);

    const one = await api.get(`/v1/petitions/${petitionId}`, { token });
    const list = await api.get('/v1/petitions', { token });

    expect(one.status).toBe(status);
    expect(list.body.items).toHaveLength(status === 200 ? 1 : 0);
  });

  it.each(['2026-99-99 00:00:00+07 0190a7f4-1111-7abc-8def-0123456789ab', 'nonsense'])(
    'bears a cursor written by hand: %s',
    async (place) => {
      const cursor = Buffer.from(place).toString('base64url');

      expect([200, 400]).toContain((await api.get(`/v1/petitions?cursor=${cursor}`, { token: admin })).status);
    },
  );

  it('lets nobody register for an organisation of others', async () => {
    const token = await api.loginAs('clerk', 'SL-VPTU');
    const body = {
      ...{ title: 'Đề nghị', content: 'Nội dung', source: 'late', category: 'resident' },
      ...{ organisation: 'SL-UBND', petitioner: { name: 'A' } },
    };

    expect(await api.post('/v1/petitions', { token, body })).toMatchObject({
      status: 403,
      body: { code: 'auth.out_of_scope' },
    });
  });
});

describe('D11.1d: the person behind a petition', () => {
  it('is shown to the lead office, and the reading is recorded first', async () => {
    const token = await api.loginAs('clerk', 'SL-VPUBND');

    const answer = await api.get(`/v1/petitions/${petitionId}/identity`, { token });

    expect(answer.body).toEqual({
      name: 'Người kiến nghị',
      address: null,
      phone: null,
      email: null,
      representative: null,
    });
    expect(
      await api.sql('SELECT purpose, account_id IS NOT NULL AS known FROM access_log WHERE petition_id = $1', [
        petitionId,
      ]),
    ).toEqual([{ purpose: 'read', known: true }]);
  });

  it.each(['auditor', 'agency', 'monitor'] as const)('is not shown to a role like %s', async (role) => {
    const token = await api.loginAs(role, role === 'auditor' ? undefined : 'SL-SXD');

    expect((await api.get(`/v1/petitions/${petitionId}/identity`, { token })).status).toBe(403);
  });
});

describe('health', () => {
  it('is ready but for Temporal, which is away', async () => {
    expect(await api.get('/health/ready')).toMatchObject({
      status: 503,
      body: { notReady: ['temporal'], message: expect.stringContaining('Temporal') },
    });
  });

  it('names PostgreSQL while it is away, and requests are told to come again', async () => {
    const { logger } = aLogger();
    const { services, start, stop } = createServices(settingsOver('postgres://nobody@127.0.0.1:1/nothing'), logger);
    const app = await createApp(services, logger);
    start();

    const ready = await app.inject({ url: '/health/ready' });
    const login = await app.inject({
      method: 'POST',
      url: '/v1/auth/token',
      payload: { username: 'a', password: 'b' },
    });
    await app.close();
    await stop();

    expect(ready.json()).toMatchObject({ notReady: ['database', 'temporal'] });
    expect([login.statusCode, login.headers['retry-after']]).toEqual([503, '5']);
  });
});
