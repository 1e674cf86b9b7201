import {
  lineDefinitions,
  reaches,
  type LineKind,
  type LineOrder,
  type LocalDate,
  type OrganisationCode,
} from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import type { NewLine } from './lines.js';
import { linesOn } from './lines-on-day.js';
import { bodyInForce } from './organisation-lines.js';

/** What is wrong with a line that somebody wants to set, and with which of its bodies. */
export type LineFault =
  /** The body whose line it is has ended by that day, or another one answers for it: the line would hold for nobody. */
  | { readonly kind: 'notInForce'; readonly answeredBy: OrganisationCode | null }
  /** No such body, or none that is in force on the day. */
  | { readonly kind: 'unknown'; readonly body: OrganisationCode }
  | { readonly kind: 'itself'; readonly body: OrganisationCode }
  /** It would stand above, or be reported to by, itself over others, from this day on. */
  | { readonly kind: 'loop'; readonly body: OrganisationCode; readonly on: LocalDate };

/** The first thing that is wrong; null when the line may be set. */
export async function faultOf(sql: Sql, line: NewLine): Promise<LineFault | null> {
  const answeredBy = await bodyInForce(sql, line.organisation, line.from);
  if (answeredBy !== line.organisation) return { kind: 'notInForce', answeredBy };
  for (const body of line.bodies) {
    if (!(await isInForce(sql, body, line.from))) return { kind: 'unknown', body };
    if (body === line.organisation && !lineDefinitions[line.kind].mayBeItself) return { kind: 'itself', body };
  }
  return lineDefinitions[line.kind].climbs ? loopOf(sql, line) : null;
}

async function isInForce(sql: Sql, code: OrganisationCode, on: LocalDate): Promise<boolean> {
  const found = await sql(
    `SELECT FROM organisations WHERE code = $1
       AND (valid_from IS NULL OR valid_from <= $2) AND (valid_to IS NULL OR valid_to >= $2)`,
    [code, on],
  );
  return found.length > 0;
}

/** D11.3, D14.1: on its first day, and on each later one from which a line of the kind is set already. */
async function loopOf(sql: Sql, { organisation, kind, bodies, from }: NewLine): Promise<LineFault | null> {
  const later = await sql<{ day: LocalDate }>(
    'SELECT DISTINCT valid_from AS day FROM organisation_lines WHERE kind = $1 AND valid_from > $2 ORDER BY 1',
    [kind, from],
  );
  for (const on of [from, ...later.map(({ day }) => day)]) {
    const order = await orderOn(sql, { kind, on, except: organisation });
    for (const body of bodies)
      if (reaches(order, await followed(sql, { kind, code: body, on }), organisation))
        return { kind: 'loop', body, on };
  }
  return null;
}

/** Lines of one kind on a day, without those of the body whose line is to be set. */
async function orderOn(
  sql: Sql,
  { kind, on, except }: { readonly kind: LineKind; readonly on: LocalDate; readonly except: OrganisationCode },
): Promise<LineOrder<OrganisationCode>> {
  const rows = await sql<{ from: OrganisationCode; to: OrganisationCode }>(
    `WITH ${linesOn('$1')} SELECT organisation_code AS "from", to_code AS "to" FROM line
     WHERE kind = $2 AND organisation_code <> $3`,
    [on, kind, except],
  );
  const targets = new Map<OrganisationCode, OrganisationCode>();
  for (const { to } of rows) if (!targets.has(to)) targets.set(to, await followed(sql, { kind, code: to, on }));
  const order = new Map<OrganisationCode, Set<OrganisationCode>>();
  for (const { from, to } of rows) order.set(from, (order.get(from) ?? new Set()).add(targets.get(to) ?? to));
  return order;
}

/** Reports go to who is in force. What is above is a tree of the codes themselves: it may pass through a unit. */
async function followed(
  sql: Sql,
  { kind, code, on }: { readonly kind: LineKind; readonly code: OrganisationCode; readonly on: LocalDate },
): Promise<OrganisationCode> {
  return kind === 'reportTo' ? ((await bodyInForce(sql, code, on)) ?? code) : code;
}
