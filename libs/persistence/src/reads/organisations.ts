import type { LocalDate, OrganisationCode } from '@dialogue/domain';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import { parentOn, validOn } from '../organisations/on-day.js';
import { bodyInForce, parentsOn } from '../organisations/organisation-lines.js';
import type { Sql } from '../sql/sql.js';
import type {
  AuthorityQuestion,
  Level,
  Organisation,
  OrganisationOnDay,
  OrganisationQuery,
  Succession,
  WithinQuestion,
} from './organisation-reads.js';

/** What is read of a body, its parent as of the day in `$1`. */
const selected = `
  SELECT body.code, body.name, body.kind, body.level, levels.name AS "levelName",
    ${parentOn('body', '$1::date')} AS "parentCode", body.valid_from AS "validFrom", body.valid_to AS "validTo",
    body.successor_code AS "successorCode"
  FROM organisations body JOIN levels ON levels.code = body.level`;

const inVietnameseOrder = 'ORDER BY levels.rank, body.name COLLATE "vi-x-icu", body.code';

const defaultLimit = 500;

/** In Vietnamese order; a search finds names with or without their marks. */
export async function organisations(
  sql: Sql,
  { on, text, kind, level, parent, limit = defaultLimit }: OrganisationQuery,
): Promise<readonly Organisation[]> {
  return sql<Organisation>(
    `${selected}
     WHERE ($1::date IS NULL OR (${validOn('body', '$1')}))
       AND ($2::text IS NULL OR strpos(unaccent(lower(body.name)), unaccent(lower($2))) > 0 OR starts_with(lower(body.code), lower($2)))
       AND ($3::text IS NULL OR body.kind = $3)
       AND ($4::text IS NULL OR body.level = $4)
       AND ($5::text IS NULL OR ${parentOn('body', '$1::date')} = $5)
     ${inVietnameseOrder} LIMIT $6`,
    [on ?? null, text ?? null, kind ?? null, level ?? null, parent ?? null, limit],
  );
}

export async function organisation(sql: Sql, code: string, on?: LocalDate): Promise<Organisation | null> {
  const [row] = await sql<Organisation>(`${selected} WHERE body.code = $2`, [on ?? null, code]);
  return row ?? null;
}

/** A body as it stood on a day. */
export async function organisationOnDay(sql: Sql, code: string, on: LocalDate): Promise<OrganisationOnDay | null> {
  const body = await organisation(sql, code, on);
  if (body === null) return null;
  const { validFrom, validTo } = body;
  const answering = await bodyInForce(sql, code, on);
  const [answeredBy = null] = await named(sql, answering === null ? [] : [answering]);
  return {
    ...body,
    isInForce: (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo),
    parents: await named(sql, await parentsOn(sql, code, on)),
    answeredBy,
    predecessors: await successions(sql, code, { from: 'successor_code', to: 'predecessor_code' }),
    successors: await successions(sql, code, { from: 'predecessor_code', to: 'successor_code' }),
  };
}

/** In the order of the codes. */
async function named(sql: Sql, codes: readonly OrganisationCode[]): Promise<readonly NamedOrganisation[]> {
  return sql<NamedOrganisation>(
    'SELECT code, name FROM organisations WHERE code = ANY ($1) ORDER BY array_position($1, code)',
    [codes],
  );
}

type End = 'predecessor_code' | 'successor_code';

/** From one end of a succession to the other, the main one first. */
async function successions(
  sql: Sql,
  code: string,
  { from, to }: { readonly from: End; readonly to: End },
): Promise<readonly Succession[]> {
  return sql<Succession>(
    `SELECT other.code, other.name, succession.kind, succession.on_day AS "on", succession.is_main AS "isMain"
     FROM organisation_successors succession JOIN organisations other ON other.code = succession.${to}
     WHERE succession.${from} = $1
     ORDER BY succession.on_day, succession.is_main DESC, other.name COLLATE "vi-x-icu", other.code`,
    [code],
  );
}

/** The highest first; with a day: only those that there are on it. */
export async function levels(sql: Sql, on?: LocalDate): Promise<readonly Level[]> {
  return sql<Level>(
    `SELECT code, name, rank, valid_from AS "validFrom", valid_to AS "validTo" FROM levels
     WHERE $1::date IS NULL OR (${validOn('levels', '$1')}) ORDER BY rank`,
    [on ?? null],
  );
}

/** The body, what is below it on the day, and the former bodies that these have taken over from. */
export async function organisationSubtree(sql: Sql, code: string, on: LocalDate): Promise<readonly OrganisationCode[]> {
  const rows = await sql<{ code: OrganisationCode }>(
    `WITH RECURSIVE placed AS MATERIALIZED (
       SELECT code, successor_code, valid_from, valid_to, ${parentOn('body', '$2::date')} AS parent_code FROM organisations body
     ), subtree AS (
       SELECT code FROM placed WHERE code = $1
       UNION
       SELECT below.code FROM subtree JOIN placed below
         ON (below.parent_code = subtree.code AND (below.valid_from IS NULL OR below.valid_from <= $2))
         OR (below.successor_code = subtree.code AND below.valid_to < $2)
     )
     SELECT code FROM subtree ORDER BY code`,
    [code, on],
  );
  return rows.map((row) => row.code);
}

/**
 * SQL: each body of `$1` as `start`, with the bodies in whose subtree it is on the day `$2`. The same steps as
 * {@link organisationSubtree} takes, upwards: a few rows by their keys, however many bodies there are.
 */
const above = `
  RECURSIVE above AS (
    SELECT code AS start, code FROM organisations WHERE code = ANY ($1)
    UNION
    SELECT above.start, up.code FROM above JOIN organisations body ON body.code = above.code
    CROSS JOIN LATERAL (VALUES
      (CASE WHEN body.valid_from IS NULL OR body.valid_from <= $2 THEN ${parentOn('body', '$2::date')} END),
      (CASE WHEN body.valid_to < $2 THEN body.successor_code END)) up (code)
    WHERE up.code IS NOT NULL)`;

/** Those of the bodies that are in the subtree of one of the roots on the day. */
export async function organisationsWithin(
  sql: Sql,
  { codes, roots, on }: WithinQuestion,
): Promise<readonly OrganisationCode[]> {
  const rows = await sql<{ code: OrganisationCode }>(
    `WITH ${above} SELECT DISTINCT start AS code FROM above WHERE code = ANY ($3) ORDER BY start`,
    [codes, on, roots],
  );
  return rows.map((row) => row.code);
}

/**
 * Whether a body is under the authority of an organisation (D11.1b): it is below it, or, of a People's Committee, below the
 * administrative units of its own unit, which stand beside it in the order of bodies.
 */
export async function isUnderAuthority(sql: Sql, { code, of, on }: AuthorityQuestion): Promise<boolean> {
  const [row] = await sql<{ isUnder: boolean }>(
    `WITH ${above} SELECT EXISTS (
       SELECT FROM above JOIN organisations placed ON placed.code = above.code
       WHERE placed.code = $3 OR ${parentOn('placed', '$2::date')} IN (
         SELECT unit.code FROM organisations committee
         JOIN organisations unit ON unit.code = committee.unit_code AND unit.level <> placed.level
         WHERE committee.code = $3 AND committee.kind = 'ubnd')) AS "isUnder"`,
    [[code], on, of],
  );
  return row?.isUnder ?? false;
}

/** The body and what is below it, as far as it is in force on the day. */
export async function organisationsBelow(sql: Sql, code: string, on: LocalDate): Promise<readonly Organisation[]> {
  const codes = await organisationSubtree(sql, code, on);
  return sql<Organisation>(
    `${selected} WHERE body.code = ANY ($2) AND ${validOn('body', '$1::date')} ${inVietnameseOrder}`,
    [on, codes],
  );
}
