import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { behindAnother, openRegister, type TestRegister } from '../register.fixture.js';
import { createPeople, type People } from './people.js';

const an = { fullName: 'Đặng Thị Ánh', email: 'anh@sonla.example', phone: '0212 000 111' } as const;

describe('people', () => {
  let register: TestRegister;
  let people: People;

  beforeAll(async () => {
    register = await openRegister('reference');
    people = createPeople(register.api);
  });
  afterAll(async () => register.close());

  it('are registered once by name and addresses', async () => {
    const id = await people.register(an);

    expect(await people.register({ ...an, email: 'ANH@sonla.example' })).toBe(id);
    expect(await people.register({ ...an, phone: null })).not.toBe(id);
  });

  it('are registered once, also while somebody else does it', async () => {
    const id = '0190a7f4-3333-7abc-8def-0123456789ab';
    const registering = [
      'SELECT pg_advisory_xact_lock(20261127)',
      `INSERT INTO people (id, full_name, email) VALUES ('${id}', 'Vì Văn Hai', 'hai@sonla.example')`,
    ];
    const same = { fullName: 'Vì Văn Hai', email: 'hai@sonla.example', phone: null };

    expect(await behindAnother(register.admin, registering, async () => people.register(same))).toBe(id);
  });

  it('of one name and without any address are not taken for one another', async () => {
    const unreachable = { fullName: 'Lò Văn An', email: null, phone: null };

    expect(await people.register(unreachable)).not.toBe(await people.register(unreachable));
  });

  it.each([['dang thi anh'], ['Đặng Thị'], ['ANH@son']])('are found by %s', async (text) => {
    await people.register(an);

    const found = await people.list({ text, offset: 0, limit: 10 });

    expect(found).toContainEqual({ ...an, id: expect.any(String) });
  });

  it('come in Vietnamese order, page by page', async () => {
    for (const fullName of ['Ông B', 'An B', 'Đặng B', 'Dung B', 'Ánh B'])
      await people.register({ fullName, email: 'b@sonla.example', phone: null });

    const names = async (offset: number): Promise<readonly string[]> =>
      (await people.list({ text: ' B', offset, limit: 3 })).map(({ fullName }) => fullName);

    expect([...(await names(0)), ...(await names(3))]).toEqual(['An B', 'Ánh B', 'Dung B', 'Đặng B', 'Ông B']);
  });

  it('are corrected field by field', async () => {
    const id = await people.register({ fullName: 'Vì Thị C', email: 'c@sonla.example', phone: '0212 1' });

    expect(await people.correct(id, { email: null })).toBe(true);
    expect(await people.find(id)).toEqual({ id, fullName: 'Vì Thị C', email: null, phone: '0212 1', posts: [] });
    expect(await people.correct('0190a7f4-1111-7abc-8def-0123456789ab', { email: null })).toBe(false);
  });
});
