import { describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';

import type { OrganisationRow } from './organisation-rows.js';
import { readSuccessions, type SuccessionRow } from './succession-rows.js';

const organisations = [
  ended('HUYEN', { parentCode: 'TINH', successorCode: 'TINH' }),
  ended('XA-1', { successorCode: 'XA-NEW' }),
  ended('XA-2', { successorCode: 'XA-NEW' }),
  ended('XA-3', { successorCode: 'XA-OLD' }),
  ended('SO-1', { successorCode: 'SO-2' }),
  ended('XA-4', { successorCode: 'XA-5' }),
  ...[aBody('TINH'), aBody('XA-OLD'), aBody('XA-6')],
  ...['XA-NEW', 'SO-2', 'XA-5'].map((code) => aBody(code, { validFrom: localDate('2025-07-01') })),
];

describe('readSuccessions', () => {
  it.each([
    ['HUYEN', 'abolition', 'what is above it takes over'],
    ['XA-1', 'merge', 'several end in one'],
    ['XA-2', 'merge', 'several end in one'],
    ['XA-3', 'merge', 'into one that was there before'],
    ['SO-1', 'renaming', 'alone, and the other begins on that day'],
    ['XA-4', 'split', 'the file names another part'],
  ])('%s: %s (%s)', (code, kind, _reason) => {
    const { predecessors } = read('XA-4,XA-6,a part');

    expect(predecessors(code).find(({ isMain }) => isMain)).toMatchObject({ kind, onDay: '2025-07-01' });
  });

  it('names the other parts of what was split', () => {
    expect(read('XA-4,XA-6,a part').predecessors('XA-4')).toEqual([
      expect.objectContaining({ successorCode: 'XA-5', isMain: true }),
      expect.objectContaining({ successorCode: 'XA-6', isMain: false, kind: 'split', source: 'a part' }),
    ]);
  });

  it.each([
    ['XA-9,XA-6,x', 'parts.csv line 2: "XA-9" is unknown, or has not ended'],
    ['TINH,XA-6,x', 'parts.csv line 2: "TINH" is unknown, or has not ended'],
    ['XA-4,XA-9,x', 'parts.csv line 2: successor_code "XA-9" is unknown'],
    ['XA-4,XA-5,x', 'parts.csv line 2: "XA-5" is the main successor already'],
  ])('refuses %s', (line, message) => {
    expect(() => read(line)).toThrow(message);
  });
});

function read(line: string): { readonly predecessors: (code: string) => readonly SuccessionRow[] } {
  const rows = readSuccessions({ name: 'parts.csv', text: `code,successor_code,source\n${line}\n` }, organisations);
  return { predecessors: (code) => rows.filter(({ predecessorCode }) => predecessorCode === code) };
}

function ended(code: string, wishes: Partial<OrganisationRow>): OrganisationRow {
  return aBody(code, { validTo: localDate('2025-06-30'), ...wishes });
}

function aBody(code: string, wishes: Partial<OrganisationRow> = {}): OrganisationRow {
  return {
    ...{ code, name: code, kind: 'xa', level: 'commune', parentCode: null, unitCode: null, leadOfficeCode: null },
    ...{ monitorCode: null, frontCode: null, validFrom: null, validTo: null, successorCode: null, source: '' },
    ...wishes,
  };
}
