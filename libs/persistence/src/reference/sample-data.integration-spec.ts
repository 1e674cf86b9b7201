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
    expect(rows).toHaveLength(132);
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

  it('D14.1: whoever reports, and whoever gets something, is in force and can be written to', async () => {
    const broken = await register.admin.query<object[]>(
      `SELECT DISTINCT code FROM (SELECT organisation_code AS code FROM report_lines UNION SELECT to_code FROM report_lines) bodies
       JOIN organisations USING (code)
       WHERE valid_to IS NOT NULL OR valid_from > '2026-11-23'
         OR NOT EXISTS (SELECT FROM posts WHERE posts.organisation_code = code)`,
    );

    expect(broken).toEqual([]);
  });

  it('D14.1: communes, departments, Party bodies, the Front and the organisations report, and no office does', async () => {
    const rows = await register.admin.query<object[]>(
      `SELECT kind, count(*)::int AS count FROM organisations
       WHERE EXISTS (SELECT FROM report_lines WHERE organisation_code = code AND report_lines.kind = 'reportTo')
       GROUP BY kind ORDER BY kind COLLATE "C"`,
    );

    expect(rows).toEqual([
      { kind: 'ban-dang', count: 4 },
      { kind: 'cap-uy', count: 1 },
      { kind: 'dang-uy-truc-thuoc', count: 4 },
      { kind: 'doan-the', count: 5 },
      { kind: 'hdnd', count: 1 },
      { kind: 'luc-luong-vu-trang', count: 2 },
      { kind: 'mttq', count: 1 },
      { kind: 'phuong', count: 8 },
      { kind: 'so', count: 13 },
      { kind: 'ubnd', count: 1 },
      { kind: 'xa', count: 67 },
    ]);
  });

  it('D14.1: every report but that of the province is built into the one above it, once', async () => {
    const reporting = await register.admin.query<{ code: string; parent: string | null; superiors: string[] }[]>(
      `SELECT code, parent_code AS parent, (SELECT array_agg(to_code ORDER BY to_code) FROM report_lines
          WHERE organisation_code = code AND report_lines.kind = 'reportTo') AS superiors
       FROM organisations WHERE EXISTS (SELECT FROM report_lines WHERE organisation_code = code AND report_lines.kind = 'reportTo')`,
    );
    const bodies = new Set(reporting.map(({ code }) => code));
    // The unit of the province is answered for by its committee.
    const superiorOf = new Map(
      reporting.map(({ code, parent, superiors }) => {
        const superior = parent === '14' ? 'SL-UBND' : parent;
        return [code, superior !== null && superiors.includes(superior) && bodies.has(superior) ? superior : null];
      }),
    );

    const tops = new Set([...bodies].map((code) => topOf(code, superiorOf)));

    expect([...bodies].filter((code) => superiorOf.get(code) === null)).toEqual(['SL-TU']);
    expect([...tops]).toEqual(['SL-TU']);
  });

  it('D8.2b, D11.2b: results go to the standing committee, through its office and the board', async () => {
    const rows = await register.admin.query<object[]>(
      `SELECT organisation_code AS code, array_agg(to_code ORDER BY to_code) AS "to" FROM report_lines
       WHERE kind = 'resultTo' AND organisation_code IN ('03703', 'SL-BTGDV', 'SL-STC', 'SL-TU')
       GROUP BY organisation_code ORDER BY organisation_code COLLATE "C"`,
    );

    const all = ['SL-BTGDV', 'SL-TTTU', 'SL-VPTU'];
    expect(rows).toEqual([
      { code: '03703', to: all },
      { code: 'SL-BTGDV', to: ['SL-TTTU', 'SL-VPTU'] },
      { code: 'SL-STC', to: all },
      { code: 'SL-TU', to: all },
    ]);
  });
});

function topOf(code: string, superiorOf: ReadonlyMap<string, string | null>, steps = 0): string {
  const superior = superiorOf.get(code) ?? null;
  return superior === null || steps > 10 ? code : topOf(superior, superiorOf, steps + 1);
}
