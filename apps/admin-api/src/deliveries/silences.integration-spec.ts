import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { aToldPetition, type ToldPetition } from '../cases/told-story.fixture.js';
import { startApi, type RunningApi } from '../running-api.fixture.js';
import { silentBodiesResponse } from './silence.schemas.js';

let api: RunningApi;
let told: ToldPetition;

beforeAll(async () => {
  api = await startApi();
  told = await aToldPetition(api);
  // The story is of March 2026, and so are its commands: by now its agency has long been silent.
  await api.sql(`UPDATE commands SET received_at = '2026-03-05T09:00+07:00'`);
  await api.sql(`UPDATE mail_deliveries SET state = 'sent', sent_at = '2026-03-24T08:00+07:00', attempts = 1`);
});
afterAll(() => api.close());

describe('the list of silent bodies', () => {
  it('D11.3: shows who owes what, since when, and how they are reached', async () => {
    const { status, body } = await api.get('/v1/deliveries/silent-bodies', { token: told.clerk });

    expect(status).toBe(200);
    expect(silentBodiesResponse.parse(body).items).toMatchObject([
      {
        ...{ organisation: { code: 'SL-STC' }, limit: 10, toldAt: null },
        duties: expect.arrayContaining([expect.objectContaining({ duty: 'answer', rule: 'D11.1c' })]),
      },
    ]);
  });

  it('is a table for people as well', async () => {
    const { status, headers, text } = await api.get('/v1/deliveries/silent-bodies.csv', { token: told.clerk });

    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(text).toContain('Im lặng từ ngày,Số ngày làm việc');
    expect(text).toContain('Sở Tài chính,24/03/2026');
  });

  it.each([
    ['agency', 'SL-STC', 403],
    ['monitor', 'SL-BTGDV', 403],
    ['host', 'SL-UBND', 200],
    ['auditor', undefined, 200],
  ] as const)('answers a %s of %s with %i', async (role, organisation, expected) => {
    const token = await api.loginAs(role, organisation);

    expect((await api.get('/v1/deliveries/silent-bodies', { token })).status).toBe(expected);
  });

  it('is empty for an office of other bodies', async () => {
    const token = await api.loginAs('clerk', 'SL-SYT');

    expect((await api.get('/v1/deliveries/silent-bodies', { token })).body.items).toEqual([]);
  });
});

describe('reports of delivery that match nothing', () => {
  it.each([
    ['admin', undefined, 200],
    ['auditor', undefined, 200],
    ['clerk', 'SL-VPUBND', 403],
  ] as const)('are answered to a %s of %s with %i', async (role, organisation, expected) => {
    const token = await api.loginAs(role, organisation);
    const { status, body } = await api.get('/v1/deliveries/bounce-reports', { token });

    const nothing = { mailboxes: [], items: [], counts: { bounced: 0, unknown: 0 } };
    expect([status, body]).toMatchObject([expected, expected === 200 ? nothing : { code: 'auth.forbidden' }]);
  });
});

describe('reports of delivery of a letter', () => {
  it.each([
    ['admin', undefined, { bounced: 1, unknown: 1 }],
    ['auditor', 'SL-UBND', { bounced: 1, unknown: 0 }],
    ['auditor', 'SL-SYT', { bounced: 0, unknown: 0 }],
  ] as const)('are answered to a %s of %s as far as the account sees its case', async (role, organisation, counts) => {
    await api.sql(
      `INSERT INTO bounce_reports (message_key, number, mailbox, uid_validity, uid, outcome, delivery_id)
       SELECT 'came back', 1, 'INBOX', 1, 1, 'bounced', id FROM (SELECT id FROM mail_deliveries ORDER BY id LIMIT 1) one
       UNION ALL SELECT 'of nothing', 1, 'INBOX', 1, 2, 'unknown', NULL ON CONFLICT DO NOTHING`,
    );

    const { body } = await api.get('/v1/deliveries/bounce-reports', { token: await api.loginAs(role, organisation) });

    expect(body).toMatchObject({ counts });
    expect(body.items).toHaveLength(counts.bounced + counts.unknown);
  });
});

describe('what was told otherwise', () => {
  it.each([
    ['no day', { means: 'phone', told: 'Văn thư' }, 400],
    ['a day to come', { means: 'phone', told: 'Văn thư', toldOn: '2099-01-01' }, 400],
    ['another means', { means: 'smoke', told: 'Văn thư', toldOn: '2026-03-24' }, 400],
    ['a letter that arrived', { means: 'phone', told: 'Văn thư', toldOn: '2026-03-24' }, 409],
  ])('is not recorded with %s', async (_what, body, expected) => {
    const [delivery] = await api.sql<{ id: string }>('SELECT id FROM mail_deliveries LIMIT 1');

    const { status } = await api.post(`/v1/deliveries/${delivery?.id ?? ''}/fallback`, { token: told.clerk, body });

    expect(status).toBe(expected);
  });
});
