import type { CsvRow } from '../csv/csv-table.js';

/** A code that is among those that are there. @throws TableError */
export function known(row: CsvRow, column: string, codes: ReadonlySet<string>): string {
  const code = row.text(column);
  return codes.has(code) ? code : row.refuse(`${column} "${code}" is unknown`);
}
