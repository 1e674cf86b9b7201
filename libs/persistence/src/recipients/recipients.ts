import {
  recipientRoutes,
  reportLines,
  type Letter,
  type LocalDate,
  type OrganisationCode,
  type PostKind,
  type RecipientBody,
  type RecipientRole,
  type ReportLine,
} from '@dialogue/domain';

import { bodyInForce, organisationLines } from '../organisations/organisation-lines.js';
import { reportBodies } from '../reports/report-lines.js';
import type { Sql } from '../sql/sql.js';
import type { CaseParties } from './parties.js';

/** One person, or nobody, whom a letter is for; the petitioner's address stays sealed. */
export interface Recipient {
  readonly role: RecipientRole;
  readonly organisationCode: OrganisationCode | null;
  readonly holder: RecipientHolder | null;
}

interface RecipientHolder {
  readonly personId: string;
  readonly address: string;
  readonly postKind: PostKind;
  readonly postTitle: string;
}

/** The columns `person_id`, `post_kind`, `post_title`, `address` of a delivery; empty where nobody is found. */
export function holderColumns(holder: RecipientHolder | null): readonly (string | null)[] {
  if (holder === null) return [null, null, null, null];
  return [holder.personId, holder.postKind, holder.postTitle, holder.address];
}

/** What a letter's recipients are found by. */
export interface Addressing {
  readonly letter: Letter;
  readonly roles: readonly RecipientRole[];
  readonly parties: CaseParties;
  readonly on: LocalDate;
}

/**
 * Roles -> bodies -> posts -> who holds them on the day (D1, D10.1a, D11.1b, D11.3). One address gets a letter once,
 * whatever roles lead to it; a role that leads to nobody stays as a recipient without a holder, so that it is seen.
 */
export async function resolveRecipients(sql: Sql, addressing: Addressing): Promise<readonly Recipient[]> {
  const found: Recipient[] = [];
  for (const role of new Set(addressing.roles)) found.push(...(await recipientsOf(sql, addressing, role)));
  const addresses = new Set<string>();
  return found.filter(({ holder }) => {
    if (holder === null) return true;
    const address = holder.address.toLowerCase();
    if (addresses.has(address)) return false;
    addresses.add(address);
    return true;
  });
}

async function recipientsOf(sql: Sql, addressing: Addressing, role: RecipientRole): Promise<readonly Recipient[]> {
  if (role === 'petitioner')
    return addressing.parties.isReachableByMail ? [{ role, organisationCode: null, holder: null }] : [];
  const { body, posts } = recipientRoutes[role];
  const bodies = await bodiesOf(sql, addressing, body);
  if (bodies.length === 0) return [{ role, organisationCode: null, holder: null }];
  const found: Recipient[] = [];
  for (const organisationCode of bodies) {
    const holders = await holdersOf(sql, { organisationCode, posts, on: addressing.on });
    if (holders.length === 0) found.push({ role, organisationCode, holder: null });
    found.push(...holders.map((holder) => ({ role, organisationCode, holder })));
  }
  return found;
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

/** D1: holders and acting holders of the first kind of post that somebody with an address holds on the day. */
async function holdersOf(
  sql: Sql,
  { organisationCode, posts, on }: { organisationCode: OrganisationCode; posts: readonly PostKind[]; on: LocalDate },
): Promise<readonly RecipientHolder[]> {
  return sql<RecipientHolder>(
    `WITH held AS (
       SELECT wanted.place, posts.kind, posts.title, people.id, people.email
       FROM unnest($2::text[]) WITH ORDINALITY AS wanted (kind, place)
       JOIN posts ON posts.kind = wanted.kind AND posts.organisation_code = $1
         AND (posts.valid_from IS NULL OR posts.valid_from <= $3) AND (posts.valid_to IS NULL OR posts.valid_to >= $3)
       JOIN post_holders ON post_holders.post_id = posts.id
         AND post_holders.valid_from <= $3 AND (post_holders.valid_to IS NULL OR post_holders.valid_to >= $3)
       JOIN people ON people.id = post_holders.person_id AND people.email IS NOT NULL
     )
     SELECT id AS "personId", email AS address, kind AS "postKind", title AS "postTitle"
     FROM held WHERE place = (SELECT min(place) FROM held) ORDER BY title, id`,
    [organisationCode, posts, on],
  );
}
