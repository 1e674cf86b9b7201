import { postKinds, type LocalDate, type PostKind } from '@dialogue/domain';

import { readCsv, type CsvRow, type TableText } from '../csv/csv-table.js';

/** Somebody made up, and the post that they hold. */
export interface SampleContactRow {
  readonly organisationCode: string;
  readonly postKind: PostKind;
  readonly postTitle: string;
  readonly fullName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly isActing: boolean;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

const columns = [
  'organisation_code',
  'post_kind',
  'post_title',
  'full_name',
  'email',
  'phone',
  'is_acting',
  'valid_from',
  'valid_to',
];

/** Contacts with organisations that are there. @throws TableError */
export function readSampleContacts(file: TableText, codes: ReadonlySet<string>): readonly SampleContactRow[] {
  return readCsv(file, columns).map((row) => toContact(row, codes));
}

function toContact(row: CsvRow, codes: ReadonlySet<string>): SampleContactRow {
  const organisationCode = row.text('organisation_code');
  if (!codes.has(organisationCode)) row.refuse(`organisation_code "${organisationCode}" is unknown`);
  const email = row.text('email');
  // Nobody real may ever get a letter from a demonstration.
  if (!/^[^@\s]+@[^@\s]+\.example$/.test(email)) row.refuse('email is no address under .example');
  return {
    organisationCode,
    postKind: row.oneOf('post_kind', postKinds),
    postTitle: row.text('post_title'),
    fullName: row.text('full_name'),
    email,
    phone: row.optional('phone'),
    isActing: row.flag('is_acting'),
    validFrom: row.day('valid_from'),
    validTo: row.optionalDay('valid_to'),
  };
}
