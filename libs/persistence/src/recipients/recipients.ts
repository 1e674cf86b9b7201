import {
  recipientRoutes,
  reportLines,
  type ContactKind,
  type Letter,
  type LocalDate,
  type OrganisationCode,
  type PostKind,
  type RecipientBody,
  type RecipientRole,
  type ReportLine,
} from '@dialogue/domain';

import { awayOn, settingOn } from '../mail-settings/on-day.js';
import { validOn } from '../organisations/on-day.js';
import { bodyInForce, organisationLines } from '../organisations/organisation-lines.js';
import { reportBodies } from '../reports/report-lines.js';
import type { Sql } from '../sql/sql.js';
import type { CaseParties } from './parties.js';

/** One address, or none, that a letter is for; the petitioner's stays sealed. */
export interface Recipient {
  readonly role: RecipientRole;
  readonly organisationCode: OrganisationCode | null;
  readonly addressee: Addressee | null;
}

/** Somebody, or something, that can be reached. */
export interface Addressee {
  readonly address: string;
  /** Null: the address is the body's own. */
  readonly holder: RecipientHolder | null;
  /** One that the body wants to be written to besides. */
  readonly isAdditional?: boolean;
}

interface RecipientHolder {
  /** Whoever is written to: the holder of the post, or a deputy while the holder is away. */
  readonly personId: string;
  /** The holder that is away. */
  readonly deputyFor: string | null;
  readonly postKind: PostKind;
  readonly postTitle: string;
}

/** The columns `person_id`, `post_kind`, `post_title`, `address`, `deputy_for` of a delivery; empty where nobody is found. */
export function addresseeColumns(addressee: Addressee | null): readonly (string | null)[] {
  const { personId = null, postKind = null, postTitle = null, deputyFor = null } = addressee?.holder ?? {};
  return [personId, postKind, postTitle, addressee?.address ?? null, deputyFor];
}

/** Tells the recipients of one role apart, for ever the same. */
export function recipientKey({ organisationCode, addressee }: Recipient): string {
  if (addressee?.isAdditional === true) return `${organisationCode ?? ''}/${addressee.address.toLowerCase()}`;
  return addressee?.holder?.personId ?? organisationCode ?? '';
}

/** What a letter's recipients are found by. */
export interface Addressing {
  readonly letter: Letter;
  readonly roles: readonly RecipientRole[];
  readonly parties: CaseParties;
  readonly on: LocalDate;
}

/**
 * Roles -> bodies -> posts -> who holds them on the day; else the body's own address of that day (D1, D10.1a, D11.1b,
 * D11.3). One address gets a letter once, whatever roles lead to it; a role that leads nowhere stays as a recipient
 * without an addressee, so that it is seen.
 */
export async function resolveRecipients(sql: Sql, addressing: Addressing): Promise<readonly Recipient[]> {
  const found: Recipient[] = [];
  for (const role of new Set(addressing.roles)) found.push(...(await recipientsOf(sql, addressing, role)));
  const addresses = new Set<string>();
  return found.filter(({ addressee }) => {
    if (addressee === null) return true;
    const address = addressee.address.toLowerCase();
    if (addresses.has(address)) return false;
    addresses.add(address);
    return true;
  });
}

async function recipientsOf(sql: Sql, addressing: Addressing, role: RecipientRole): Promise<readonly Recipient[]> {
  if (role === 'petitioner')
    return addressing.parties.isReachableByMail ? [{ role, organisationCode: null, addressee: null }] : [];
  const { body, ...places } = recipientRoutes[role];
  const bodies = await bodiesOf(sql, addressing, body);
  if (bodies.length === 0) return [{ role, organisationCode: null, addressee: null }];
  const found: Recipient[] = [];
  for (const organisationCode of bodies) {
    const addressees = await addresseesOf(sql, { ...places, organisationCode, on: addressing.on });
    if (addressees.length === 0) found.push({ role, organisationCode, addressee: null });
    found.push(...addressees.map((addressee) => ({ role, organisationCode, addressee })));
  }
  return found;
}

/** Who of a body would get a letter for this role on the day, wherever it went when it was owed. */
export async function addresseesToday(
  sql: Sql,
  wanted: {
    readonly role: Exclude<RecipientRole, 'petitioner'>;
    readonly organisationCode: OrganisationCode;
    readonly on: LocalDate;
  },
): Promise<readonly Addressee[]> {
  const { posts, contacts } = recipientRoutes[wanted.role];
  const organisationCode = await bodyInForce(sql, wanted.organisationCode, wanted.on);
  return organisationCode === null ? [] : addresseesOf(sql, { organisationCode, posts, contacts, on: wanted.on });
}

/** Results and reports may go to several bodies (D8.2b, D11.2b, D14.1); everything else to one. */
async function bodiesOf(sql: Sql, addressing: Addressing, body: RecipientBody): Promise<readonly OrganisationCode[]> {
  const { parties, on } = addressing;
  if (isReportLine(body)) return reportBodies(sql, { code: parties.organisation, line: body, on });
  const one = await bodyOf(sql, addressing, body);
  return one === null ? [] : [one];
}

function isReportLine(body: RecipientBody): body is ReportLine {
  return reportLines.some((line) => line === body);
}

async function bodyOf(
  sql: Sql,
  addressing: Addressing,
  body: Exclude<RecipientBody, ReportLine>,
): Promise<OrganisationCode | null> {
  const { parties, on } = addressing;
  const agency = agencyOf(addressing);
  switch (body) {
    case 'agency':
      return agency === null ? null : bodyInForce(sql, agency, on);
    case 'leadOffice':
      return bodyInForce(sql, parties.leadOffice, on);
    case 'organisation':
      return bodyInForce(sql, parties.organisation, on);
    case 'monitor':
    case 'front':
      return lineOf(sql, { code: parties.organisation, on, line: body });
    case 'superior': // D11.3: of the agency that owes something; of the host's organisation while there is none
      return lineOf(sql, { code: agency ?? parties.organisation, on, line: body });
  }
}

/** The body that the letter names, else the agency that has the petition. */
function agencyOf({ letter, parties }: Addressing): OrganisationCode | null {
  const named = 'agency' in letter ? letter.agency : null;
  return named ?? parties.agency;
}

interface LineQuestion {
  readonly code: OrganisationCode;
  readonly on: LocalDate;
  readonly line: 'monitor' | 'front' | 'superior';
}

async function lineOf(sql: Sql, { code, on, line }: LineQuestion): Promise<OrganisationCode | null> {
  return (await organisationLines(sql, code, on))?.[line] ?? null;
}

/** Where somebody, or at least something, of a body is reached on a day. */
interface Places {
  readonly organisationCode: OrganisationCode;
  readonly posts: readonly PostKind[];
  readonly contacts: readonly ContactKind[];
  readonly on: LocalDate;
}

/** Who holds a fitting post, else the body's own address; and whatever address the body wants to be written to besides. */
async function addresseesOf(sql: Sql, places: Places): Promise<readonly Addressee[]> {
  const holders = await holdersOf(sql, places);
  const found = holders.length > 0 ? holders : await contactOf(sql, places);
  return [...found, ...(await additionalOf(sql, places))];
}

async function additionalOf(sql: Sql, { organisationCode, on }: Places): Promise<readonly Addressee[]> {
  const rows = await sql<{ address: string }>(
    `SELECT unnest(setting.additional_addresses) AS address FROM ${settingOn('$1', '$2')} setting`,
    [organisationCode, on],
  );
  return rows.map(({ address }) => ({ address, holder: null, isAdditional: true }));
}

/**
 * D1: holders and acting holders of the first kind of post in which somebody with an address is reached on the day; who is
 * away is not written to, but the deputy is, or the deputy's own. A body says who stands in for its own mail: of a person who
 * holds a post elsewhere, too, it hands on nothing of that other body's.
 */
async function holdersOf(sql: Sql, { organisationCode, posts, on }: Places): Promise<readonly Addressee[]> {
  const rows = await sql<RecipientHolder & { readonly address: string }>(
    `WITH RECURSIVE reached AS (
       SELECT wanted.place, posts.kind, posts.title, holder.person_id AS holder_id, holder.person_id AS id, 0 AS step
       FROM unnest($2::text[]) WITH ORDINALITY AS wanted (kind, place)
       JOIN posts ON posts.kind = wanted.kind AND posts.organisation_code = $1 AND ${validOn('posts', '$3')}
       JOIN post_holders holder ON holder.post_id = posts.id AND ${validOn('holder', '$3')}
       UNION ALL
       SELECT reached.place, reached.kind, reached.title, reached.holder_id, absence.deputy_id, reached.step + 1
       FROM reached JOIN mail_absences absence ON absence.person_id = reached.id AND absence.organisation_code = $1
         AND ${awayOn('absence', '$3')}
       WHERE reached.step < ${String(deputiesInARow)}
     ), there AS (
       SELECT reached.*, people.email FROM reached JOIN people ON people.id = reached.id AND people.email IS NOT NULL
       WHERE NOT EXISTS (SELECT FROM mail_absences absence WHERE absence.person_id = reached.id AND absence.organisation_code = $1
         AND ${awayOn('absence', '$3')})
     )
     SELECT id AS "personId", email AS address, kind AS "postKind", title AS "postTitle", NULLIF(holder_id, id) AS "deputyFor"
     FROM there WHERE place = (SELECT min(place) FROM there) ORDER BY step, title, id`,
    [organisationCode, posts, on],
  );
  return rows.map(({ address, ...holder }) => ({ address, holder }));
}

/** A deputy may be away, too, with one of their own; but not for ever round in a circle. */
const deputiesInARow = 3;

/** The first of the body's own addresses that there is on the day; none or one. */
async function contactOf(sql: Sql, { organisationCode, contacts, on }: Places): Promise<readonly Addressee[]> {
  const rows = await sql<{ address: string }>(
    `SELECT contact.email AS address FROM unnest($2::text[]) WITH ORDINALITY AS wanted (kind, place)
     JOIN organisation_contacts contact ON contact.kind = wanted.kind AND contact.organisation_code = $1
       AND contact.email IS NOT NULL AND ${validOn('contact', '$3')}
     ORDER BY wanted.place LIMIT 1`,
    [organisationCode, contacts, on],
  );
  return rows.map(({ address }) => ({ address, holder: null }));
}
