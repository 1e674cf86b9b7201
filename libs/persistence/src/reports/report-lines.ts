import { reaches, type LineOrder, type LocalDate, type OrganisationCode, type ReportLine } from '@dialogue/domain';

import { linesOn } from '../organisations/lines-on-day.js';
import { bodyInForce } from '../organisations/organisation-lines.js';
import type { Sql } from '../sql/sql.js';

/** D8.2b, D11.2b, D14.1: to whom a body sends on a day, each followed to its successor in force; never to itself. */
export async function reportBodies(
  sql: Sql,
  { code, line, on }: { readonly code: OrganisationCode; readonly line: ReportLine; readonly on: LocalDate },
): Promise<readonly OrganisationCode[]> {
  const sender = (await bodyInForce(sql, code, on)) ?? code;
  const rows = await sql<{ to: OrganisationCode }>(
    `WITH ${linesOn('$3')} SELECT to_code AS "to" FROM line WHERE organisation_code = $1 AND kind = $2 ORDER BY to_code`,
    [sender, line, on],
  );
  const bodies = new Set<OrganisationCode>();
  for (const { to } of rows) {
    const body = await bodyInForce(sql, to, on);
    if (body !== null && body !== sender) bodies.add(body);
  }
  return [...bodies];
}

/** Who reports to whom on a day: only bodies that are in force, each line followed to its successor (D14.1). */
export type ReportingOrder = LineOrder<OrganisationCode>;

export async function reportingOrder(sql: Sql, on: LocalDate): Promise<ReportingOrder> {
  const rows = await sql<{ from: OrganisationCode; to: OrganisationCode }>(
    `WITH ${linesOn('$1')}
     SELECT organisation_code AS "from", to_code AS "to" FROM line
     JOIN organisations body ON body.code = organisation_code
     WHERE line.kind = 'reportTo' AND (body.valid_from IS NULL OR body.valid_from <= $1) AND (body.valid_to IS NULL OR body.valid_to >= $1)
     ORDER BY organisation_code, to_code`,
    [on],
  );
  const inForce = new Map<OrganisationCode, OrganisationCode | null>();
  for (const { to } of rows) if (!inForce.has(to)) inForce.set(to, await bodyInForce(sql, to, on));
  const order = new Map<OrganisationCode, Set<OrganisationCode>>();
  for (const { from, to } of rows) {
    const superiors = order.get(from) ?? new Set();
    order.set(from, superiors);
    const superior = inForce.get(to) ?? null;
    if (superior !== null && superior !== from) superiors.add(superior);
  }
  return order;
}

/** Somebody builds a report of his own from this body's (D14.1). */
export function hasSuperior(order: ReportingOrder, body: OrganisationCode): boolean {
  return [...(order.get(body) ?? [])].some((superior) => order.has(superior));
}

/**
 * D14.1: the bodies of the level below, of whose reports this one is built. Who reports to one of them as well is in its
 * figures already, and must not be counted twice.
 */
export function levelBelow(order: ReportingOrder, body: OrganisationCode): readonly OrganisationCode[] {
  const direct = [...order].filter(([, superiors]) => superiors.has(body)).map(([reporter]) => reporter);
  const isWithin = (reporter: OrganisationCode): boolean =>
    direct.some((other) => other !== reporter && reaches(order, reporter, other) && !reaches(order, other, reporter));
  return direct.filter((reporter) => !isWithin(reporter));
}
