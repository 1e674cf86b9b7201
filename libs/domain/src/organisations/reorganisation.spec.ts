import { describe, expect, it } from '@jest/globals';

import { aDocument, anOrganisation } from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { reorganisationProblems } from './reorganisation-problems.js';
import { beginningsOf, successionsOf, type BodyChange, type KnownBody, type NewBody } from './reorganisation.js';

const finance = anOrganisation('SL-STC');
const justice = anOrganisation('SL-STP');
const home = anOrganisation('SL-SNV');
const fresh = aNewBody('SL-STCM', { name: 'Sở Tài chính mới' });

describe('reorganisationProblems', () => {
  it.each<[string, BodyChange]>([
    ['one body into another', { kind: 'merge', from: [finance], into: { code: home } }],
    ['two into a new one', { kind: 'merge', from: [finance, justice], into: fresh }],
    ['one into itself and a new one beside it', { kind: 'split', from: finance, into: [fresh, { code: home }] }],
    ['an end with a successor', { kind: 'abolition', from: finance, into: { code: home } }],
    ['an end of what has neither work nor past', { kind: 'abolition', from: justice, into: null }],
    ['another name', { kind: 'renaming', from: finance, into: fresh }],
    [
      'a new body below another',
      { kind: 'renaming', from: finance, into: { ...fresh, parentCode: anOrganisation('15') } },
    ],
  ])('D11.3: has nothing to say of %s', (_reason, change) => {
    expect(found([change])).toEqual([]);
  });

  it.each<[string, readonly BodyChange[], readonly string[]]>([
    ['a body that nobody knows', [merge('SL-X', 'SL-SNV')], ['changes.0.from.0 body_unknown']],
    ['a successor that nobody knows', [merge('SL-STC', 'SL-X')], ['changes.0.into.code body_unknown']],
    ['a body that has ended', [merge('SL-SKHDT', 'SL-SNV')], ['changes.0.from.0 body_ended']],
    ['a successor that has ended', [merge('SL-STC', 'SL-SKHDT')], ['changes.0.into.code body_ended']],
    ['a body that begins on the day', [merge('SL-SM', 'SL-SNV')], ['changes.0.from.0 body_not_begun']],
    ['a successor that begins after the day', [merge('SL-STC', 'SL-SMM')], ['changes.0.into.code body_not_begun']],
    [
      'a body in two changes',
      [merge('SL-STC', 'SL-SNV'), { kind: 'abolition', from: finance, into: { code: justice } }],
      ['changes.0.from.0 body_twice', 'changes.1.from body_twice'],
    ],
    [
      'two that take over from each other',
      [merge('SL-STC', 'SL-SNV'), merge('SL-SNV', 'SL-STC')],
      ['changes.0.into.code cycle', 'changes.1.into.code cycle'],
    ],
    ['a body that takes over from itself', [merge('SL-STC', 'SL-STC')], ['changes.0.into.code cycle']],
    [
      'a successor that ends itself',
      [merge('SL-STC', 'SL-SNV'), { kind: 'renaming', from: home, into: fresh }],
      ['changes.0.into.code successor_ends'],
    ],
    ['a body that another takes over from later', [merge('SL-CHO', 'SL-SNV')], ['changes.0.from.0 body_awaited']],
    [
      'an end without a successor, with open work',
      [{ kind: 'abolition', from: finance, into: null }],
      ['changes.0.into successor_needed'],
    ],
    [
      'one body that becomes a new one by merging',
      [{ kind: 'merge', from: [finance], into: fresh }],
      ['changes.0.from too_few'],
    ],
    ['a split into one', [{ kind: 'split', from: finance, into: [fresh] }], ['changes.0.into too_few']],
    [
      'a split into the same twice',
      [{ kind: 'split', from: finance, into: [{ code: home }, { code: home }] }],
      ['changes.0.into.0.code body_twice', 'changes.0.into.1.code body_twice'],
    ],
    ['a code that is taken', [renaming({ code: home })], ['changes.0.into.code code_taken']],
    [
      'a code that is given twice',
      [renaming({}), { kind: 'renaming', from: justice, into: fresh }],
      ['changes.0.into.code code_taken', 'changes.1.into.code code_taken'],
    ],
    ['a code of other signs', [renaming({ code: anOrganisation('sl stc') })], ['changes.0.into.code code_invalid']],
    ['no name', [renaming({ name: ' ' })], ['changes.0.into.name name_missing']],
    ['a level that is over', [renaming({ level: 'district' })], ['changes.0.into.level level_unknown']],
    [
      'a parent that nobody knows',
      [renaming({ parentCode: anOrganisation('X') })],
      ['changes.0.into.parentCode body_unknown'],
    ],
    [
      'a parent that ends on the day before',
      [renaming({ parentCode: justice }), merge('SL-STP', 'SL-SNV')],
      ['changes.0.into.parentCode body_ended'],
    ],
    [
      'nothing above it',
      [{ kind: 'renaming', from: anOrganisation('SL-LOSE'), into: fresh }],
      ['changes.0.into.parentCode parent_missing'],
    ],
    [
      'a unit without its committee',
      [{ kind: 'renaming', from: anOrganisation('03646'), into: aNewBody('03647', { name: 'Xã mới' }) }],
      ['changes.0.from unit_left_behind'],
    ],
  ])('D11.3: finds %s', (_reason, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });

  it.each([
    ['2026-12-09', ['effectiveOn day_past']],
    ['2026-12-10', []],
  ])('D11.3: of a day that is %s, on 10 December: %j', (effectiveOn, expected) => {
    expect(found([merge('SL-STC', 'SL-SNV')], effectiveOn)).toEqual(expected);
  });
});

describe('successionsOf', () => {
  it('D11.3: names for each body that ends the main one that takes over, and nobody where nobody does', () => {
    const changes: readonly BodyChange[] = [
      { kind: 'merge', from: [finance, justice], into: { code: home } },
      { kind: 'split', from: anOrganisation('SL-SM'), into: [fresh, { code: home }] },
      { kind: 'abolition', from: anOrganisation('SL-SMM'), into: null },
    ];

    expect(successionsOf({ changes }, bodies)).toEqual([
      { from: 'SL-STC', to: 'SL-SNV', toName: 'SL-SNV' },
      { from: 'SL-STP', to: 'SL-SNV', toName: 'SL-SNV' },
      { from: 'SL-SM', to: 'SL-STCM', toName: 'Sở Tài chính mới' },
    ]);
  });
});

describe('beginningsOf', () => {
  it('D11.3: a new body is as the first of its predecessors was, unless told', () => {
    const changes: readonly BodyChange[] = [
      { kind: 'merge', from: [finance, justice], into: { ...fresh, monitorCode: anOrganisation('SL-BTGDV') } },
    ];

    expect(beginningsOf({ changes }, bodies)).toEqual([
      {
        ...{
          code: 'SL-STCM',
          name: 'Sở Tài chính mới',
          kind: 'so',
          level: 'province',
          parentCode: '14',
          unitCode: null,
        },
        ...{ leadOfficeCode: 'SL-STC-VP', monitorCode: 'SL-BTGDV', frontCode: null, goesOnFrom: 'SL-STC' },
      },
    ]);
  });

  it('D7, D11.3: it stands with the successor of a body that ends on the same day', () => {
    const unit = aNewBody('03647', { name: 'Xã mới' });
    const committee = aNewBody('03647-UBND', { name: 'Ủy ban nhân dân xã mới' });
    const changes: readonly BodyChange[] = [
      { kind: 'renaming', from: anOrganisation('03646'), into: unit },
      { kind: 'renaming', from: anOrganisation('03646-UBND'), into: committee },
    ];

    expect(found(changes)).toEqual([]);
    expect(beginningsOf({ changes }, bodies)[1]).toMatchObject({ parentCode: '03647', unitCode: '03647' });
  });

  it("is below what its predecessor's parent was below, when it takes over from that as well", () => {
    const changes: readonly BodyChange[] = [
      { kind: 'merge', from: [anOrganisation('03646-UBND'), anOrganisation('03646')], into: fresh },
    ];

    expect(beginningsOf({ changes }, bodies)[0]?.parentCode).toBe('14');
  });
});

function found(changes: readonly BodyChange[], effectiveOn = '2027-01-01'): readonly string[] {
  const asked = {
    effectiveOn: localDate(effectiveOn),
    document: aDocument('15/NQ', '2026-12-01'),
    reason: 'x',
    changes,
  };
  const basis = { today: localDate('2026-12-10'), bodies, levels: new Set(['province', 'commune']) };
  return reorganisationProblems(asked, basis).map(({ path, code }) => `${path} ${code.replace('reorganisation.', '')}`);
}

function merge(from: string, into: string): BodyChange {
  return { kind: 'merge', from: [anOrganisation(from)], into: { code: anOrganisation(into) } };
}

function renaming(wishes: Partial<NewBody>): BodyChange {
  return { kind: 'renaming', from: finance, into: { ...fresh, ...wishes } };
}

function aNewBody(code: string, wishes: Partial<NewBody>): NewBody {
  return {
    ...{ code: anOrganisation(code), name: code, kind: null, level: null, parentCode: null, unitCode: null },
    ...{ leadOfficeCode: null, monitorCode: null, frontCode: null, ...wishes },
  };
}

const bodies = new Map(
  [
    aBody('14', { kind: 'tinh', parentCode: null }),
    aBody('15'),
    aBody('SL-STC', { hasWork: true, leadOfficeCode: anOrganisation('SL-STC-VP') }),
    aBody('SL-STP'),
    aBody('SL-SNV'),
    aBody('SL-BTGDV'),
    aBody('SL-SKHDT', { validTo: localDate('2025-02-28') }),
    aBody('SL-SM', { validFrom: localDate('2027-01-01') }),
    aBody('SL-SMM', { validFrom: localDate('2027-01-02') }),
    aBody('SL-CHO', { takesOverOn: localDate('2027-01-01') }),
    aBody('SL-LOSE', { parentCode: null }),
    aBody('03646', { kind: 'xa', level: 'commune' }),
    aBody('03646-UBND', {
      ...{ kind: 'ubnd', level: 'commune' },
      ...{ parentCode: anOrganisation('03646'), unitCode: anOrganisation('03646') },
    }),
    aBody('03646-HDND', { unitCode: anOrganisation('03646'), validTo: localDate('2026-06-30') }),
  ].map((body) => [body.code, body]),
);

function aBody(code: string, wishes: Partial<KnownBody> = {}): KnownBody {
  const parentCode = anOrganisation('14');
  return {
    ...aNewBody(code, { parentCode }),
    ...{ kind: 'so', level: 'province', validFrom: null, validTo: null, takesOverOn: null, hasWork: false, ...wishes },
  };
}
