import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyFigures, localDate, type Field, type FieldFault } from '@dialogue/domain';
import { anOrganisation, applied, at } from '@dialogue/testing/builders';

import { createLedger } from '../ledger/ledger.js';
import { createRegister, type Register } from '../reads/register.js';
import {
  anAdmin,
  anEntry,
  behindAnother,
  openRegister,
  recordUntil,
  submitPetition,
  type TestRegister,
} from '../register.fixture.js';
import { figuresOf } from '../reports/figures.js';
import { sqlOf } from '../sql/sql.js';
import { createFields, type Fields } from './fields.js';

let register: TestRegister;
let fields: Fields;
let reads: Register;
let admin: string;

beforeAll(async () => {
  register = await openRegister('reference');
  fields = createFields(register.api);
  reads = createRegister(register.api);
  admin = await anAdmin(register);
});
afterAll(async () => register.close());

async function add(code: string, name: string, root: Field['root'] = 'economy'): Promise<FieldFault | null> {
  return fields.change({ kind: 'add', field: { code, name, root, validFrom: localDate('2026-01-01') } }, admin);
}

async function changesOf(code: string): Promise<readonly unknown[] | undefined> {
  return (await fields.list()).find((field) => field.code === code)?.changes;
}

/** A petition that was accepted in the field of economy, and then classed otherwise. */
async function classified(organisation: string, field: string): Promise<string> {
  const host = { organisation: anOrganisation(organisation), leadOffice: anOrganisation(organisation) };
  const id = await submitPetition(register.api, host);
  const { state, sequence } = await recordUntil(register.worker, { id, stage: 'accepted', ...host });
  const transition = applied(state, { kind: 'classify', field }, at('2026-03-24'));
  await createLedger(register.worker).recordTransition(anEntry(transition, { sequence: sequence + 1 }));
  return id;
}

describe('the list of fields', () => {
  it('D5: begins with the five of article 5, in its order', async () => {
    expect((await fields.list()).map(({ code, name }) => [code, name])).toEqual([
      ['economy', 'kinh tế'],
      ['cultureAndSociety', 'văn hóa - xã hội'],
      ['defenceAndSecurity', 'quốc phòng - an ninh'],
      ['publicOrder', 'trật tự, an toàn xã hội'],
      ['partyAndGovernment', 'xây dựng Đảng, chính quyền, Mặt trận và đoàn thể'],
    ]);
  });

  it('D5: has each field under its root, in the order in which they came, with who has changed what', async () => {
    await add('roads', 'giao thông');
    await add('land', 'đất đai');
    await add('schools', 'giáo dục', 'cultureAndSociety');
    await fields.change({ kind: 'rename', code: 'roads', name: 'giao thông, vận tải' }, admin);

    const list = await fields.list();

    expect(list.map(({ code }) => code).slice(0, 5)).toEqual([
      'economy',
      'roads',
      'land',
      'cultureAndSociety',
      'schools',
    ]);
    expect(list[1]?.changes).toMatchObject([
      { name: 'giao thông', validTo: null, by: { id: admin, username: 'lan' } },
      { name: 'giao thông, vận tải', validTo: null },
    ]);
  });

  it('is written once, however often somebody clicks', async () => {
    for (const change of [
      { kind: 'add', field: { code: 'water', name: 'nước sạch', root: 'economy', validFrom: localDate('2026-01-01') } },
      { kind: 'rename', code: 'water', name: 'cấp nước' },
      { kind: 'retire', code: 'water', on: localDate('2026-12-31') },
    ] as const) {
      const before = (await changesOf('water'))?.length ?? 0;
      expect([await fields.change(change, admin), await fields.change(change, admin)]).toEqual([null, null]);
      expect(await changesOf('water')).toHaveLength(before + 1);
    }
  });

  it('D5: keeps the article as it is, and says why', async () => {
    expect(await fields.change({ kind: 'rename', code: 'economy', name: 'khác' }, admin)).toBe('ofArticle');
    expect(await fields.change({ kind: 'retire', code: 'economy', on: localDate('2026-12-31') }, admin)).toBe(
      'ofArticle',
    );
    expect(await add('again', 'kinh tế')).toBe('nameTaken');
  });

  it('D5: takes one of two of a name that come together', async () => {
    const other = `INSERT INTO fields (code, root_code, name, position) VALUES ('forests', 'economy', 'lâm nghiệp', 50)`;

    const fault = await behindAnother(
      register.admin,
      [`SELECT pg_advisory_xact_lock(hashtext('fields'))`, other],
      async () => add('woods', 'Lâm nghiệp'),
    );

    expect(fault).toBe('nameTaken');
  });

  it('is read by both roles, and written by the API only, which changes no code and no root', async () => {
    const refused = 'permission denied';
    for (const statement of [`INSERT INTO fields VALUES ('x', 'economy', 'x', 1)`, 'DELETE FROM fields'])
      await expect(register.worker.query(statement)).rejects.toThrow(refused);
    for (const statement of [
      `UPDATE fields SET root_code = 'publicOrder'`,
      'DELETE FROM fields',
      `UPDATE field_changes SET name = 'x'`,
    ])
      await expect(register.api.query(statement)).rejects.toThrow(refused);
    await expect(register.worker.query('SELECT code FROM fields')).resolves.not.toEqual([]);
  });
});

describe('D5: cases of a field', () => {
  it('are only of one in the list', async () => {
    await expect(classified('SL-SYT', 'unheardOf')).rejects.toThrow('petitions_field_fk');
  });

  it('are found by their field and by that above it, with its name of today, also when it is retired', async () => {
    await add('housing', 'nhà ở');
    const id = await classified('SL-SXD', 'housing');
    await fields.change({ kind: 'retire', code: 'housing', on: localDate('2026-02-01') }, admin);
    await fields.change({ kind: 'rename', code: 'housing', name: 'nhà ở xã hội' }, admin);
    const found = async (...field: readonly string[]): Promise<readonly string[]> =>
      (await reads.petitions({ field, host: 'SL-SXD' }, { limit: 50, sort: 'newest' })).rows.map((row) => row.id);

    expect(await found('housing')).toEqual([id]);
    expect(await found('economy')).toEqual([id]);
    expect(await found('publicOrder', 'roads')).toEqual([]);
    expect(await reads.petitionCounts({ field: ['economy'], host: 'SL-SXD' })).toMatchObject({ total: 1 });
    expect(await reads.petition(id)).toMatchObject({ field: 'housing', fieldName: 'nhà ở xã hội' });
  });

  it('D14.1: are counted under the field of article 5, and by themselves', async () => {
    await add('farming', 'nông nghiệp');
    await add('police', 'công an', 'publicOrder');
    for (const field of ['farming', 'farming', 'police', 'economy', 'publicOrder']) await classified('SL-SNNMT', field);
    const period = { code: '20260301-20260430', from: localDate('2026-03-01'), cutOn: localDate('2026-04-30') };

    expect(await figuresOf(sqlOf(register.worker), anOrganisation('SL-SNNMT'), period)).toEqual({
      ...emptyFigures,
      received: 5,
      byField: { ...emptyFigures.byField, economy: 3, publicOrder: 2 },
      bySubField: { farming: 2, police: 1 },
    });
  });
});
