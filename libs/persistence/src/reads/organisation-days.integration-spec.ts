import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, type PostKind } from '@dialogue/domain';

import { appoint, openRegister, type TestRegister } from '../register.fixture.js';
import { createRegister, type Register } from './register.js';

describe('a body on a day', () => {
  let register: TestRegister;
  let reads: Register;

  beforeAll(async () => {
    register = await openRegister('reference');
    reads = createRegister(register.api);
  });
  afterAll(async () => register.close());

  it.each([
    ['03760', '2025-06-30', ['119', '14'], 'a commune that went on, in its district'],
    ['03760', '2025-07-01', ['14'], 'the same without districts'],
    ['03985-20250630', '2025-01-31', ['123-20250131', '14'], 'before its district became a town'],
    ['03985-20250630', '2025-02-01', ['123', '14'], 'after that'],
    ['SL-HND', '2025-06-30', ['SL-TU', '14'], 'an organisation under the Party committee'],
    ['SL-HND', '2025-07-01', ['SL-MTTQ', 'SL-TU', '14'], 'the same under the Front'],
  ])('%s on %s is below %j (%s)', async (code, on, expected, _reason) => {
    const body = await reads.organisationOnDay(code, localDate(on));

    expect(body?.parents.map((parent) => parent.code)).toEqual(expected);
    expect(body?.parentCode).toBe(expected[0]);
  });

  it.each([
    ['SL-SNNPTNT', '2025-02-28', true, 'SL-SNNPTNT', 'itself'],
    ['SL-SNNPTNT', '2025-03-01', false, 'SL-SNNMT', 'its successor'],
    ['14', '2026-03-02', true, 'SL-UBND', 'the committee of a unit'],
    ['119', '2025-07-01', false, 'SL-UBND', 'the committee of what is above a district that ended'],
  ])('%s on %s, in force %s, is answered for by %s: %s', async (code, on, isInForce, answeredBy, _reason) => {
    expect(await reads.organisationOnDay(code, localDate(on))).toMatchObject({
      isInForce,
      answeredBy: { code: answeredBy },
    });
  });

  it('names whom it took over from and who took over from it, the main one first', async () => {
    const department = await reads.organisationOnDay('SL-SNNMT', localDate('2026-03-02'));
    const town = await reads.organisationOnDay('03982-20250131', localDate('2026-03-02'));

    const merged = { kind: 'merge', on: '2025-03-01', isMain: true };
    expect(department?.predecessors).toMatchObject([
      { code: 'SL-SNNPTNT', ...merged },
      { code: 'SL-STNMT', ...merged },
    ]);
    expect(town?.successors).toMatchObject([
      { code: '03982-20250630', kind: 'split', on: '2025-02-01', isMain: true },
      { code: '03983', kind: 'split', isMain: false },
      { code: '03984', kind: 'split', isMain: false },
    ]);
    expect(town?.successorCode).toBe('03982-20250630');
  });

  it('is unknown when it never was', async () => {
    expect(await reads.organisationOnDay('nowhere', localDate('2026-03-02'))).toBeNull();
  });

  it.each([
    ['119', '2019-02-15', 29],
    ['119', '2025-06-30', 28],
    ['119', '2025-07-01', 0],
  ])('%s on %s has %i communes below it', async (code, on, communes) => {
    const below = await reads.organisationsBelow(code, localDate(on));

    expect(below.filter(({ level }) => level === 'commune')).toHaveLength(communes);
  });

  it('the whole province on a day is its districts and its communes of that day', async () => {
    const count = async (on: string): Promise<readonly number[]> => {
      const below = await reads.organisationsBelow('14', localDate(on));
      return ['district', 'commune'].map((level) => below.filter((body) => body.level === level).length);
    };

    expect([await count('2019-02-15'), await count('2025-03-01'), await count('2025-07-01')]).toEqual([
      [12, 204],
      [12, 200],
      [0, 75],
    ]);
  });

  it('levels come from the highest, and the district ended', async () => {
    const codes = async (on?: string): Promise<readonly string[]> =>
      (await reads.levels(on === undefined ? undefined : localDate(on))).map(({ code }) => code);

    expect(await codes()).toEqual(['province', 'district', 'commune']);
    expect(await codes('2025-06-30')).toEqual(['province', 'district', 'commune']);
    expect(await codes('2025-07-01')).toEqual(['province', 'commune']);
  });

  describe('and its host', () => {
    const held = async (organisationCode: string, kind: PostKind, isActing = false): Promise<string> =>
      appoint(
        register.admin,
        { organisationCode, kind, title: `Chức danh ${kind}`, validFrom: null },
        { isActing, validFrom: localDate('2025-03-01'), validTo: '2026-03-01' },
      );
    const kindsOn = async (code: string, on: string): Promise<readonly string[]> =>
      (await reads.hostPosts(code, localDate(on))).map(({ kind }) => kind);

    beforeAll(async () => {
      await register.admin.query(
        `INSERT INTO organisations (code, name, kind, level, parent_code) VALUES
           ('SL-BPC', 'Ban Pháp chế Hội đồng nhân dân tỉnh', 'ban-hdnd', 'province', 'SL-HDND')`,
      );
      await held('SL-UBND', 'committeeChair');
      await held('SL-STC', 'departmentHead', true);
      await held('SL-STC', 'handler');
      await held('SL-BPC', 'departmentHead');
    });

    it.each([
      ['SL-UBND', '2025-02-28', [], 'nobody yet'],
      ['SL-UBND', '2025-03-01', ['committeeChair'], 'the first day of the holder'],
      ['SL-UBND', '2026-03-01', ['committeeChair'], 'the last day'],
      ['SL-UBND', '2026-03-02', [], 'nobody any more'],
      ['14', '2025-06-01', ['committeeChair'], 'the committee answers for its unit'],
      ['SL-STC', '2025-06-01', ['departmentHead'], 'whoever is in charge may, a handler may not'],
      ['SL-SKHDT', '2025-06-01', ['departmentHead'], 'the successor answers'],
      ['SL-BPC', '2025-06-01', [], "boards of the People's Council may not"],
      ['SL-VPUBND', '2025-06-01', [], 'an office without a post'],
    ])('D1: %s on %s: %j (%s)', async (code, on, expected, _reason) => {
      expect(await kindsOn(code, on)).toEqual(expected);
    });
  });
});
