import type { LocalDate } from '@dialogue/domain';

import { readCsv, type CsvRow, type TableText } from '../csv/csv-table.js';

/** A level of the country's order; the highest has rank 1. */
export interface LevelRow {
  readonly code: string;
  readonly name: string;
  readonly rank: number;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** @throws TableError */
export function readLevels(file: TableText): readonly LevelRow[] {
  const seen = new Set<string>();
  return readCsv(file, ['code', 'name', 'rank', 'valid_from', 'valid_to']).map((row) => toLevel(row, seen));
}

function toLevel(row: CsvRow, seen: Set<string>): LevelRow {
  const code = row.text('code');
  if (seen.has(code)) row.refuse(`level "${code}" stands there twice`);
  seen.add(code);
  return {
    code,
    name: row.text('name'),
    rank: row.number('rank'),
    validFrom: row.optionalDay('valid_from'),
    validTo: row.optionalDay('valid_to'),
  };
}
