import { join } from 'node:path';

import { postKinds, type LocalDate, type PostKind } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { deterministicId } from '../sql/deterministic-id.js';
import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';
import { readCsv, type CsvRow } from './csv-table.js';
import { insertSampleBodies, readSampleBodies } from './sample-body-rows.js';

interface Contact {
  readonly postId: string;
  readonly personId: string;
  readonly holderId: string;
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

/**
 * Bodies below some communes, and made-up people with addresses under `.example`, so that letters have somewhere to go; how many holders the file has.
 *
 * @throws ReferenceDataError naming file, line and reason; nothing is loaded then.
 */
export async function loadSampleContacts(dataSource: DataSource, folder: string): Promise<number> {
  const known = await sqlOf(dataSource)<{ code: string }>('SELECT code FROM organisations');
  const bodies = await readSampleBodies(folder, new Set(known.map(({ code }) => code)));
  const codes = new Set([...known, ...bodies].map(({ code }) => code));
  const rows = await readCsv(join(folder, 'sample-contacts.csv'), columns);
  const contacts = rows.map((row) => toContact(row, codes));
  await inTransaction(dataSource, async (sql) => {
    await insertSampleBodies(sql, bodies);
    for (const contact of contacts) await upsertContact(sql, contact);
  });
  return contacts.length;
}

function toContact(row: CsvRow, codes: ReadonlySet<string>): Contact {
  const organisationCode = row.text('organisation_code');
  if (!codes.has(organisationCode)) row.refuse(`organisation_code "${organisationCode}" is unknown`);
  const email = row.text('email');
  // Nobody real may ever get a letter from a demonstration.
  if (!/^[^@\s]+@[^@\s]+\.example$/.test(email)) row.refuse('email is no address under .example');
  const [postKind, postTitle, validFrom] = [
    row.oneOf('post_kind', postKinds),
    row.text('post_title'),
    row.day('valid_from'),
  ];
  const postId = deterministicId('sample post', organisationCode, postKind, postTitle);
  const personId = deterministicId('sample person', email);
  return {
    postId,
    personId,
    holderId: deterministicId('sample holder', postId, personId, validFrom),
    organisationCode,
    postKind,
    postTitle,
    fullName: row.text('full_name'),
    email,
    phone: row.optional('phone'),
    isActing: row.oneOf('is_acting', ['true', 'false']) === 'true',
    validFrom,
    validTo: row.optionalDay('valid_to'),
  };
}

/** What an office has changed since the first loading stays as it is. */
async function upsertContact(sql: Sql, contact: Contact): Promise<void> {
  const { postId, personId, organisationCode, postKind, postTitle, fullName, email, phone, validFrom } = contact;
  await sql(
    'INSERT INTO posts (id, organisation_code, kind, title, valid_from) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING',
    [postId, organisationCode, postKind, postTitle, validFrom],
  );
  await sql('INSERT INTO people (id, full_name, email, phone) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING', [
    personId,
    fullName,
    email,
    phone,
  ]);
  await sql(
    `INSERT INTO post_holders (id, post_id, person_id, is_acting, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO NOTHING`,
    [contact.holderId, postId, personId, contact.isActing, validFrom, contact.validTo],
  );
}
