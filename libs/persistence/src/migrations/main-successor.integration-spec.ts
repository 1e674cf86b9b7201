import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openRegister, type TestRegister } from '../register.fixture.js';
import { inTransaction } from '../sql/sql.js';

const ended = `INSERT INTO organisations (code, name, kind, level, valid_to, successor_code)
  VALUES ('X-1', 'Sở cũ', 'so', 'province', '2026-03-01', $1)`;
const succession = `INSERT INTO organisation_successors (predecessor_code, successor_code, kind, on_day, is_main)
  VALUES ('X-1', $1, 'merge', $2, $3)`;

describe('the successor in the row of a body', () => {
  let register: TestRegister;

  beforeAll(async () => {
    register = await openRegister('reference');
  });
  afterAll(async () => register.close());

  it.each<[string, string | null, readonly (readonly [string, string, boolean])[]]>([
    ['a main one in the row alone', 'SL-STC', []],
    ['a main one beside the row alone', null, [['SL-STC', '2026-03-02', true]]],
    ['another than the row names', 'SL-SNV', [['SL-STC', '2026-03-02', true]]],
    ['a part, but no main one', null, [['SL-STC', '2026-03-02', false]]],
    ['a main one from another day', 'SL-STC', [['SL-STC', '2026-03-01', true]]],
    [
      'a part from another day',
      'SL-STC',
      [
        ['SL-STC', '2026-03-02', true],
        ['SL-SNV', '2026-03-05', false],
      ],
    ],
  ])('is never %s', async (_what, inTheRow, rows) => {
    await expect(
      inTransaction(register.admin, async (sql) => {
        await sql(ended, [inTheRow]);
        for (const row of rows) await sql(succession, row);
      }),
    ).rejects.toThrow('The main successor of X-1 and its row are not the same');
  });

  it('is one main one, beside whom others may stand', async () => {
    await inTransaction(register.admin, async (sql) => {
      await sql(ended, ['SL-STC']);
      await sql(succession, ['SL-STC', '2026-03-02', true]);
      await sql(succession, ['SL-SNV', '2026-03-02', false]);
    });

    await expect(
      register.admin.query(`UPDATE organisations SET valid_to = '2026-03-03' WHERE code = 'X-1'`),
    ).rejects.toThrow('The main successor of X-1');
    await expect(
      register.admin.query(`UPDATE organisation_successors SET is_main = true WHERE predecessor_code = 'X-1'`),
    ).rejects.toThrow('organisation_successors_one_main');
    await expect(
      register.admin.query(`DELETE FROM organisation_successors WHERE predecessor_code = 'X-1' AND is_main`),
    ).rejects.toThrow('The main successor of X-1');
  });
});
