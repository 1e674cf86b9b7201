import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';

import { openRegister, type TestRegister } from '../register.fixture.js';
import { createPosts, type Posts } from './posts.js';

const director = { organisationCode: 'SL-STC', kind: 'departmentHead', validFrom: null } as const;
const person = { fullName: 'Người Mẫu', email: 'mau@sonla.example', phone: null, isActing: false } as const;

describe('posts', () => {
  let register: TestRegister;
  let posts: Posts;

  beforeAll(async () => {
    register = await openRegister('reference');
    posts = createPosts(register.api);
  });
  afterAll(async () => register.close());

  it('D1: are held by one person at a time, and by the next from the day after', async () => {
    const id = (await posts.create({ ...director, title: 'Giám đốc' })) ?? '';
    const first = (await posts.appoint(id, { ...person, validFrom: localDate('2025-03-01') })) ?? '';
    const tooEarly = await posts.appoint(id, { ...person, validFrom: localDate('2026-01-01') });

    await posts.endHolding(first, localDate('2025-12-31'));
    const next = await posts.appoint(id, { ...person, fullName: 'Người Sau', validFrom: localDate('2026-01-01') });

    const on = async (day: string): Promise<readonly string[] | undefined> =>
      (await posts.list('SL-STC', localDate(day)))
        .find((post) => post.id === id)
        ?.holders.map(({ fullName }) => fullName);
    expect([tooEarly, next]).toEqual([null, expect.any(String)]);
    expect([await on('2025-12-31'), await on('2026-01-01')]).toEqual([['Người Mẫu'], ['Người Sau']]);
  });

  it('D1: somebody may be in charge beside the holder', async () => {
    const id = (await posts.create({ ...director, title: 'Giám đốc vắng mặt' })) ?? '';
    await posts.appoint(id, { ...person, validFrom: localDate('2025-03-01') });

    expect(await posts.appoint(id, { ...person, isActing: true, validFrom: localDate('2026-01-01') })).not.toBeNull();
  });

  it('have a title once, and end', async () => {
    const id = (await posts.create({ ...director, title: 'Chức danh cũ' })) ?? '';

    expect(await posts.create({ ...director, title: 'Chức danh cũ' })).toBeNull();
    expect(await posts.end(id, localDate('2026-01-01'))).toBe(true);
    expect((await posts.list('SL-STC', localDate('2026-01-02'))).some((post) => post.id === id)).toBe(false);
  });
});
