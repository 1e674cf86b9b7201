import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';

import { createPeople, type People } from '../people/people.js';
import { openRegister, type TestRegister } from '../register.fixture.js';
import type { NewHolder } from './appoint.js';
import { createPosts, type Posts } from './posts.js';

const director = { organisationCode: 'SL-STC', kind: 'departmentHead', validFrom: null } as const;
const somebody = { fullName: 'Người Mẫu', email: 'mau@sonla.example', phone: null } as const;
const next = { fullName: 'Người Sau', email: 'sau@sonla.example', phone: null } as const;

describe('posts', () => {
  let register: TestRegister;
  let posts: Posts;
  let people: People;

  beforeAll(async () => {
    register = await openRegister('reference');
    posts = createPosts(register.api);
    people = createPeople(register.api);
  });
  afterAll(async () => register.close());

  async function aPost(title: string): Promise<string> {
    const id = await posts.create({ ...director, title });
    if (id === null) throw new Error('The post is there already');
    return id;
  }

  async function appoint(
    postId: string,
    from: string,
    wishes: Partial<NewHolder> = {},
  ): Promise<{ readonly holderId?: string; readonly refused?: string }> {
    return posts.appoint(postId, { person: somebody, isActing: false, validFrom: localDate(from), ...wishes });
  }

  async function holdersOn(postId: string, day: string): Promise<readonly string[] | undefined> {
    return (await posts.list('SL-STC', localDate(day)))
      .find(({ id }) => id === postId)
      ?.holders.map(({ fullName }) => fullName);
  }

  it('D1: are held by one person at a time, and by the next from the day after', async () => {
    const id = await aPost('Giám đốc');
    const { holderId = '' } = await appoint(id, '2025-03-01');
    const tooEarly = await appoint(id, '2026-01-01', { person: next });

    await posts.endHolding(holderId, localDate('2025-12-31'));
    const after = await appoint(id, '2026-01-01', { person: next });

    expect([tooEarly, after]).toEqual([{ refused: 'alreadyHeld' }, { holderId: expect.any(String) }]);
    expect([await holdersOn(id, '2025-12-31'), await holdersOn(id, '2026-01-01')]).toEqual([
      ['Người Mẫu'],
      ['Người Sau'],
    ]);
  });

  it('D1: somebody may be in charge beside the holder', async () => {
    const id = await aPost('Giám đốc vắng mặt');
    await appoint(id, '2025-03-01');

    expect(await appoint(id, '2026-01-01', { person: next, isActing: true })).toEqual({ holderId: expect.any(String) });
  });

  it('take the same holder again as the same holding', async () => {
    const id = await aPost('Giám đốc hai lần');
    const first = await appoint(id, '2025-03-01');

    expect(await appoint(id, '2025-03-01')).toEqual(first);
  });

  it('D1: several are held by one person, who is found behind each of them', async () => {
    const [first, second] = [await aPost('Chức danh một'), await aPost('Chức danh hai')];
    const person = { fullName: 'Người Kiêm Nhiệm', email: 'kiem@sonla.example', phone: null };
    await appoint(first, '2025-03-01', { person });
    const [found] = await people.list({ text: 'kiem nhiem', offset: 0, limit: 10 });
    const id = found?.id ?? '';

    await appoint(second, '2026-01-01', { person: { id } });

    const titlesOn = async (day?: string): Promise<readonly string[] | undefined> =>
      (await people.find(id, day === undefined ? undefined : localDate(day)))?.posts.map(({ title }) => title);
    expect(await titlesOn()).toEqual(['Chức danh một', 'Chức danh hai']);
    expect(await titlesOn('2025-12-31')).toEqual(['Chức danh một']);
    expect(await people.list({ text: 'kiem@', offset: 0, limit: 10 })).toHaveLength(1);
  });

  it('are held by nobody who is not known', async () => {
    const person = { id: '0190a7f4-1111-7abc-8def-0123456789ab' };

    expect(await appoint(await aPost('Không ai'), '2025-03-01', { person })).toEqual({ refused: 'personUnknown' });
  });

  it('have a title once', async () => {
    await aPost('Chức danh cũ');

    expect(await posts.create({ ...director, title: 'Chức danh cũ' })).toBeNull();
  });

  it('end with their holders, take nobody afterwards, and come back', async () => {
    const id = await aPost('Chức danh bỏ');
    await appoint(id, '2025-03-01');

    const ended = await posts.end(id, localDate('2026-01-01'));

    expect(ended).toBe('ended');
    expect([await holdersOn(id, '2026-01-01'), await holdersOn(id, '2026-01-02')]).toEqual([['Người Mẫu'], undefined]);
    expect(await appoint(id, '2026-02-01')).toEqual({ refused: 'postOver' });
    expect(await posts.end(id, null)).toBe('ended');
    expect(await holdersOn(id, '2026-01-02')).toEqual([]);
  });

  it('do not end before somebody has begun to hold them', async () => {
    const id = await aPost('Chức danh sắp có người');
    await appoint(id, '2026-03-01');

    expect(await posts.end(id, localDate('2026-02-28'))).toBe('heldLater');
    expect(await posts.end('0190a7f4-1111-7abc-8def-0123456789ab', localDate('2026-02-28'))).toBe('unknown');
  });

  it('D1: a holding ends neither before it begins nor in the days of the next', async () => {
    const id = await aPost('Chức danh nối tiếp');
    const { holderId = '' } = await appoint(id, '2025-03-01');

    expect(await posts.endHolding(holderId, localDate('2025-02-28'))).toBe('beforeItBegins');
    await posts.endHolding(holderId, localDate('2025-12-31'));
    await appoint(id, '2026-01-01', { person: next });

    expect(await posts.endHolding(holderId, localDate('2026-01-01'))).toBe('heldLater');
  });
});
