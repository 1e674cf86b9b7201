import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openRegister, type TestRegister } from '../register.fixture.js';
import { inSnapshot, type Sql } from './sql.js';

describe('reads that belong together', () => {
  let register: TestRegister;

  beforeAll(async () => {
    register = await openRegister('migrated');
  });
  afterAll(async () => register.close());

  async function count(sql: Sql): Promise<number | undefined> {
    const [row] = await sql<{ count: number }>('SELECT count(*) FROM virtual_cases');
    return row?.count;
  }

  it('see one moment, whatever is written in between', async () => {
    const counts = await inSnapshot(register.api, async (sql) => {
      const before = await count(sql);
      await register.admin.query(`INSERT INTO virtual_cases VALUES ('report', 'SL-STC/2026-Y')`);
      return [before, await count(sql)];
    });

    expect(counts).toEqual([0, 0]);
    expect(await inSnapshot(register.api, count)).toBe(1);
  });

  it('write nothing', async () => {
    const writing = inSnapshot(register.admin, async (sql) => sql('DELETE FROM virtual_cases'));

    await expect(writing).rejects.toThrow('read-only transaction');
  });
});
