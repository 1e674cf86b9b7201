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

function post(url: string, body: object): Promise<Answer> {
  return api.post(url, { token: admin, body });
}

const appointment = {
  kind: 'officeHead',
  title: 'Chánh Văn phòng thử',
  fullName: 'Trần Thị B',
  email: 'b@example.com',
  from: '2026-11-01',
};

function appoint(changes: object = {}): Promise<Answer> {
  return post('/v1/organisations/SL-STC/posts', { ...appointment, ...changes });
}

describe('posts', () => {
  it('D1: have one holder at a time, who follows the other', async () => {
    const first = await appoint();
    const tooEarly = await appoint({ fullName: 'Lê Văn C', from: '2026-11-10' });
    const ended = await post(`/v1/post-holders/${first.body.holderId}/end`, { on: '2026-11-09' });
    const second = await appoint({ fullName: 'Lê Văn C', from: '2026-11-10' });

    expect([first.status, tooEarly.status, ended.status, second.status]).toEqual([201, 409, 204, 201]);
    expect(second.body.postId).toBe(first.body.postId);
  });

  it('are shown with who holds them on a day', async () => {
    const holdersOn = async (day: string): Promise<string[]> => {
      const { body } = await get(`/v1/organisations/SL-STC/posts?on=${day}`);
      return body.items
        .filter(({ title }) => title === appointment.title)
        .flatMap(({ holders }) => holders.map(({ fullName }) => fullName));
    };

    expect([await holdersOn('2026-11-09'), await holdersOn('2026-11-10')]).toEqual([['Trần Thị B'], ['Lê Văn C']]);
  });

  it('take the same person a second time as the same holding', async () => {
    const wish = { title: 'Chức danh bấm hai lần', from: '2026-11-01' };

    const [first, second] = [await appoint(wish), await appoint(wish)];

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
  });

  it('D1: end with their holders, and are given to nobody afterwards', async () => {
    const title = 'Chức danh bỏ';
    const { body } = await appoint({ title });
    const end = (on: string | null): Promise<Answer> => post(`/v1/posts/${body.postId}/end`, { on });

    expect(await end('2026-11-20')).toMatchObject({ status: 204 });
    expect(await appoint({ title, fullName: 'Lê Văn C', from: '2026-11-21' })).toMatchObject({
      status: 409,
      body: { code: 'post.over', fields: [{ path: 'from' }] },
    });
    expect(await end(null)).toMatchObject({ status: 204 });
    expect(await appoint({ title, fullName: 'Lê Văn C', from: '2026-11-21' })).toMatchObject({ status: 201 });
    expect(await end('2026-11-20')).toMatchObject({ status: 409, body: { code: 'post.held_later' } });
  });

  it('D1: a holding does not end before it begins', async () => {
    const { body } = await appoint({ title: 'Chức danh chưa bắt đầu' });

    expect(await post(`/v1/post-holders/${body.holderId}/end`, { on: '2026-10-31' })).toMatchObject({
      status: 422,
      body: { code: 'post.ends_before_it_begins', fields: [{ path: 'on' }] },
    });
  });

  it.each([
    ['posts', 'post.not_found'],
    ['post-holders', 'post_holder.not_found'],
  ])('%s that are not there do not end', async (collection, code) => {
    const answer = await post(`/v1/${collection}/0190a7f4-1111-7abc-8def-0123456789ab/end`, { on: '2026-10-31' });

    expect(answer).toMatchObject({ status: 404, body: { code } });
  });

  it.each([
    ['neither a person nor a name', { fullName: undefined }, ['fullName']],
    ['no address', { email: undefined }, ['email']],
    ['a person and a name', { personId: '0190a7f4-1111-7abc-8def-0123456789ab' }, ['personId']],
  ])('are not given to %s', async (_what, changes, paths) => {
    const { status, body } = await appoint(changes);

    expect([status, body.fields.map(({ path }) => path)]).toEqual([400, paths]);
  });

  it('are changed by no role but the administrator', async () => {
    const token = await api.loginAs('clerk', 'SL-VPUBND');
    const ask = (url: string): Promise<Answer> => api.post(url, { token, body: appointment });

    expect((await ask('/v1/organisations/SL-STC/posts')).status).toBe(403);
    expect((await ask('/v1/people')).status).toBe(403);
    expect((await ask('/v1/posts/0190a7f4-1111-7abc-8def-0123456789ab/end')).status).toBe(403);
  });
});

describe('how to reach people', () => {
  const title = 'Chức danh có số máy';

  it.each([
    ['clerk', 'SL-VPUBND', 200, 'so.may@example.com', '0212 000 222'],
    ['host', 'SL-UBND', 403, null, null],
    ['agency', 'SL-STC', 403, null, null],
    ['monitor', 'SL-BTGDV', 403, null, null],
    ['auditor', undefined, 403, null, null],
  ] as const)(
    'is told, or not, to the role %s of %s, which asks for people: %i',
    async (role, organisation, status, email, phone) => {
      const { id } = (await post('/v1/people', { fullName: 'Lường Văn Máy', email: 'so.may@example.com' })).body;
      await post(`/v1/people/${id}/correct`, { phone: '0212 000 222' });
      await appoint({ title, fullName: undefined, email: undefined, personId: id });
      const token = await api.loginAs(role, organisation);

      const { body } = await api.get('/v1/organisations/SL-STC/posts?on=2026-11-20', { token });

      const [holder] = body.items.filter((item) => item.title === title).flatMap(({ holders }) => holders);
      expect(holder).toMatchObject({ fullName: 'Lường Văn Máy', email, phone });
      expect((await api.get('/v1/people', { token })).status).toBe(status);
      expect((await api.get(`/v1/people/${id}`, { token })).status).toBe(status);
      expect((await api.get('/v1/posts.csv', { token })).status).toBe(403);
    },
  );
});

describe('people', () => {
  const somebody = { fullName: 'Quàng Thị Kiêm', email: 'kiem@example.com', phone: '0212 000 111' };

  it('D1: hold several posts, and are shown with those of a day', async () => {
    const { body: person } = await post('/v1/people', somebody);
    const byId = { fullName: undefined, email: undefined, personId: person.id };
    await appoint({ ...byId, title: 'Kiêm một', from: '2026-11-01' });
    await appoint({ ...byId, title: 'Kiêm hai', from: '2026-11-15' });

    const titlesOn = async (query: string): Promise<readonly string[]> =>
      (await get(`/v1/people/${person.id}${query}`)).body.posts.map(({ title }) => title);

    expect(await titlesOn('')).toEqual(['Kiêm một', 'Kiêm hai']);
    expect(await titlesOn('?on=2026-11-14')).toEqual(['Kiêm một']);
  });

  it('are registered once, and found without marks', async () => {
    const [first, second] = [await post('/v1/people', somebody), await post('/v1/people', somebody)];

    expect(second.body.id).toBe(first.body.id);
    expect((await get('/v1/people?q=quang%20thi%20kiem')).body.items.map(({ id }) => id)).toEqual([first.body.id]);
  });

  it('come in pages that join without a gap', async () => {
    const first = await get('/v1/people?limit=3');
    const second = await get(`/v1/people?limit=3&cursor=${String(first.body.nextCursor)}`);

    expect([...first.body.items, ...second.body.items]).toEqual((await get('/v1/people?limit=6')).body.items);
  });

  it('are corrected, and letters go to the new address', async () => {
    const { body: person } = await post('/v1/people', { ...somebody, fullName: 'Quàng Thị Sửa' });

    const corrected = await post(`/v1/people/${person.id}/correct`, { email: 'moi@example.com' });

    expect(corrected).toMatchObject({
      status: 200,
      body: { fullName: 'Quàng Thị Sửa', email: 'moi@example.com', phone: '0212 000 111' },
    });
    expect(await post(`/v1/people/${person.id}/correct`, {})).toMatchObject({ status: 400 });
  });

  it('that are not there are not found, not corrected, and hold nothing', async () => {
    const id = '0190a7f4-1111-7abc-8def-0123456789ab';

    expect(await get(`/v1/people/${id}`)).toMatchObject({ status: 404, body: { code: 'person.not_found' } });
    expect(await post(`/v1/people/${id}/correct`, { phone: null })).toMatchObject({ status: 404 });
    expect(await appoint({ fullName: undefined, email: undefined, personId: id, title: 'Không ai' })).toMatchObject({
      status: 422,
      body: { code: 'person.unknown', fields: [{ path: 'personId' }] },
    });
  });

  it('CO9: appear in no log', async () => {
    const marker = 'Lò Thị Dấu Vết';
    const { body: person } = await post('/v1/people', { fullName: marker, email: 'dau.vet@example.com' });
    await get(`/v1/people?q=${encodeURIComponent(marker)}`);
    await post(`/v1/people/${person.id}/correct`, { email: 'khong phai dia chi dau.vet' });

    expect(api.lines.join('\n')).not.toMatch(/D%E1%BA%A5u|Dấu Vết|dau\.vet/);
  });
});
