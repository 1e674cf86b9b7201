import { addDays, type ContactKind, type LocalDate } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { validOn } from '../organisations/on-day.js';
import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';

/** An address of a body itself, from which day to which. */
export interface OrganisationContact {
  readonly kind: ContactKind;
  readonly email: string | null;
  readonly phone: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** What is to be true from a day on; without e-mail and phone: that there is none any more. */
export interface NewContact {
  readonly organisationCode: string;
  readonly kind: ContactKind;
  readonly email: string | null;
  readonly phone: string | null;
  readonly from: LocalDate;
}

/**
 * `laterKnown`: another one begins after that day, so that it would be written over; `beginsThatDay`: the one that is to
 * end has no day of its own.
 */
export type ContactSet = 'set' | 'unchanged' | 'laterKnown' | 'beginsThatDay';

/** Addresses of bodies: where letters go while nobody with an address holds a fitting post. */
export interface Contacts {
  /** The oldest first; with a day: those of that day. */
  list(organisationCode: string, on?: LocalDate): Promise<readonly OrganisationContact[]>;
  /** The one before ends on the day before: what was once true stays. Set again from its own first day, it is corrected. */
  set(contact: NewContact): Promise<ContactSet>;
}

export function createContacts(dataSource: DataSource): Contacts {
  const sql = sqlOf(dataSource);
  return {
    list: async (organisationCode, on) =>
      sql<OrganisationContact>(
        `SELECT kind, email, phone, valid_from AS "validFrom", valid_to AS "validTo" FROM organisation_contacts contact
         WHERE organisation_code = $1 AND ($2::date IS NULL OR (${validOn('contact', '$2')})) ORDER BY kind, valid_from`,
        [organisationCode, on ?? null],
      ),
    set: async (contact) => inTransaction(dataSource, async (tx) => set(tx, contact)),
  };
}

interface LatestRow {
  readonly id: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

async function set(sql: Sql, contact: NewContact): Promise<ContactSet> {
  const { organisationCode, kind, email, phone, from } = contact;
  // Two who set at once do so one after the other.
  await sql('SELECT FROM organisations WHERE code = $1 FOR UPDATE', [organisationCode]);
  const [latest] = await sql<LatestRow>(
    `SELECT id, email, phone, valid_from AS "validFrom", valid_to AS "validTo" FROM organisation_contacts
     WHERE organisation_code = $1 AND kind = $2 ORDER BY valid_from DESC LIMIT 1`,
    [organisationCode, kind],
  );
  if (latest === undefined || isOver(latest, from)) return begin(sql, contact, 'unchanged');
  if (latest.validFrom > from) return 'laterKnown';
  if (latest.email === email && latest.phone === phone && latest.validTo === null) return 'unchanged';
  return latest.validFrom === from ? correct(sql, latest.id, contact) : succeed(sql, latest.id, contact);
}

async function correct(sql: Sql, id: string, contact: NewContact): Promise<ContactSet> {
  if (isNone(contact)) return 'beginsThatDay';
  await sql('UPDATE organisation_contacts SET email = $2, phone = $3, valid_to = NULL WHERE id = $1', [
    id,
    contact.email,
    contact.phone,
  ]);
  return 'set';
}

async function succeed(sql: Sql, id: string, contact: NewContact): Promise<ContactSet> {
  await sql('UPDATE organisation_contacts SET valid_to = $2 WHERE id = $1', [id, addDays(contact.from, -1)]);
  return begin(sql, contact, 'set');
}

/** @param otherwise what is true when there is to be none */
async function begin(sql: Sql, contact: NewContact, otherwise: ContactSet): Promise<ContactSet> {
  if (isNone(contact)) return otherwise;
  const { organisationCode, kind, email, phone, from } = contact;
  await sql(
    `INSERT INTO organisation_contacts (id, organisation_code, kind, email, phone, valid_from)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`,
    [organisationCode, kind, email, phone, from],
  );
  return 'set';
}

function isOver({ validTo }: LatestRow, on: LocalDate): boolean {
  return validTo !== null && validTo < on;
}

function isNone({ email, phone }: NewContact): boolean {
  return email === null && phone === null;
}
