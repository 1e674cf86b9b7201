import { describe, expect, it } from '@jest/globals';
import { aPetition, aCommand, aConferenceReference, applied, at } from '@dialogue/testing/builders';

import type { PetitionCommand } from '../petitions/petition-commands.js';
import { localDate } from '../time/local-date.js';
import { changedField, isFieldInForce, rootFields, type Field, type FieldChange } from './field.js';

const roots = rootFields.map((root) => aField({ code: root, root, name: root, validFrom: null }));
const land = aField();
const roads = aField({ code: 'roads', name: 'Giao thông' });
const list = [...roots, land, roads];

function aField(changes: Partial<Field> = {}): Field {
  const validFrom = localDate('2026-01-01');
  return { code: 'land', name: 'Đất đai', root: 'economy', validFrom, validTo: null, ...changes };
}

function added(changes: Partial<Extract<FieldChange, { kind: 'add' }>['field']> = {}): FieldChange {
  const { code, name, root } = land;
  return { kind: 'add', field: { code, name, root, validFrom: localDate('2026-01-01'), ...changes } };
}

describe('changing the list of fields', () => {
  it.each<[string, FieldChange, Field]>([
    ['a new one', added({ code: 'water', name: 'Nước' }), aField({ code: 'water', name: 'Nước' })],
    [
      'of a name that there is under another field of article 5',
      added({ code: 'water', root: 'publicOrder' }),
      aField({ code: 'water', root: 'publicOrder' }),
    ],
    ['another name', { kind: 'rename', code: 'land', name: 'Đất đai, nhà ở' }, aField({ name: 'Đất đai, nhà ở' })],
    ['the same name in capitals', { kind: 'rename', code: 'land', name: 'ĐẤT ĐAI' }, aField({ name: 'ĐẤT ĐAI' })],
    [
      'a last day, as early as the first one',
      { kind: 'retire', code: 'land', on: localDate('2026-01-01') },
      aField({ validTo: localDate('2026-01-01') }),
    ],
  ])('D5: takes %s', (_what, change, after) => {
    expect(changedField(list, change)).toEqual(after);
  });

  it.each<[string, FieldChange]>([
    ['added', added()],
    ['renamed', { kind: 'rename', code: 'land', name: land.name }],
    ['retired', { kind: 'retire', code: 'land', on: null }],
  ])('D5: leaves one alone that is %s as it was already', (_what, change) => {
    expect(changedField(list, change)).toBe(land);
  });

  it('D5: gives a field that has an end no end again', () => {
    const ended = [aField({ validTo: localDate('2026-06-30') })];

    expect(changedField(ended, { kind: 'retire', code: 'land', on: null })).toEqual(land);
  });

  it.each<[string, FieldChange]>([
    ['unknown', { kind: 'rename', code: 'water', name: 'Nước' }],
    ['unknown', { kind: 'retire', code: 'water', on: null }],
    ['codeTaken', added({ name: 'Nước' })],
    ['codeTaken', added({ validFrom: localDate('2026-01-02') })],
    ['codeTaken', added({ code: 'economy', root: 'economy', name: 'Kinh tế' })],
    ['nameTaken', added({ code: 'water', name: 'ĐẤT đai' })],
    ['nameTaken', { kind: 'rename', code: 'roads', name: 'đất đai' }],
    ['endsBeforeItBegins', { kind: 'retire', code: 'land', on: localDate('2025-12-31') }],
  ])('D5: is refused as %s by %j', (fault, change) => {
    expect(changedField(list, change)).toBe(fault);
  });

  it.each(rootFields)('D5: neither renames nor retires %s, which is of article 5', (code) => {
    expect(changedField(list, { kind: 'rename', code, name: 'Khác' })).toBe('ofArticle');
    expect(changedField(list, { kind: 'retire', code, on: localDate('2026-06-30') })).toBe('ofArticle');
  });
});

describe('a field', () => {
  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('D5: from January to June is in force on %s: %s', (day, expected) => {
    expect(isFieldInForce(aField({ validTo: localDate('2026-06-30') }), localDate(day))).toBe(expected);
  });

  it.each<[string, (field: string) => PetitionCommand, Parameters<typeof aPetition>[0]]>([
    ['accepting', (field) => ({ kind: 'accept', field }), { stage: 'received' }],
    ['classifying', (field) => ({ kind: 'classify', field }), { stage: 'accepted' }],
    [
      'registering what was raised',
      (field) => aCommand('register', { raised: { conference: aConferenceReference(), field } }),
      { stage: 'submitted' },
    ],
  ])('D5: decides nothing by which one it is: %s', (_what, command, wishes) => {
    const now = at('2026-03-24');
    const [known, other] = ['economy', 'land'].map((field) => applied(aPetition(wishes), command(field), now));

    expect(other).toEqual({ ...known, facts: { ...known?.facts, field: 'land' } });
  });
});
