import { stringify } from 'csv-stringify/sync';

/** A table as CSV (RFC 4180, but with the line ends of the files of `data/`): what {@link readCsv} reads back. */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  return stringify([...rows], { columns: [...columns], header: true, record_delimiter: 'unix' });
}
