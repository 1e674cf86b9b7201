import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { recordedIn, type Recorded } from '../recorded.fixture.js';
import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';
import { reportResponse } from './report.response-schemas.js';

const request = {
  ...{ organisation: 'SL-UBND', from: '2026-01-01', cutOn: '2026-10-31', dueOn: '2099-12-31' },
  reason: 'Phục vụ đoàn kiểm tra',
};

let api: RunningApi;
let recorded: Recorded;
let clerk: string;
let host: string;
let admin: string;
let day = 0;

beforeAll(async () => {
  api = await startApi();
  recorded = recordedIn(api);
  clerk = await api.loginAs('clerk', 'SL-VPUBND');
  host = await api.loginAs('host', 'SL-UBND');
  admin = await api.loginAs('admin');
});
afterAll(() => api.close());

function open(changes: object = {}, key: string = randomUUID(), token: string = clerk): Promise<Answer> {
  return api.post('/v1/reports', { token, key, body: { ...request, ...changes } });
}

/** The path of a report of days that no other test uses. */
async function openReport(stage: Parameters<Recorded['reportIs']>[1]): Promise<string> {
  day += 1;
  const { body } = await open({ from: `2025-03-${String(day).padStart(2, '0')}` });
  await recorded.reportIs(body.report.id, stage);
  return `/v1/reports/${body.report.id}`;
}

describe('D14.2: asking for a report', () => {
  it('opens one under the name of its body and days, and shows it with the figures of this moment', async () => {
    const answer = await open();

    const { status, body } = await api.get('/v1/reports/SL-UBND/20260101-20261031', { token: clerk });

    expect(answer).toMatchObject({
      status: 202,
      body: { report: { id: 'SL-UBND/20260101-20261031', stage: 'planned' } },
    });
    expect([status, reportResponse.safeParse(body).error]).toEqual([200, undefined]);
    expect(body).toMatchObject({
      ...{ period: { kind: 'extraordinary', cutOn: '2026-10-31' }, leadOffice: { code: 'SL-VPUBND' } },
      ...{ figures: { own: { received: 0 }, lower: { received: 0 }, total: { received: 0 } }, figuresTakenAt: null },
      workflow: {
        id: 'report/SL-UBND/20260101-20261031',
        url: expect.stringMatching(/workflows\/report%2FSL-UBND%2F20260101-20261031$/),
      },
    });
  });

  it('keeps the reason in the register, and out of the command', async () => {
    const { body } = await open({ cutOn: '2026-09-30', request: { number: '1-CV/TU', signedOn: '2026-11-02' } });

    expect(await api.sql('SELECT payload, words FROM commands WHERE id = $1', [body.commandId])).toEqual([
      {
        payload: { kind: 'open' },
        words: { reason: request.reason, request: { number: '1-CV/TU', signedOn: '2026-11-02' } },
      },
    ]);
  });

  it('again under the same key begins nothing new; under another it is there already', async () => {
    const key = randomUUID();
    const first = await open({ cutOn: '2026-08-31' }, key);
    const before = await recorded.rows();

    const [same, another] = [await open({ cutOn: '2026-08-31' }, key), await open({ cutOn: '2026-08-31' })];

    expect(same.body).toEqual(first.body);
    expect(another).toMatchObject({ status: 409, body: { code: 'report.already_open' } });
    expect(await recorded.rows()).toEqual(before);
  });

  it.each([
    ['an unknown field', { colour: 'red' }, 400, 'request.invalid', 'colour'],
    ['a cut before the beginning', { cutOn: '2025-12-31' }, 400, 'request.invalid', 'cutOn'],
    ['a limit that has passed', { dueOn: '2026-01-02' }, 400, 'request.invalid', 'dueOn'],
    ['a day that no calendar has', { from: '2026-02-30' }, 400, 'request.invalid', 'from'],
    ['no reason', { reason: '' }, 400, 'request.invalid', 'reason'],
    ['an unknown organisation', { organisation: 'SL-KHONG-CO' }, 422, 'organisation.unknown', 'organisation'],
  ])('with %s is refused by its field, and nothing is written', async (_, changes, status, code, path) => {
    const before = await recorded.rows();

    expect(await open({ from: '2026-01-15', ...changes }, randomUUID(), admin)).toMatchObject({
      status,
      body: { code, fields: [{ path }] },
    });
    expect(await recorded.rows()).toEqual(before);
  });

  it.each([
    ['clerk', 'SL-VPTU', 'auth.out_of_scope'],
    ['host', 'SL-UBND', 'auth.forbidden'],
    ['agency', 'SL-SXD', 'auth.forbidden'],
  ] as const)('is not for a %s of %s', async (role, organisation, code) => {
    const token = await api.loginAs(role, organisation);

    expect(await open({ from: '2026-01-20' }, randomUUID(), token)).toMatchObject({ status: 403, body: { code } });
  });
});

describe('D14.1: the way of a report', () => {
  const document = { number: '310/BC', signedOn: '2026-12-08' };

  it.each([
    ['submit', 'clerk', { text: 'Báo cáo' }, 202],
    ['submit', 'host', { text: 'Báo cáo' }, 403],
    ['return', 'host', { reason: 'Bổ sung' }, 202],
    ['return', 'clerk', { reason: 'Bổ sung' }, 403],
    ['approve', 'host', {}, 202],
    ['approve', 'clerk', {}, 403],
    ['send', 'clerk', { document }, 202],
    ['send', 'host', { document }, 403],
    ['submit', 'clerk', {}, 400],
    ['send', 'clerk', { document: { number: '1' } }, 400],
    ['publish', 'clerk', {}, 404],
  ] as const)('%s by a %s with %j: %i', async (command, role, body, status) => {
    const path = await openReport('collecting');

    const answer = await api.post(`${path}/${command}`, { token: role === 'clerk' ? clerk : host, body });

    expect(answer.status).toBe(status);
  });

  it('refuses a command from the wrong stage with the stages from which it may come', async () => {
    const path = await openReport('collecting');
    const ask = { token: host, key: randomUUID(), body: {} };
    const { body } = await api.post(`${path}/approve`, ask);
    await recorded.decide(body.commandId, { refused: 'report.transition_refused', rule: 'D14.1' });

    expect(await api.post(`${path}/approve`, ask)).toMatchObject({
      status: 409,
      body: {
        rule: 'D14.1',
        article: expect.stringContaining('Điều 14'),
        message: expect.stringMatching(/đã trình\.$/),
      },
    });
  });

  it('tells at the link of a command what it is about', async () => {
    const path = await openReport('submitted');
    const { body } = await api.post(`${path}/return`, { token: host, body: { reason: 'Bổ sung' } });

    expect((await api.get(body.link, { token: clerk })).body).toMatchObject({ subject: path, status: 'pending' });
  });
});

describe('reading reports', () => {
  it.each([
    ['clerk', 'SL-VPUBND', 200],
    ['monitor', 'SL-BTGDV', 200],
    ['auditor', undefined, 200],
    ['clerk', 'SL-VPTU', 404],
    ['agency', 'SL-SXD', 404],
  ] as const)('is for a %s of %s: %i', async (role, organisation, status) => {
    const path = await openReport('collecting');
    const token = await api.loginAs(role, organisation);

    expect((await api.get(path, { token })).status).toBe(status);
  });

  it('finds by period, by stage, and by a body with all below it', async () => {
    const path = await openReport('approved');
    const code = path.split('/').at(-1) ?? '';
    const token = await api.loginAs('auditor');
    const found = async (query: string): Promise<boolean> =>
      (await api.get(`/v1/reports?limit=100&${query}`, { token })).body.items.some(({ id }) => path.endsWith(id));

    expect([
      await found(`period=${code}`),
      await found('period=2026-Y'),
      await found('stage=approved'),
      await found('stage=collecting'),
      await found('organisation=SL-UBND'),
      await found('organisation=SL-SXD'),
    ]).toEqual([true, false, true, false, true, false]);
  });

  it.each(['/v1/reports/SL-UBND/2026-Y', '/v1/reports/SL-KHONG-CO/2026-Y'])('does not know %s', async (path) => {
    expect(await api.get(path, { token: clerk })).toMatchObject({ status: 404, body: { code: 'report.not_found' } });
  });

  it.each(['/v1/reports/sl-ubnd/2026-Y', '/v1/reports/SL-UBND/2026_Y', '/v1/reports?stage=nowhere'])(
    'refuses %s',
    async (path) => {
      expect((await api.get(path, { token: clerk })).status).toBe(400);
    },
  );
});
