import type { LocalDate, OrganisationCode } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import type { Organisation, OrganisationQuery } from './organisation-reads.js';

const columns = `code, name, kind, level, parent_code AS "parentCode", valid_from AS "validFrom", valid_to AS "validTo",
  successor_code AS "successorCode"`;

const defaultLimit = 500;

/** In Vietnamese order; a search finds names with or without their marks. */
export async function organisations(
  sql: Sql,
  { on, text, kind, level, parent, limit = defaultLimit }: OrganisationQuery,
): Promise<readonly Organisation[]> {
  return sql<Organisation>(
    `SELECT ${columns} FROM organisations
     WHERE ($1::date IS NULL OR ((valid_from IS NULL OR valid_from <= $1) AND (valid_to IS NULL OR valid_to >= $1)))
       AND ($2::text IS NULL OR strpos(unaccent(lower(name)), unaccent(lower($2))) > 0 OR starts_with(lower(code), lower($2)))
       AND ($3::text IS NULL OR kind = $3)
       AND ($4::text IS NULL OR level = $4)
       AND ($5::text IS NULL OR parent_code = $5)
     ORDER BY array_position(ARRAY['province', 'district', 'commune'], level), name COLLATE "vi-x-icu", code LIMIT $6`,
    [on ?? null, text ?? null, kind ?? null, level ?? null, parent ?? null, limit],
  );
}

export async function organisation(sql: Sql, code: string): Promise<Organisation | null> {
  const [row] = await sql<Organisation>(`SELECT ${columns} FROM organisations WHERE code = $1`, [code]);
  return row ?? null;
}

/** The body, what is below it on the day, and the former bodies that these have taken over from. */
export async function organisationSubtree(sql: Sql, code: string, on: LocalDate): Promise<readonly OrganisationCode[]> {
  const rows = await sql<{ code: OrganisationCode }>(
    `WITH RECURSIVE subtree AS (
       SELECT code FROM organisations WHERE code = $1
       UNION
       SELECT below.code FROM subtree JOIN organisations below
         ON (below.parent_code = subtree.code AND (below.valid_from IS NULL OR below.valid_from <= $2))
         OR (below.successor_code = subtree.code AND below.valid_to < $2)
     )
     SELECT code FROM subtree ORDER BY code`,
    [code, on],
  );
  return rows.map((row) => row.code);
}
