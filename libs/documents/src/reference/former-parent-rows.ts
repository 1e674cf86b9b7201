import type { LocalDate } from '@dialogue/domain';

import { readCsv, type CsvRow, type TableText } from '../csv/csv-table.js';

/** What an organisation was below until a day. */
export interface FormerParentRow {
  readonly organisationCode: string;
  readonly parentCode: string;
  readonly validTo: LocalDate;
  readonly source: string;
}

/** Former parents of organisations that are there. @throws TableError */
export function readFormerParents(file: TableText, codes: ReadonlySet<string>): readonly FormerParentRow[] {
  const seen = new Set<string>();
  return readCsv(file, ['code', 'parent_code', 'valid_to', 'source']).map((row) => toFormerParent(row, codes, seen));
}

function toFormerParent(row: CsvRow, codes: ReadonlySet<string>, seen: Set<string>): FormerParentRow {
  for (const column of ['code', 'parent_code'])
    if (!codes.has(row.text(column))) row.refuse(`${column} "${row.text(column)}" is unknown`);
  const former: FormerParentRow = {
    organisationCode: row.text('code'),
    parentCode: row.text('parent_code'),
    validTo: row.day('valid_to'),
    source: row.text('source'),
  };
  if (former.parentCode === former.organisationCode) row.refuse(`"${former.parentCode}" is not below itself`);
  const key = `${former.organisationCode} ${former.validTo}`;
  if (seen.has(key)) row.refuse(`${key} stands there twice`);
  seen.add(key);
  return former;
}
