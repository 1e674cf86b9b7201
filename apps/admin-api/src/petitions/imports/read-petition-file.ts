import { readCsv, TableError, type CsvRow } from '@dialogue/documents';
import type { ImportRowFault } from '@dialogue/persistence';

import { ApiError } from '../../errors/api-error.js';
import { faultSentence } from '../../http/file-faults.vi.js';
import type { UploadedFile } from '../../http/file-body.js';
import { fileProblem } from '../../http/file-problems.js';
import { dayInvalid } from '../../http/validation.vi.js';
import { registration, type Registration } from '../petition.schemas.js';
import {
  importFileSentences,
  noChoice,
  petitionColumns,
  rowSentences,
  type PetitionColumn,
} from './petition-columns.vi.js';

/** One line of a file: what it registers, or all that is wrong with it. */
export interface ReadRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** The number that the office has given it itself. */
  readonly reference: string | null;
  readonly read: { readonly body: Registration } | { readonly faults: readonly ImportRowFault[] };
}

/** A file of petitions. */
export interface PetitionFile {
  readonly columns: readonly string[];
  readonly rows: readonly ReadRow[];
}

/** More than this is better parted: so many a clerk still looks through. */
const mostRows = 10_000;
const longestReference = 100;

/**
 * Reads a file of petitions, each row as the registration of one petition would be.
 *
 * @throws ApiError `import.refused` when it is no table, has no row or too many; `request.media_type_unsupported`.
 */
export function readPetitionFile({ mediaType, text }: UploadedFile): PetitionFile {
  if (mediaType !== 'text/csv') throw new ApiError('request.media_type_unsupported');
  const rows = rowsOf(text);
  const [first] = rows;
  if (first === undefined) throw refusedFile(null, importFileSentences.noRows);
  if (rows.length > mostRows) throw refusedFile(null, importFileSentences.tooManyRows(mostRows));
  return { columns: first.columns, rows: rows.map(readRow) };
}

function rowsOf(text: string): readonly CsvRow[] {
  const required = petitionColumns.filter(({ isRequired }) => isRequired).map(({ heading }) => heading);
  try {
    const rows = readCsv({ name: 'import', text }, required, { takesSemicolons: true });
    // Spreadsheet programs leave rows without anything in them.
    return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    throw refusedFile(error.line, faultSentence(error.fault));
  }
}

function refusedFile(line: number | null, sentence: string): ApiError {
  return new ApiError('import.refused', { fields: [fileProblem(line, sentence)] });
}

function readRow(row: CsvRow): ReadRow {
  const { line, cells } = row;
  if (cells.length !== row.columns.length) {
    const faults = [{ column: null, message: rowSentences.cellsMiscounted }];
    return { line, cells, reference: null, read: { faults } };
  }
  const given = petitionColumns.map((column) => ({ column, ...valueOf(column, row.optional(column.heading)) }));
  const reference = referenceOf(row);
  const unread = given.flatMap(({ column: { heading: column }, fault }) =>
    fault === null ? [] : [{ column, message: fault }],
  );
  const result = registration.safeParse(bodyOf(given));
  const told = new Set(unread.map(({ column }) => column));
  const found = (result.error?.issues ?? []).map(({ path, message }) => ({
    column: headingOf(path),
    // In a file a day is written as an office writes it.
    message: message === dayInvalid ? rowSentences.dayUnreadable : message,
  }));
  const faults = [...unread, ...found.filter(({ column }) => column === null || !told.has(column))];
  return { line, cells, reference, read: result.success && faults.length === 0 ? { body: result.data } : { faults } };
}

function referenceOf(row: CsvRow): string | null {
  const column = petitionColumns.find(({ path }) => path === null);
  return column === undefined ? null : row.optional(column.heading);
}

interface Value {
  readonly value: unknown;
  readonly fault: string | null;
}

function valueOf({ path, isDay, choices }: PetitionColumn, cell: string | null): Value {
  if (cell === null) return { value: undefined, fault: null };
  if (path === null)
    return { value: undefined, fault: cell.length > longestReference ? rowSentences.referenceTooLong : null };
  if (isDay === true) return { value: asDay(cell), fault: null };
  if (choices === undefined) return { value: cell, fault: null };
  const choice = Object.entries(choices).find(([name, code]) =>
    [name, String(code)].some((each) => isSame(each, cell)),
  );
  return choice === undefined
    ? { value: undefined, fault: noChoice(Object.keys(choices)) }
    : { value: choice[1], fault: null };
}

function isSame(name: string, cell: string): boolean {
  return name.toLowerCase() === cell.toLowerCase().replace(/\s+/g, ' ');
}

/** As an office writes a day; in any other form it is left for the schema to refuse. */
function asDay(cell: string): string {
  const {
    day = '',
    month = '',
    year = '',
  } = /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/.exec(cell)?.groups ?? {};
  return year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `petitioner.name` stands in `petitioner`; deeper than that no registration goes. */
function bodyOf(given: readonly (Value & { readonly column: PetitionColumn })[]): object {
  const body: Record<string, unknown> = {};
  const groups: Record<string, Record<string, unknown>> = {};
  for (const { column, value } of given) {
    const [first = '', second] = column.path?.split('.') ?? [];
    if (second !== undefined) groups[first] = { ...groups[first], ...(value === undefined ? {} : { [second]: value }) };
    else if (value !== undefined) body[first] = value;
  }
  return { ...body, ...groups };
}

/** The column that a place of a registration comes from; null: from none of its own. */
export function headingOf(path: readonly PropertyKey[]): string | null {
  const place = path.map(String).join('.');
  return petitionColumns.find((column) => column.path === place)?.heading ?? null;
}
