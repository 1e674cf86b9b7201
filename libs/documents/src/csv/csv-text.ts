import { stringify } from 'csv-stringify/sync';

/** A table as CSV (RFC 4180, but with the line ends of the files of `data/`): what {@link readCsv} reads back. */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  return stringify([...rows], { columns: [...columns], header: true, record_delimiter: 'unix' });
}

/** The same of cells in their places, whatever the columns are called: also names that come twice. */
export function writeCells(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([[...columns], ...rows.map((cells) => [...cells])], { record_delimiter: 'unix' });
}
