import { isLocalDate, type LocalDate } from '@dialogue/domain';
import { CsvError, parse } from 'csv-parse/sync';

import { unguardFormula } from './formula-guard.js';
import { faultText, type TableFault } from './table-fault.js';

/** A text that is a table, and the name under which its faults are told. */
export interface TableText {
  readonly name: string;
  readonly text: string;
}

/** A table cannot be taken over: names file, line and reason. */
export class TableError extends Error {
  override readonly name = 'TableError';
  /** Null: the table as a whole. */
  readonly line: number | null;
  readonly fault: TableFault;

  constructor(file: string, line: number | null, fault: TableFault) {
    super(line === null ? `${file} ${faultText(fault)}` : `${file} line ${String(line)}: ${faultText(fault)}`);
    this.line = line;
    this.fault = fault;
  }
}

/** One row of a table, read column by column; every reading that fails throws a {@link TableError} with the line. */
export interface CsvRow {
  /** Counted from 1, the line of the column names; the last one of a row that has several. */
  readonly line: number;
  /** The names of the columns, and what stands below them: as many cells as the row has. */
  readonly columns: readonly string[];
  readonly cells: readonly string[];
  /** @throws TableError when the column is empty. */
  text(column: string): string;
  optional(column: string): string | null;
  day(column: string): LocalDate;
  optionalDay(column: string): LocalDate | null;
  /** A whole number above 0. */
  number(column: string): number;
  flag(column: string): boolean;
  oneOf<Value extends string>(column: string, values: readonly Value[]): Value;
  refuse(reason: string): never;
}

/**
 * The rows of a CSV text (RFC 4180), by the column names of its first line; further columns are let be. A row
 * with another number of cells fails where it is read, as one with a wrong cell does.
 *
 * @throws TableError when it is no CSV, or lacks a column.
 */
export function readCsv(
  { name, text }: TableText,
  columns: readonly string[],
  options: CsvOptions = {},
): readonly CsvRow[] {
  const { header, rows } = parsed({ name, text }, options);
  const missing = columns.find((column) => !header.includes(column));
  if (missing !== undefined) throw new TableError(name, null, { code: 'column_missing', column: missing });
  return rows.map(({ cells, line }) => rowOf(cells, { header, name, line }));
}

/** How else a table may be written. */
interface CsvOptions {
  /** Between semicolons, as spreadsheet programs write where the comma parts decimals; told by the first line. */
  readonly takesSemicolons?: true;
}

/** What became of reading all rows of a table: what each says, and what is wrong with the others. */
export interface ReadRows<Value> {
  readonly values: readonly Value[];
  readonly faults: readonly { readonly line: number; readonly fault: TableFault }[];
}

/** Reads on after a wrong row, so that a person hears of all of them at once. */
export function readEveryRow<Value>(rows: readonly CsvRow[], read: (row: CsvRow) => Value): ReadRows<Value> {
  const values: Value[] = [];
  const faults: { line: number; fault: TableFault }[] = [];
  for (const row of rows) {
    try {
      values.push(read(row));
    } catch (error) {
      if (!(error instanceof TableError)) throw error;
      faults.push({ line: row.line, fault: error.fault });
    }
  }
  return { values, faults };
}

interface ParsedRow {
  readonly cells: readonly string[];
  readonly line: number;
}

function parsed(
  { name, text }: TableText,
  { takesSemicolons = false }: { readonly takesSemicolons?: boolean },
): { readonly header: readonly string[]; readonly rows: readonly ParsedRow[] } {
  const hasSemicolons = isPartedBySemicolons(text);
  if (hasSemicolons && !takesSemicolons) throw new TableError(name, 1, { code: 'semicolons' });
  try {
    const all: ParsedRow[] = [];
    parse(text, {
      delimiter: hasSemicolons ? ';' : ',',
      ...{ bom: true, relax_column_count: true, skip_empty_lines: true, trim: true },
      on_record: (cells: string[], { lines }) => {
        all.push({ cells, line: lines });
        return cells;
      },
    });
    const [first, ...rows] = all;
    return { header: first?.cells ?? [], rows };
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new TableError(name, lineOf(cause), { code: 'not_csv', reason: cause.message });
  }
}

/** By its first line; looked through once, for a line may be as long as the file. */
function isPartedBySemicolons(text: string): boolean {
  const [firstLine = ''] = text.split(/[\r\n]/, 1);
  return firstLine.includes(';') && !firstLine.includes(',');
}

/** A quote that is never closed is told with the last line. */
function lineOf(error: CsvError): number | null {
  return typeof error['lines'] === 'number' ? error['lines'] : null;
}

interface RowPlace {
  readonly header: readonly string[];
  readonly name: string;
  readonly line: number;
}

function rowOf(cells: readonly string[], { header, name, line }: RowPlace): CsvRow {
  return { line, columns: header, cells, text, optional, day, optionalDay, number, flag, oneOf, refuse };

  function fail(fault: TableFault): never {
    throw new TableError(name, line, fault);
  }

  function refuse(reason: string): never {
    return fail({ code: 'refused', reason });
  }

  function optional(column: string): string | null {
    if (cells.length !== header.length)
      return fail({ code: 'cells_miscounted', found: cells.length, expected: header.length });
    const value = unguardFormula(cells[header.indexOf(column)]?.normalize('NFC') ?? '');
    return value === '' ? null : value;
  }

  function text(column: string): string {
    return optional(column) ?? fail({ code: 'empty', column });
  }

  function day(column: string): LocalDate {
    const value = text(column);
    return isLocalDate(value) ? value : fail({ code: 'not_a_date', column, value });
  }

  function optionalDay(column: string): LocalDate | null {
    return optional(column) === null ? null : day(column);
  }

  function number(column: string): number {
    const value = text(column);
    return /^[1-9]\d{0,8}$/.test(value) ? Number(value) : fail({ code: 'not_a_number', column, value });
  }

  function flag(column: string): boolean {
    return oneOf(column, ['true', 'false']) === 'true';
  }

  function oneOf<Value extends string>(column: string, values: readonly Value[]): Value {
    const value = text(column);
    return values.find((known) => known === value) ?? fail({ code: 'not_one_of', column, value, known: values });
  }
}
