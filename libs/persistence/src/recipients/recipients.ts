import {
  recipientRoutes,
  type Letter,
  type LocalDate,
  type OrganisationCode,
  type Petition,
  type PostKind,
  type RecipientBody,
  type RecipientRole,
} from '@dialogue/domain';

import { bodyInForce, organisationLines } from '../organisations/organisation-lines.js';
import type { Sql } from '../sql/sql.js';

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

/** What a letter's recipients are found by. */
export interface Addressing {
  readonly letter: Letter;
  readonly roles: readonly RecipientRole[];
  readonly petition: Petition;
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
    return addressing.petition.isReachableByMail ? [{ role, organisationCode: null, holder: null }] : [];
  const { body, posts } = recipientRoutes[role];
  const organisationCode = await bodyOf(sql, addressing, body);
  const holders = organisationCode === null ? [] : await holdersOf(sql, { organisationCode, posts, on: addressing.on });
  if (holders.length === 0) return [{ role, organisationCode, holder: null }];
  return holders.map((holder) => ({ role, organisationCode, holder }));
}

async function bodyOf(sql: Sql, addressing: Addressing, body: RecipientBody): Promise<OrganisationCode | null> {
  const { petition, on } = addressing;
  const agency = agencyOf(addressing);
  switch (body) {
    case 'agency':
      return agency === null ? null : bodyInForce(sql, agency, on);
    case 'leadOffice':
      return bodyInForce(sql, petition.leadOffice, on);
    case 'organisation':
      return bodyInForce(sql, petition.organisation, on);
    case 'monitor':
    case 'front':
      return lineOf(sql, { code: petition.organisation, on, line: body });
    case 'superior': // D11.3: of the agency that owes something; of the host's organisation while there is none
      return lineOf(sql, { code: agency ?? petition.organisation, on, line: body });
  }
}

/** The agency that the letter names, else the one that has the petition. */
function agencyOf({ letter, petition }: Addressing): OrganisationCode | null {
  const named = 'agency' in letter ? letter.agency : null;
  return named ?? petition.assignment?.agency ?? null;
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
