import { describe, expect, it } from '@jest/globals';

import { localDate } from '../time/local-date.js';
import type { Numbered } from './import-faults.js';
import {
  planOrganisations,
  type KnownOrganisations,
  type OrganisationEntry,
  type OrganisationPlan,
} from './organisation-import.js';

const province = anEntry({ code: 'TINH', kind: 'tinh', level: 'province' });
const department = anEntry({ code: 'SO-1' });
const known = {
  organisations: new Map([province, department].map((entry) => [entry.code, entry])),
  levels: new Map([
    ['province', null],
    ['district', localDate('2025-06-30')],
  ]),
  reorganised: new Set<string>(),
  atWork: new Set<string>(),
};

describe('planOrganisations', () => {
  it('tells what is new, what is changed and what is as it is', () => {
    const renamed = { ...department, name: 'Sở mới' };

    const plan = planned(province, renamed, anEntry({ code: 'SO-2' }));

    expect(plan).toEqual({ created: [anEntry({ code: 'SO-2' })], changed: [renamed], unchanged: 1, faults: [] });
  });

  it('lets lines refer to each other, whichever comes first', () => {
    const plan = planned(anEntry({ code: 'SO-3', parentCode: 'SO-4' }), anEntry({ code: 'SO-4' }));

    expect(plan.faults).toEqual([]);
  });

  const ended = { validTo: localDate('2025-06-30') };
  it.each<[string, Partial<OrganisationEntry>, readonly string[]]>([
    ['a code with small letters', { code: 'so-2' }, ['code code_invalid']],
    ['a name with what was no UTF-8', { name: 'S\uFFFD' }, ['name text_invalid']],
    ['a name that nobody reads to its end', { name: 'x'.repeat(301) }, ['name text_invalid']],
    ['an unknown parent', { parentCode: 'X' }, ['parent_code unknown_reference']],
    ['an unknown lead office', { leadOfficeCode: 'X' }, ['lead_office_code unknown_reference']],
    ['itself as its parent', { parentCode: 'SO-2' }, ['parent_code own_parent']],
    [
      'an end before its beginning',
      { validFrom: localDate('2025-07-01'), ...ended },
      ['valid_to ends_before_it_begins'],
    ],
    ['an unknown level', { level: 'ward' }, ['level unknown_reference']],
    ['no end at a level that ended', { level: 'district' }, ['valid_to level_over']],
    ['a later end than its level', { level: 'district', validTo: localDate('2025-07-01') }, ['valid_to level_over']],
    ['a successor, but no end', { successors: ['SO-1'], endedBy: 'merge' }, ['successors successors_without_end']],
    ['a successor, but no way of ending', { successors: ['SO-1'], ...ended }, ['ended_by ending_incomplete']],
    ['a way of ending, but no successor', { endedBy: 'merge', ...ended }, ['ended_by ending_incomplete']],
    ['an unknown successor', { successors: ['X'], endedBy: 'merge', ...ended }, ['successors unknown_reference']],
    ['the same successor twice', { successors: ['SO-1', 'SO-1'], endedBy: 'split', ...ended }, ['successors twice']],
    [
      'two things at once',
      { parentCode: 'X', level: 'ward' },
      ['parent_code unknown_reference', 'level unknown_reference'],
    ],
  ])('refuses %s', (_what, wishes, expected) => {
    expect(faultsOf(planned(anEntry({ code: 'SO-2', ...wishes })))).toEqual(expected);
  });

  it('takes the last day of its level, and a split into several', () => {
    const wishes = { level: 'district', successors: ['SO-1', 'TINH'], endedBy: 'split', ...ended } as const;

    expect(planned(anEntry({ code: 'H-1', ...wishes })).faults).toEqual([]);
  });

  it('refuses a successor that is not there on the day after the last', () => {
    const late = anEntry({ code: 'SO-3', validFrom: localDate('2025-07-02') });
    const merged = anEntry({ code: 'SO-2', successors: ['SO-3'], endedBy: 'merge', ...ended });

    expect(faultsOf(planned(late, merged))).toEqual(['successors successor_not_in_force']);
  });

  const end = { ...department, ...ended };
  const handed = { ...end, successors: ['TINH'], endedBy: 'merge' } as const;
  it.each<[string, Partial<KnownOrganisations>, OrganisationEntry, readonly string[]]>([
    ['an end of what a reorganisation named', { reorganised: new Set(['SO-1']) }, end, ['valid_to']],
    ['all that it decided', { reorganised: new Set(['SO-1']) }, handed, ['valid_to', 'ended_by', 'successors']],
    ['an end of what an open case names', { atWork: new Set(['SO-1']) }, handed, ['valid_to']],
  ])('D11.3: refuses %s, which is a matter of a reorganisation', (_what, bound, entry, columns) => {
    const { faults } = planOrganisations({ ...known, ...bound }, [{ line: 2, entry }]);

    expect(faults).toEqual(columns.map((column) => ({ line: 2, column, code: 'reorganisation_needed' })));
  });

  it('D11.3: lets everything else be said of a body that is named, and whatever is as it was', () => {
    const bound = { reorganised: new Set(['SO-1', 'SO-2']), atWork: new Set(['SO-1', 'SO-2']) };
    const organisations = new Map(known.organisations).set('SO-1', handed);
    const renamed = { ...handed, name: 'Tên sửa lại' };

    expect(planOrganisations({ ...known, ...bound, organisations }, [{ line: 2, entry: renamed }])).toMatchObject({
      changed: [renamed],
      faults: [],
    });
  });

  it('refuses the second line of a body, and those that are above each other in a circle', () => {
    const plan = planned(
      anEntry({ code: 'SO-3', parentCode: 'SO-4' }),
      anEntry({ code: 'SO-4', parentCode: 'SO-3' }),
      anEntry({ code: 'SO-4', parentCode: 'SO-3' }),
    );

    expect(plan.faults.map(({ line, code }) => `${String(line)} ${code}`)).toEqual([
      '2 below_itself',
      '3 below_itself',
      '4 twice',
      '4 below_itself',
    ]);
  });
});

function planned(...entries: readonly OrganisationEntry[]): OrganisationPlan {
  const given = entries.map((entry, place): Numbered<OrganisationEntry> => ({ line: place + 2, entry }));
  return planOrganisations(known, given);
}

function faultsOf({ faults }: OrganisationPlan): readonly string[] {
  return faults.map(({ column, code }) => `${column} ${code}`);
}

function anEntry(wishes: Partial<OrganisationEntry> & { readonly code: string }): OrganisationEntry {
  return {
    ...{ name: 'Sở', kind: 'so', level: 'province', parentCode: null, unitCode: null, leadOfficeCode: null },
    ...{
      monitorCode: null,
      frontCode: null,
      validFrom: null,
      validTo: null,
      endedBy: null,
      successors: [],
      source: '',
    },
    ...wishes,
  };
}
