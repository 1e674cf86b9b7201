import type { LocalDate, PostKind } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { deterministicId } from '../sql/deterministic-id.js';
import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';

/** Bodies below some communes, and made-up people with the posts that they hold. */
export interface SampleData {
  readonly bodies: readonly SampleBody[];
  readonly contacts: readonly SampleContact[];
}

/** A row of `organisations` below a commune. */
export interface SampleBody {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly unitCode: string;
  readonly parentCode: string;
  readonly leadOfficeCode: string;
  readonly monitorCode: string;
  readonly frontCode: string;
  readonly validFrom: LocalDate;
  readonly source: string;
}

/** Somebody, and the post that they hold. */
export interface SampleContact {
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

/** The codes of all organisations that the register knows, of the past, too. */
export async function organisationCodes(dataSource: DataSource): Promise<ReadonlySet<string>> {
  const rows = await sqlOf(dataSource)<{ code: string }>('SELECT code FROM organisations');
  return new Set(rows.map(({ code }) => code));
}

/** The bodies and people are in the register, all or none; what an office has changed since the first time stays as it is. */
export async function storeSampleContacts(dataSource: DataSource, { bodies, contacts }: SampleData): Promise<void> {
  await inTransaction(dataSource, async (sql) => {
    await insertBodies(sql, bodies);
    for (const contact of contacts) await insertContact(sql, contact);
  });
}

async function insertBodies(sql: Sql, bodies: readonly SampleBody[]): Promise<void> {
  await sql(
    `INSERT INTO organisations (code, name, kind, level, parent_code, unit_code, lead_office_code, monitor_code, front_code,
       valid_from, source)
     SELECT code, name, kind, level, "parentCode", "unitCode", "leadOfficeCode", "monitorCode", "frontCode", "validFrom", source
     FROM jsonb_to_recordset($1) AS given (code text, name text, kind text, level text, "parentCode" text, "unitCode" text,
       "leadOfficeCode" text, "monitorCode" text, "frontCode" text, "validFrom" date, source text)
     ON CONFLICT (code) DO NOTHING`,
    [JSON.stringify(bodies)],
  );
}

async function insertContact(sql: Sql, contact: SampleContact): Promise<void> {
  const { organisationCode, postKind, postTitle, fullName, email, phone, validFrom } = contact;
  const postId = deterministicId('sample post', organisationCode, postKind, postTitle);
  const personId = deterministicId('sample person', email);
  const holderId = deterministicId('sample holder', postId, personId, validFrom);
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
    [holderId, postId, personId, contact.isActing, validFrom, contact.validTo],
  );
}
