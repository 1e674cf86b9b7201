import { postKinds, type HolderEntry, type Numbered, type PostEntry } from '@dialogue/domain';

import { readCsv, readEveryRow, type CsvRow, type ReadRows, type TableText } from '../csv/csv-table.js';
import { writeCsv } from '../csv/csv-text.js';

const columns = [
  'organisation_code',
  'post_kind',
  'post_title',
  'post_valid_from',
  'post_valid_to',
  'person_id',
  'full_name',
  'email',
  'phone',
  'is_acting',
  'valid_from',
  'valid_to',
] as const;

/** Posts with those who hold them, one holding a line; a wrong line keeps none of the others back. @throws TableError for the table as a whole. */
export function readPostTable(table: TableText): ReadRows<Numbered<PostEntry>> {
  return readEveryRow(readCsv(table, columns), (row) => ({ line: row.line, entry: toEntry(row) }));
}

/** What {@link readPostTable} reads back. */
export function writePostTable(entries: readonly PostEntry[]): string {
  return writeCsv(columns, entries.map(toRow));
}

function toRow({ organisationCode, kind, title, postValidFrom, postValidTo, holder }: PostEntry): TableRow {
  return {
    ...{ organisation_code: organisationCode, post_kind: kind, post_title: title },
    ...{ post_valid_from: postValidFrom ?? '', post_valid_to: postValidTo ?? '' },
    ...(holder === null ? nobody : toHolderCells(holder)),
  };
}

type TableRow = Readonly<Record<(typeof columns)[number], string>>;
type HolderCells = Readonly<Record<(typeof holderColumns)[number], string>>;

const holderColumns = ['person_id', 'full_name', 'email', 'phone', 'is_acting', 'valid_from', 'valid_to'] as const;

const nobody: HolderCells = {
  ...{ person_id: '', full_name: '', email: '', phone: '', is_acting: '', valid_from: '', valid_to: '' },
};

function toHolderCells(holder: HolderEntry): HolderCells {
  const { personId, fullName, email, phone, isActing, validFrom, validTo } = holder;
  return {
    ...{ person_id: personId ?? '', full_name: fullName, email: email ?? '', phone: phone ?? '' },
    ...{ is_acting: String(isActing), valid_from: validFrom, valid_to: validTo ?? '' },
  };
}

function toEntry(row: CsvRow): PostEntry {
  return {
    organisationCode: row.text('organisation_code'),
    kind: row.oneOf('post_kind', postKinds),
    title: row.text('post_title'),
    postValidFrom: row.optionalDay('post_valid_from'),
    postValidTo: row.optionalDay('post_valid_to'),
    holder: holderColumns.every((column) => row.optional(column) === null) ? null : toHolder(row),
  };
}

function toHolder(row: CsvRow): HolderEntry {
  return {
    personId: row.optional('person_id'),
    fullName: row.text('full_name'),
    email: row.optional('email'),
    phone: row.optional('phone'),
    // An empty cell is what most lines mean.
    isActing: row.optional('is_acting') === null ? false : row.flag('is_acting'),
    validFrom: row.day('valid_from'),
    validTo: row.optionalDay('valid_to'),
  };
}
