import {
  routingLevelOf,
  type LocalDate,
  type OrganisationCode,
  type PostKind,
  type RoutingLevel,
} from '@dialogue/domain';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import type { Sql } from '../sql/sql.js';

/** Somebody holds a post on a day. */
export interface Holding {
  readonly id: string;
  readonly personId: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly organisation: NamedOrganisation;
}

interface Around {
  readonly code: OrganisationCode;
  readonly area: OrganisationCode;
  readonly routingLevel: RoutingLevel;
  readonly on: LocalDate;
}

/**
 * Who holds which posts of an organisation on a day, its own first, whoever is in charge before whom he stands in for. The
 * heads of a province or a district may hold posts of each other's bodies (D7.1, D7.2): there, all bodies of the same area
 * and level are looked at.
 */
export async function holdingsAround(sql: Sql, { code, area, routingLevel, on }: Around): Promise<readonly Holding[]> {
  const bodies =
    routingLevel === 'province' || routingLevel === 'district' ? await bodiesBeside(sql, area, routingLevel) : [code];
  return sql<Holding>(
    `SELECT holder.id, holder.person_id AS "personId", posts.kind, posts.title,
       jsonb_build_object('code', body.code, 'name', body.name) AS organisation
     FROM posts
     JOIN post_holders holder ON holder.post_id = posts.id AND holder.valid_from <= $3 AND (holder.valid_to IS NULL OR holder.valid_to >= $3)
     JOIN organisations body ON body.code = posts.organisation_code
     WHERE posts.organisation_code = ANY ($1)
       AND (posts.valid_from IS NULL OR posts.valid_from <= $3) AND (posts.valid_to IS NULL OR posts.valid_to >= $3)
     ORDER BY posts.organisation_code = $2 DESC, holder.is_acting DESC, posts.kind, posts.title, holder.id`,
    [bodies, code, on],
  );
}

async function bodiesBeside(
  sql: Sql,
  area: OrganisationCode,
  level: RoutingLevel,
): Promise<readonly OrganisationCode[]> {
  const rows = await sql<{ code: OrganisationCode; kind: string; level: string }>(
    'SELECT code, kind, level FROM organisations WHERE code = $1 OR unit_code = $1',
    [area],
  );
  return rows.filter((row) => routingLevelOf(row) === level).map(({ code }) => code);
}
