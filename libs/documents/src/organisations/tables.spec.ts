import { describe, expect, it } from '@jest/globals';
import { localDate, type OrganisationEntry, type PostEntry } from '@dialogue/domain';

import { readOrganisationTable, writeOrganisationTable } from './organisation-table.js';
import { readPostTable, writePostTable } from './post-table.js';

const split: OrganisationEntry = {
  ...{ code: 'XA-1', name: 'Thị trấn "Cũ", huyện', kind: 'thi-tran', level: 'commune', parentCode: 'H-1' },
  ...{ unitCode: null, leadOfficeCode: 'XA-1', monitorCode: 'BDV', frontCode: null, validFrom: null },
  ...{ validTo: localDate('2025-06-30'), endedBy: 'split', successors: ['XA-2', 'XA-3'], source: 'R1681, mục 1' },
};
const province: OrganisationEntry = {
  ...{ code: '14', name: 'Tỉnh Sơn La', kind: 'tinh', level: 'province', parentCode: null, unitCode: null },
  ...{ leadOfficeCode: null, monitorCode: null, frontCode: null, validFrom: null, validTo: null },
  ...{ endedBy: null, successors: [], source: '' },
};

const held: PostEntry = {
  ...{ organisationCode: 'SO-1', kind: 'departmentHead', title: 'Giám đốc', postValidFrom: localDate('2025-03-01') },
  postValidTo: null,
  holder: {
    ...{ personId: '0190a7f4-1111-7abc-8def-0123456789ab', fullName: 'Lò Văn An', email: 'an@sonla.example' },
    ...{ phone: '0212 1', isActing: true, validFrom: localDate('2025-03-01'), validTo: null },
  },
};
const vacant: PostEntry = { ...held, title: 'Phó Giám đốc', postValidFrom: null, holder: null };

describe('a table of organisations', () => {
  it('reads back what was written', () => {
    const { values, faults } = readOrganisationTable(aTable(writeOrganisationTable([split, province])));

    expect(values).toEqual([
      { line: 2, entry: split },
      { line: 3, entry: province },
    ]);
    expect(faults).toEqual([]);
  });

  it.each([
    ['kind', 'thi-tran', 'bo', 'not_one_of'],
    ['valid_to', '2025-06-30', '30/6/2025', 'not_a_date'],
    ['ended_by', ',split,', ',gone,', 'not_one_of'],
    ['code', 'XA-1,"Thị', ',"Thị', 'empty'],
  ])('tells a wrong %s with its line, and reads the others', (column, from, to, code) => {
    const text = writeOrganisationTable([split, province]).replace(from, to);

    const { values, faults } = readOrganisationTable(aTable(text));

    expect(faults).toMatchObject([{ line: 2, fault: { code, column } }]);
    expect(values).toEqual([{ line: 3, entry: province }]);
  });
});

describe('a table of posts', () => {
  it('reads back what was written', () => {
    expect(readPostTable(aTable(writePostTable([held, vacant]))).values).toEqual([
      { line: 2, entry: held },
      { line: 3, entry: vacant },
    ]);
  });

  it('takes whoever is not said to be in charge for the holder', () => {
    const text = writePostTable([held]).replace(',true,', ',,');

    expect(readPostTable(aTable(text)).values).toMatchObject([{ entry: { holder: { isActing: false } } }]);
  });

  it.each([
    ['post_kind', 'departmentHead', 'boss', 'not_one_of'],
    ['full_name', 'Lò Văn An', '', 'empty'],
    ['is_acting', ',true,', ',yes,', 'not_one_of'],
    ['valid_from', ',true,2025-03-01', ',true,', 'empty'],
  ])('tells a wrong %s with its line', (column, from, to, code) => {
    const { faults } = readPostTable(aTable(writePostTable([held]).replace(from, to)));

    expect(faults).toMatchObject([{ line: 2, fault: { code, column } }]);
  });
});

function aTable(text: string): { readonly name: string; readonly text: string } {
  return { name: 'import', text };
}
