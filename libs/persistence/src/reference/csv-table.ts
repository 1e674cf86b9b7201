import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { isLocalDate, type LocalDate } from '@dialogue/domain';
import { parse } from 'csv-parse/sync';

/** A file of reference data cannot be taken over: names file, line and reason. Nothing of it was loaded. */
export class ReferenceDataError extends Error {
  override readonly name = 'ReferenceDataError';
}

/** One row of a file, read column by column; every reading that fails names the line. */
export interface CsvRow {
  /** @throws ReferenceDataError when the column is empty. */
  text(column: string): string;
  optional(column: string): string | null;
  day(column: string): LocalDate;
  optionalDay(column: string): LocalDate | null;
  oneOf<Value extends string>(column: string, values: readonly Value[]): Value;
  refuse(reason: string): never;
}

/** @throws ReferenceDataError when the file is not there, is no CSV, or lacks a column. */
export async function readCsv(file: string, columns: readonly string[]): Promise<readonly CsvRow[]> {
  const name = basename(file);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ReferenceDataError(`${name} cannot be read`, { cause });
  });
  return parsed(name, text).map(({ record, info }) => {
    const missing = columns.find((column) => record[column] === undefined);
    if (missing !== undefined) throw new ReferenceDataError(`${name} has no column ${missing}`);
    return rowOf(record, `${name} line ${String(info.lines)}`);
  });
}

interface ParsedRow {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

function parsed(name: string, text: string): readonly ParsedRow[] {
  try {
    const rows: ParsedRow[] = parse(text, { bom: true, columns: true, info: true, skip_empty_lines: true, trim: true });
    return rows;
  } catch (cause) {
    throw new ReferenceDataError(`${name}: ${cause instanceof Error ? cause.message : 'no CSV'}`, { cause });
  }
}

function rowOf(record: Readonly<Record<string, string>>, place: string): CsvRow {
  return { text, optional, day, optionalDay, oneOf, refuse };

  function refuse(reason: string): never {
    throw new ReferenceDataError(`${place}: ${reason}`);
  }

  function optional(column: string): string | null {
    const value = record[column]?.normalize('NFC') ?? '';
    return value === '' ? null : value;
  }

  function text(column: string): string {
    return optional(column) ?? refuse(`${column} is empty`);
  }

  function day(column: string): LocalDate {
    const value = text(column);
    return isLocalDate(value) ? value : refuse(`${column} "${value}" is no date (YYYY-MM-DD)`);
  }

  function optionalDay(column: string): LocalDate | null {
    return optional(column) === null ? null : day(column);
  }

  function oneOf<Value extends string>(column: string, values: readonly Value[]): Value {
    const value = text(column);
    return values.find((known) => known === value) ?? refuse(`${column} "${value}" is not one of ${values.join(', ')}`);
  }
}
