import type { LineKind, LocalDate, OrganisationCode } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { linesOn } from './lines-on-day.js';
import { parentOn, validOn } from './on-day.js';

/** The bodies around an organisation on a day, each followed to its successor in force (D7, D11.1b, D11.3). */
export interface OrganisationLines {
  /** The organisation itself, or who has taken over from it. */
  readonly organisation: OrganisationCode;
  readonly leadOffice: OrganisationCode | null;
  readonly monitor: OrganisationCode | null;
  readonly front: OrganisationCode | null;
  readonly superior: OrganisationCode | null;
}

/** SQL: the body of `$1` itself, or the last of those that took over from it one after the other, in force on `$2`. */
const inForce = `
  RECURSIVE line AS (
    SELECT code, successor_code, valid_to, 0 AS step FROM organisations WHERE code = $1
    UNION ALL
    SELECT next.code, next.successor_code, next.valid_to, line.step + 1
    FROM line JOIN organisations next ON next.code = line.successor_code
    WHERE line.valid_to < $2 AND line.step < 20
  ), in_force AS (SELECT code FROM line WHERE valid_to IS NULL OR valid_to >= $2)`;

/**
 * Who answers for a code on a day: the body itself, or the last of those that took over from it one after the other. An
 * administrative unit with bodies of its own is answered for by its People's Committee. Null for an unknown code, and
 * for a body that ended without a successor.
 */
export async function bodyInForce(sql: Sql, code: string, on: LocalDate): Promise<OrganisationCode | null> {
  const [found] = await sql<{ code: OrganisationCode }>(
    `WITH ${inForce}
     SELECT COALESCE(committee.code, in_force.code) AS code
     FROM in_force
     LEFT JOIN organisations committee ON committee.unit_code = in_force.code AND committee.kind = 'ubnd'
       AND ${validOn('committee', '$2')}`,
    [code, on],
  );
  return found?.code ?? null;
}

/** What a body is below on a day, the nearest first, each as it is in force on that day. */
export async function parentsOn(sql: Sql, code: string, on: LocalDate): Promise<readonly OrganisationCode[]> {
  const parents: OrganisationCode[] = [];
  for (let below: string | null = code; below !== null && parents.length < highest;) {
    const parent = await parentInForce(sql, below, on);
    if (parent !== null) parents.push(parent);
    below = parent;
  }
  return parents;
}

/** More than any order has levels; a wrong line that leads back to itself ends here. */
const highest = 10;

async function parentInForce(sql: Sql, code: string, on: LocalDate): Promise<OrganisationCode | null> {
  const [body] = await sql<{ parent: string | null }>(
    `SELECT ${parentOn('body', '$2::date')} AS parent FROM organisations body WHERE code = $1`,
    [code, on],
  );
  if (body?.parent == null) return null;
  const [found] = await sql<{ code: OrganisationCode }>(`WITH ${inForce} SELECT code FROM in_force`, [body.parent, on]);
  return found?.code ?? null;
}

/** Null when nobody answers for the code on the day. */
export async function organisationLines(sql: Sql, code: string, on: LocalDate): Promise<OrganisationLines | null> {
  const organisation = await bodyInForce(sql, code, on);
  if (organisation === null) return null;
  const lines = await sql<{ kind: LineKind; to: OrganisationCode }>(
    `WITH ${linesOn('$2')} SELECT kind, to_code AS "to" FROM line WHERE organisation_code = $1`,
    [organisation, on],
  );
  const followed = async (line: LineKind): Promise<OrganisationCode | null> => {
    const to = lines.find(({ kind }) => kind === line)?.to;
    return to === undefined ? null : bodyInForce(sql, to, on);
  };
  return {
    organisation,
    leadOffice: await followed('leadOffice'),
    monitor: await followed('monitor'),
    front: await followed('front'),
    superior: await followed('superior'),
  };
}
