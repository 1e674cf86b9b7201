import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, type OrganisationCode } from '@dialogue/domain';

import { openRegister, type TestRegister } from '../register.fixture.js';
import { createRegister, type Register } from './register.js';

describe('organisations', () => {
  let register: TestRegister;
  let reads: Register;

  beforeAll(async () => {
    register = await openRegister('reference');
    reads = createRegister(register.api);
  });
  afterAll(async () => register.close());

  const codes = async (query: Parameters<Register['organisations']>[0]): Promise<readonly string[]> =>
    (await reads.organisations(query)).map(({ code }) => code);

  it.each([
    ['without marks', 'so tai chinh', ['SL-STC', 'SL-STC-20250228']],
    ['with marks', 'Sở Tài chính', ['SL-STC', 'SL-STC-20250228']],
    ['with the letter d with a stroke', 'dan toc', ['SL-BDT', 'SL-SDTTG']],
    ['by the beginning of their code', 'sl-stc', ['SL-STC', 'SL-STC-20250228']],
  ])('are found %s', async (_way, text, expected) => {
    expect(new Set(await codes({ text }))).toEqual(new Set(expected));
  });

  it.each([
    ['2019-02-15', 12, 204],
    ['2025-01-31', 12, 204],
    ['2025-02-01', 12, 200],
    ['2025-03-01', 12, 200],
    ['2025-06-30', 12, 200],
    ['2025-07-01', 0, 75],
  ])('in force on %s: %i districts, %i communes', async (day, districts, communes) => {
    const on = localDate(day);

    expect([(await codes({ on, level: 'district' })).length, (await codes({ on, level: 'commune' })).length]).toEqual([
      districts,
      communes,
    ]);
  });

  it('come in Vietnamese order', async () => {
    const names = (await reads.organisations({ on: localDate('2026-03-02'), level: 'commune' })).map(
      ({ name }) => name,
    );

    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare));
  });

  it('come with what is below them on a day, and whom these have taken over from', async () => {
    const before = await reads.organisationSubtree('SL-SNNMT', localDate('2025-02-28'));
    const after = await reads.organisationSubtree('SL-SNNMT', localDate('2025-03-01'));
    const province = await reads.organisationSubtree('14', localDate('2026-03-02'));

    expect(before).toEqual(['SL-SNNMT']);
    expect(after).toEqual(['SL-SNNMT', 'SL-SNNPTNT', 'SL-STNMT']);
    expect(province).toHaveLength(361);
    expect(await reads.organisationSubtree('nowhere', localDate('2026-03-02'))).toEqual([]);
  });

  it.each(['14', 'SL-UBND', 'SL-SNNMT', 'SL-TU', 'SL-VPUBND'])(
    'are within %s when they come with it, before and after the mergers',
    async (root) => {
      const every = (await reads.organisations({ limit: 10_000 })).map(({ code }) => code);
      for (const on of ['2019-02-15', '2025-02-28', '2025-03-01', '2026-03-02'].map(localDate)) {
        const within = await reads.organisationsWithin({ codes: every, roots: [root as OrganisationCode], on });

        expect(within).toEqual(await reads.organisationSubtree(root, on));
      }
    },
  );

  it('are within one of several roots, or within none', async () => {
    const question = { codes: ['SL-STC', 'SL-VPTU', 'nowhere'] as OrganisationCode[], on: localDate('2026-03-02') };
    const within = async (...roots: string[]): Promise<readonly string[]> =>
      reads.organisationsWithin({ ...question, roots: roots as OrganisationCode[] });

    expect(await within('SL-UBND', 'SL-VPTU')).toEqual(['SL-STC', 'SL-VPTU']);
    expect(await within('SL-STC')).toEqual(['SL-STC']);
    expect(await within('nowhere')).toEqual([]);
  });

  it('D11.1b: are under the authority of a committee with the units of its area, and never what stands above it', async () => {
    const under = async (code: string, of: string): Promise<boolean> =>
      reads.isUnderAuthority({
        code: code as OrganisationCode,
        of: of as OrganisationCode,
        on: localDate('2026-03-02'),
      });

    for (const code of ['SL-UBND', 'SL-STC', 'SL-SXD', '03703']) expect(await under(code, 'SL-UBND')).toBe(true);
    for (const code of ['SL-TU', 'SL-BTGDV', 'nowhere']) expect(await under(code, 'SL-UBND')).toBe(false);
    expect(await under('SL-BTGDV', 'SL-TU')).toBe(true);
    expect(await under('SL-SXD', 'nowhere')).toBe(false);
  });

  it('D7.1: the lines of a body follow its offices through their mergers', async () => {
    const leadOffice = async (code: string, on: string): Promise<OrganisationCode | null | undefined> =>
      (await reads.organisationLines(code, localDate(on)))?.leadOffice;

    expect(await leadOffice('SL-HDND', '2020-12-31')).toBe('SL-VPHDND');
    expect(await leadOffice('SL-HDND', '2021-01-01')).toBe('SL-VPDBQHHDND');
    expect(await leadOffice('SL-TU', '2026-03-02')).toBe('SL-VPTU');
  });
});
