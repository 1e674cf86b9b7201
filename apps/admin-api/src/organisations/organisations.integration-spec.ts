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

describe('posts', () => {
  const appointment = {
    kind: 'officeHead',
    title: 'Chánh Văn phòng thử',
    fullName: 'Trần Thị B',
    email: 'b@example.com',
    from: '2026-11-01',
  };

  function appoint(changes: object = {}): Promise<Answer> {
    return api.post('/v1/organisations/SL-STC/posts', { token: admin, body: { ...appointment, ...changes } });
  }

  it('have one holder at a time, who follows the other', async () => {
    const first = await appoint();
    const tooEarly = await appoint({ fullName: 'Lê Văn C', from: '2026-11-10' });
    const ended = await api.post(`/v1/post-holders/${first.body.holderId}/end`, {
      token: admin,
      body: { on: '2026-11-09' },
    });
    const second = await appoint({ fullName: 'Lê Văn C', from: '2026-11-10' });

    expect([first.status, tooEarly.status, ended.status, second.status]).toEqual([201, 409, 204, 201]);
    expect(second.body.postId).toBe(first.body.postId);
  });

  it('are shown with who holds them on a day', async () => {
    const holdersOn = async (day: string): Promise<string[]> => {
      const { body } = await get(`/v1/organisations/SL-STC/posts?on=${day}`);
      return body.items
        .filter((post) => post.title === appointment.title)
        .flatMap((post) => post.holders.map(({ fullName }) => fullName));
    };

    expect([await holdersOn('2026-11-09'), await holdersOn('2026-11-10')]).toEqual([['Trần Thị B'], ['Lê Văn C']]);
  });

  it('are changed by no role but the administrator', async () => {
    const token = await api.loginAs('clerk', 'SL-VPUBND');

    expect((await api.post('/v1/organisations/SL-STC/posts', { token, body: appointment })).status).toBe(403);
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
