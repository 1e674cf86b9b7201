import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, type LineKind } from '@dialogue/domain';
import { anOrganisation } from '@dialogue/testing/builders';

import { createAccounts } from '../accounts/accounts.js';
import { openRegister, type TestRegister } from '../register.fixture.js';
import { levelBelow, reportBodies, reportingOrder } from '../reports/report-lines.js';
import { sqlOf } from '../sql/sql.js';
import type { LineFault } from './line-faults.js';
import { createLines, type Lines } from './lines.js';
import { organisationLines } from './organisation-lines.js';

let register: TestRegister;
let lines: Lines;
let setBy: string;

beforeAll(async () => {
  register = await openRegister('reference');
  lines = createLines(register.api);
  const account = { username: 'admin.lines', passwordHash: 'none', role: 'admin', organisationCode: null } as const;
  setBy = (await createAccounts(register.admin).create(account))?.id ?? '';
});
afterAll(async () => register.close());

async function set(code: string, kind: LineKind, bodies: readonly string[], from: string): Promise<LineFault | null> {
  const line = { organisation: anOrganisation(code), kind, bodies: bodies.map((each) => anOrganisation(each)) };
  return lines.set({ ...line, from: localDate(from), reason: 'Quyết định mới', setBy });
}

async function linesOn(code: string, on: string): ReturnType<typeof organisationLines> {
  return organisationLines(sqlOf(register.worker), code, localDate(on));
}

async function sentTo(code: string, line: 'reportTo' | 'copyTo' | 'resultTo', on: string): Promise<readonly string[]> {
  return reportBodies(sqlOf(register.worker), { code: anOrganisation(code), line, on: localDate(on) });
}

async function below(code: string, on: string): Promise<readonly string[]> {
  return levelBelow(await reportingOrder(sqlOf(register.worker), localDate(on)), anOrganisation(code));
}

async function reads(code: string, kind: LineKind, on: string): Promise<object | undefined> {
  return (await lines.of(anOrganisation(code), localDate(on))).lines.find((line) => line.kind === kind);
}

describe('lines between bodies', () => {
  it('D11.3: the monitor is the board of the same level, followed to who is in force on the day', async () => {
    const monitors = await Promise.all(['2025-02-28', '2025-03-01'].map((day) => linesOn('SL-STP', day)));
    expect(monitors.map((each) => each?.monitor)).toEqual(['SL-BDV', 'SL-BTGDV']);
    expect(await reads('SL-STC', 'monitor', '2026-03-02')).toEqual({
      kind: 'monitor',
      since: null,
      bodies: [
        {
          ...{ code: 'SL-BDV', name: 'Ban Dân vận Tỉnh ủy' },
          inForce: { code: 'SL-BTGDV', name: 'Ban Tuyên giáo và Dân vận Tỉnh ủy' },
        },
      ],
    });
  });

  it('D14.1: the report of the province goes to the Standing Committee', async () => {
    expect(await sentTo('SL-TU', 'reportTo', '2026-06-01')).toEqual(['SL-BTVTU']);
  });

  it('D11.3: one that is set from a day on leaves every day before as it was', async () => {
    expect(await set('SL-SYT', 'monitor', ['SL-UBKT'], '2030-03-01')).toBeNull();

    const monitors = await Promise.all(['2030-02-28', '2030-03-01'].map((day) => linesOn('SL-SYT', day)));
    expect(monitors.map((each) => each?.monitor)).toEqual(['SL-BTGDV', 'SL-UBKT']);
    expect(await reads('SL-SYT', 'monitor', '2030-03-01')).toMatchObject({ since: '2030-03-01' });
  });

  it('D11.3: of two that have begun, the one that was set last holds', async () => {
    await set('SL-SCT', 'superior', ['SL-HDND'], '2030-03-01');
    await set('SL-SCT', 'superior', ['SL-TU'], '2030-02-01');

    const superiors = await Promise.all(
      ['2030-01-31', '2030-02-01', '2030-03-01'].map((day) => linesOn('SL-SCT', day)),
    );

    expect(superiors.map((each) => each?.superior)).toEqual(['SL-UBND', 'SL-TU', 'SL-TU']);
  });

  it('D11.1b: one may lead to nobody from a day on', async () => {
    await set('SL-SNGV', 'front', [], '2030-03-01');

    const fronts = await Promise.all(['2030-02-28', '2030-03-01'].map((day) => linesOn('SL-SNGV', day)));
    expect(fronts.map((each) => each?.front)).toEqual(['SL-MTTQ', null]);
  });

  it('D14.1: reports and copies go to the bodies set, and figures are built along them', async () => {
    await set('SL-STP', 'copyTo', ['SL-SYT', 'SL-TTR'], '2030-03-01');
    await set('SL-STP', 'reportTo', ['SL-BTC'], '2030-03-01');

    expect((await sentTo('SL-STP', 'copyTo', '2030-02-28')).length).toBeGreaterThan(2);
    expect(await sentTo('SL-STP', 'copyTo', '2030-03-01')).toEqual(['SL-SYT', 'SL-TTR']);
    expect(await below('SL-UBND', '2030-02-28')).toContain('SL-STP');
    expect(await below('SL-UBND', '2030-03-01')).not.toContain('SL-STP');
    expect(await below('SL-BTC', '2030-03-01')).toEqual(['SL-STP']);
  });

  it('are written once, however often somebody clicks', async () => {
    const written = async (): Promise<number> =>
      (await lines.of(anOrganisation('SL-TTR'), localDate('2030-01-01'))).settings.length;

    await set('SL-TTR', 'copyTo', ['SL-SYT', 'SL-STC'], '2030-03-01');
    await set('SL-TTR', 'copyTo', ['SL-STC', 'SL-SYT'], '2030-03-01');
    const once = await written();
    await set('SL-TTR', 'copyTo', ['SL-STC'], '2030-03-01');

    expect([once, await written()]).toEqual([1, 2]);
  });
});

describe('a line that is wrong', () => {
  it.each<[string, string, LineKind, string, LineFault]>([
    ['an unknown body', 'SL-STC', 'monitor', 'SL-KHONG-CO', { kind: 'unknown', body: anOrganisation('SL-KHONG-CO') }],
    ['a body that has ended', 'SL-STC', 'monitor', 'SL-BDV', { kind: 'unknown', body: anOrganisation('SL-BDV') }],
    ['itself above itself', 'SL-STC', 'superior', 'SL-STC', { kind: 'itself', body: anOrganisation('SL-STC') }],
    ['a copy to itself', 'SL-STC', 'copyTo', 'SL-STC', { kind: 'itself', body: anOrganisation('SL-STC') }],
    [
      ...(['a superior that is below it', 'SL-UBND', 'superior', 'SL-STC'] as const),
      { kind: 'loop', body: anOrganisation('SL-STC'), on: localDate('2030-01-01') },
    ],
    [
      ...(['a report to whom it builds on, over another', 'SL-TU', 'reportTo', '03703'] as const),
      { kind: 'loop', body: anOrganisation('03703'), on: localDate('2030-01-01') },
    ],
    [
      ...(['a report to a unit whose committee reports to it', 'SL-TU', 'reportTo', '14'] as const),
      { kind: 'loop', body: anOrganisation('14'), on: localDate('2030-01-01') },
    ],
    [
      ...(['the line of a unit whose committee answers for it', '14', 'monitor', 'SL-BTGDV'] as const),
      { kind: 'notInForce', answeredBy: anOrganisation('SL-UBND') },
    ],
    [
      ...(['the line of a body that has ended', 'SL-BDV', 'monitor', 'SL-BTGDV'] as const),
      { kind: 'notInForce', answeredBy: anOrganisation('SL-BTGDV') },
    ],
  ])('D11.3, D14.1: %s is refused, and nothing is written', async (_what, code, kind, body, fault) => {
    const before = await lines.of(anOrganisation(code), localDate('2030-01-01'));

    expect(await set(code, kind, [body], '2030-01-01')).toEqual(fault);
    expect(await lines.of(anOrganisation(code), localDate('2030-01-01'))).toEqual(before);
  });

  it('D14.1: a circle that closes on a later day is refused with that day', async () => {
    await set('SL-SXD', 'reportTo', ['SL-SKHCN'], '2031-03-01');

    expect(await set('SL-SKHCN', 'reportTo', ['SL-SXD'], '2031-01-01')).toEqual({
      ...{ kind: 'loop', body: 'SL-SXD', on: '2031-03-01' },
    });
  });
});

describe('lines that offices have set', () => {
  it('are added only: nobody changes or takes away what has held', async () => {
    for (const table of ['organisation_lines', 'organisation_line_bodies'])
      for (const role of [register.api, register.worker]) {
        await expect(role.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
        await expect(
          role.query(`UPDATE ${table} SET ${table === 'organisation_lines' ? 'reason' : 'to_code'} = 'x'`),
        ).rejects.toThrow('permission denied');
      }
    await expect(register.api.query(`INSERT INTO organisation_lines (set_at) VALUES (now())`)).rejects.toThrow(
      'permission denied',
    );
  });
});
