import { stringify } from 'csv-stringify/sync';

import { guardFormula, unguardFormula } from './formula-guard.js';

/** A table as CSV (RFC 4180, but with the line ends of the files of `data/`): what {@link readCsv} reads back. */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  return stringify([...rows], {
    columns: [...columns],
    header: true,
    record_delimiter: 'unix',
    cast: { string: guardFormula },
  });
}

/** A table for people: with the mark by which spreadsheet programs know UTF-8, and line ends as they write them. */
export function writeReadableCsv(titles: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  const cast = { string: guardFormula };
  return stringify([...rows], { columns: [...titles], header: true, bom: true, record_delimiter: 'windows', cast });
}

/** The same of cells in their places, whatever the columns are called: also names that come twice. */
export function writeCells(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  // Cells as they were read: what was marked as text when it went out is marked already.
  const cast = { string: (cell: string) => guardFormula(unguardFormula(cell)) };
  return stringify([[...columns], ...rows.map((cells) => [...cells])], { record_delimiter: 'unix', cast });
}
