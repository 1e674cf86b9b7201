import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recipientRoutes } from '@dialogue/domain';

import { openRegister, type TestRegister } from '../register.fixture.js';

describe('the data of Son La', () => {
  let register: TestRegister;

  beforeAll(async () => {
    register = await openRegister('sample');
  });
  afterAll(async () => register.close());

  it('D1: every body with sample contacts has a head who may host, or an office head, and a handler', async () => {
    const rows = await register.admin.query<{ organisation_code: string; kinds: string[] }[]>(
      'SELECT organisation_code, array_agg(kind) AS kinds FROM posts GROUP BY organisation_code',
    );

    const heads: readonly string[] = recipientRoutes.agencyHead.posts;
    expect(rows).toHaveLength(47);
    expect(
      rows.filter(({ kinds }) => !kinds.includes('handler') || !kinds.some((kind) => heads.includes(kind))),
    ).toEqual([]);
  });

  it('D7.1, D11.3: every body in force has somebody who leads, and is in a line that ends at the province', async () => {
    const broken = await register.admin.query<object[]>(
      `WITH RECURSIVE up AS (
         SELECT code, parent_code, 0 AS step FROM organisations
         UNION ALL SELECT up.code, o.parent_code, step + 1 FROM up JOIN organisations o ON o.code = up.parent_code WHERE step < 10)
       SELECT code FROM organisations WHERE lead_office_code IS NULL OR (code <> '14' AND parent_code IS NULL)
       UNION SELECT code FROM up WHERE step = 10`,
    );

    expect(broken).toEqual([]);
  });
});
