import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';
import { linesResponse } from './line.response-schemas.js';
import { routingResponse } from './routing.response-schemas.js';

let api: RunningApi;
let admin: string;
let clerk: string;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
  clerk = await api.loginAs('clerk', 'SL-VPUBND');
});
afterAll(() => api.close());

function asked(query: string): Promise<Answer> {
  return api.get(`/v1/routing?${query}`, { token: clerk });
}

describe('who prepares', () => {
  it('D7.1: says the row with its article, who leads and stands, who coordinates', async () => {
    const { status, body } = await asked('organisation=SL-TU&host=partySecretary&on=2026-11-23');

    expect([status, routingResponse.safeParse(body).error]).toEqual([200, undefined]);
    expect(body).toMatchObject({
      ...{ level: 'province', levelName: 'cấp tỉnh', preparedBy: 'offices', missing: [] },
      host: { post: 'partySecretary', posts: [{ title: 'Bí thư Tỉnh ủy', organisation: { code: 'SL-TU' } }] },
      row: { rule: 'D7.1', article: 'khoản 1 Điều 7', wording: expect.stringContaining('Văn phòng tỉnh ủy') },
      leads: [
        { organisation: { code: 'SL-VPTU' }, isStanding: true },
        { organisation: { code: 'SL-VPDBQHHDND' }, isStanding: false },
      ],
      coordinating: [
        { organisation: { code: 'SL-BTGDV' } },
        { organisation: { code: 'SL-MTTQ' } },
        { role: 'bodiesConcerned', organisation: null },
      ],
    });
  });

  it('D7.1: knows the head when nobody names the post', async () => {
    expect((await asked('organisation=SL-UBND')).body).toMatchObject({
      host: { post: 'committeeChair' },
      leads: [{ organisation: { code: 'SL-VPUBND' }, isStanding: true }],
    });
  });

  it('D7.2: names each role for which the register has no body', async () => {
    const { body } = await asked('organisation=118&host=councilChair&on=2024-06-03');

    expect(body).toMatchObject({
      row: { rule: 'D7.2', wording: expect.stringContaining('Ban Dân vận tỉnh ủy') },
      leads: [{ role: 'jointOffice', organisation: null }],
      coordinating: [{ organisation: { code: 'SL-BDV' } }, { role: 'front', organisation: null }, {}],
      missing: [expect.stringContaining('Ủy ban nhân dân'), expect.stringContaining('Mặt trận Tổ quốc')],
    });
  });

  it('D7.4: at a commune the Party secretary names who prepares', async () => {
    expect((await asked('organisation=03703&host=committeeChair')).body).toMatchObject({
      ...{ preparedBy: 'partySecretary', leads: [], row: { rule: 'D7.4' }, usualLeadOffice: { code: '03703' } },
    });
  });

  it.each([
    ['a post that hosts nothing there', 'organisation=SL-STC&host=committeeChair', 422, 'routing.not_a_host'],
    [
      'somebody who holds nothing there',
      `organisation=SL-STC&host=${crypto.randomUUID()}`,
      404,
      'post_holder.not_found',
    ],
    ['an unknown organisation', 'organisation=SL-KHONG-CO&host=committeeChair', 404, 'organisation.not_found'],
    ['a post that there is not', 'organisation=SL-STC&host=king', 400, 'request.invalid'],
  ])('D7: %s is refused', async (_what, query, status, code) => {
    expect(await asked(query)).toMatchObject({ status, body: { code } });
  });
});

describe('lines between bodies', () => {
  const monitor = { kind: 'monitor', bodies: ['SL-UBKT'], from: '2099-03-02', reason: 'Quyết định mới' };

  function set(code: string, body: object, token = admin): Promise<Answer> {
    return api.post(`/v1/organisations/${code}/lines`, { token, body });
  }

  it('D11.3, D14.1: are shown with who answers for each of them on the day', async () => {
    const { status, body } = await api.get('/v1/organisations/SL-TU/lines?on=2026-11-23', { token: clerk });

    expect([status, linesResponse.safeParse(body).error]).toEqual([200, undefined]);
    expect(body).toMatchObject({
      code: 'SL-TU',
      settings: [],
      lines: expect.arrayContaining([
        expect.objectContaining({ kind: 'leadOffice', bodies: [expect.objectContaining({ code: 'SL-VPTU' })] }),
        expect.objectContaining({
          ...{ kind: 'monitor', name: 'cơ quan theo dõi, đôn đốc', article: 'khoản 3 Điều 11', since: null },
          bodies: [expect.objectContaining({ code: 'SL-BDV', inForce: expect.objectContaining({ code: 'SL-BTGDV' }) })],
        }),
        expect.objectContaining({ kind: 'reportTo', bodies: [expect.objectContaining({ code: 'SL-BTVTU' })] }),
      ]),
    });
  });

  it('D11.3: are set from a day on, with a reason and by whom; a second click writes nothing', async () => {
    const first = await set('SL-SYT', monitor);
    const second = await set('SL-SYT', monitor);
    const before = await api.get('/v1/organisations/SL-SYT/lines?on=2099-03-01', { token: admin });

    expect(first).toMatchObject({
      status: 200,
      body: {
        lines: expect.arrayContaining([
          expect.objectContaining({
            kind: 'monitor',
            since: '2099-03-02',
            bodies: [expect.objectContaining({ code: 'SL-UBKT' })],
          }),
        ]),
        settings: [{ kind: 'monitor', from: '2099-03-02', reason: 'Quyết định mới', setBy: { username: 'admin.1' } }],
      },
    });
    expect(second.body).toEqual(first.body);
    expect(before.body).toMatchObject({
      lines: expect.arrayContaining([
        expect.objectContaining({
          kind: 'monitor',
          since: null,
          bodies: [expect.objectContaining({ code: 'SL-BDV' })],
        }),
      ]),
    });
  });

  it.each([
    ['an unknown body', { bodies: ['SL-KHONG-CO'] }, 422, 'organisation.unknown', 'bodies.0', /Không có cơ quan/],
    ['a body that has ended', { bodies: ['SL-BDV'] }, 422, 'organisation.unknown', 'bodies.0', /không hoạt động/],
    ['two monitors', { bodies: ['SL-BTC', 'SL-UBKT'] }, 400, 'request.invalid', 'bodies', /chỉ có một cơ quan/],
    ['a day that has passed', { from: '2026-01-05' }, 400, 'request.invalid', 'from', /./],
    ['no reason', { reason: ' ' }, 400, 'request.invalid', 'reason', /./],
    ['itself', { kind: 'superior', bodies: ['SL-SYT'] }, 422, 'line.refused', 'bodies.0', /chính mình/],
  ])('D11.3, D14.1: %s is refused by its field', async (_what, changes, status, code, path, message) => {
    const answer = await set('SL-SYT', { ...monitor, ...changes });

    expect(answer).toMatchObject({
      status,
      body: { code, fields: [{ path, message: expect.stringMatching(message) }] },
    });
  });

  it('D14.1: a circle is refused, with the body and the day that close it', async () => {
    const answer = await set('SL-UBND', { ...monitor, kind: 'reportTo', bodies: ['SL-TU', 'SL-STC'] });

    expect(answer).toMatchObject({
      ...{ status: 422, body: { code: 'line.refused' } },
      body: { fields: [{ path: 'bodies.1', message: expect.stringMatching(/02\/03\/2099.*SL-STC.*vòng khép kín/) }] },
    });
  });

  it('D11.3: of a unit are set with the committee that answers for it', async () => {
    expect(await set('14', monitor)).toMatchObject({
      ...{ status: 422, body: { code: 'line.refused' } },
      body: { fields: [{ path: 'from', message: expect.stringContaining('SL-UBND') }] },
    });
  });

  it('are set by nobody but the administrator, and of no unknown body', async () => {
    expect([(await set('SL-SYT', monitor, clerk)).status, (await set('SL-KHONG-CO', monitor)).status]).toEqual([
      403, 404,
    ]);
  });
});
