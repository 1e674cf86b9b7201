import { reportLines, type LocalDate, type OrganisationCode, type ReportLine } from '@dialogue/domain';

import { faultOf } from '../organisations/line-faults.js';
import { linesOn } from '../organisations/lines-on-day.js';
import { bodyInForce } from '../organisations/organisation-lines.js';
import type { Sql } from '../sql/sql.js';
import type { MadeRow } from './carry-over.js';

/** From whom to whom, from which day on, by which account and why. */
export interface LinesToTake {
  readonly from: OrganisationCode;
  readonly to: OrganisationCode;
  readonly on: LocalDate;
  readonly reason: string;
  readonly setBy: string;
}

/**
 * D14.1: who takes over reports to whom its predecessor reported, on every line on which it sends to nobody itself; each
 * followed to who is in force. A line that would lead back to itself is none.
 */
export async function takeReportLinesOver(sql: Sql, taking: LinesToTake): Promise<readonly MadeRow[]> {
  const { to, on, reason, setBy } = taking;
  const own = await linesOf(sql, to, on);
  const before = await linesOf(sql, taking.from, on);
  const made: MadeRow[] = [];
  for (const kind of reportLines) {
    if (own.some((line) => line.kind === kind)) continue;
    const bodies = await followed(
      sql,
      before.filter((line) => line.kind === kind),
      taking,
    );
    const line = { organisation: to, kind, bodies, from: on, reason, setBy };
    if (bodies.length === 0 || (await faultOf(sql, line)) !== null) continue;
    made.push(
      ...(await sql<MadeRow>(
        `WITH setting AS (
           INSERT INTO organisation_lines (organisation_code, kind, valid_from, reason, set_by) VALUES ($1, $2, $3, $4, $5) RETURNING id
         ), bodies AS (
           INSERT INTO organisation_line_bodies (line_id, to_code) SELECT setting.id, unnest($6::text[]) FROM setting
         )
         SELECT 'line' AS kind, id::text AS id FROM setting`,
        [to, kind, on, reason, setBy, bodies],
      )),
    );
  }
  return made;
}

interface Line {
  readonly kind: ReportLine;
  readonly to: OrganisationCode;
}

async function linesOf(sql: Sql, code: OrganisationCode, on: LocalDate): Promise<readonly Line[]> {
  return sql<Line>(
    `WITH ${linesOn('$2')} SELECT kind, to_code AS "to" FROM line WHERE organisation_code = $1 ORDER BY to_code`,
    [code, on],
  );
}

async function followed(
  sql: Sql,
  lines: readonly Line[],
  { to: sender, on }: LinesToTake,
): Promise<readonly OrganisationCode[]> {
  const bodies = new Set<OrganisationCode>();
  for (const { to } of lines) {
    const body = await bodyInForce(sql, to, on);
    if (body !== null && body !== sender) bodies.add(body);
  }
  return [...bodies];
}
