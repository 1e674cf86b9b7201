import {
  onlyRow,
  routingLevelOf,
  routingRow,
  type AreaRole,
  type CoordinatorRole,
  type LocalDate,
  type OfficeRole,
  type OrganisationCode,
  type PostKind,
  type RoutingLevel,
  type RoutingRow,
} from '@dialogue/domain';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import type { Sql } from '../sql/sql.js';
import { bodyInForce, organisationLines } from './organisation-lines.js';
import { holdingsAround, type Holding } from './routing-holdings.js';

/** Who prepares a conference of this organisation, with this host, on this day (D7). */
export interface RoutingQuestion {
  readonly organisation: OrganisationCode;
  /** The post as which the host speaks, or who holds it, by the id of the person or of the holding; absent: its head. */
  readonly host?: { readonly post: PostKind } | { readonly holder: string };
  /** The day whose bodies are asked for. */
  readonly on: LocalDate;
  /** The day on which the host holds his posts, where it is another one: that of the conference. */
  readonly postsOn?: LocalDate;
}

/** The answer of article 7, with the bodies that are in force on the day. */
export interface Routing {
  /** The organisation itself, or who has taken over from it. */
  readonly organisation: NamedOrganisation;
  readonly level: RoutingLevel;
  /** As which the host speaks; null: the register does not say. */
  readonly hostPost: PostKind | null;
  /** All that the host holds there on the day, as far as the register knows; empty: nobody holds the post. */
  readonly hostPosts: readonly RoutedPost[];
  /** Null: the text has no row for this post at this level, or nobody has said which post. */
  readonly row: RoutingRow | null;
  /** The first is the standing office. Empty where somebody names who prepares. */
  readonly leads: readonly RoutedBody<OfficeRole>[];
  readonly coordinating: readonly RoutedBody<CoordinatorRole>[];
  /** Who leads the organisation's work anyway, and prepares where nobody names another (D11.3). */
  readonly usualLeadOffice: NamedOrganisation;
}

export interface RoutedPost {
  readonly kind: PostKind;
  readonly title: string;
  readonly organisation: NamedOrganisation;
}

/** A role of the text, and the body that has it; null: the register has none, and staff name it. */
export interface RoutedBody<Role extends OfficeRole | CoordinatorRole = OfficeRole | CoordinatorRole> {
  readonly role: Role;
  readonly body: NamedOrganisation | null;
}

/** Null when nobody answers for the organisation on the day, or nobody there is the host that was named. */
export async function routing(sql: Sql, question: RoutingQuestion): Promise<Routing | null> {
  const { on, postsOn = on } = question;
  const organisation = await routedOrganisation(sql, question.organisation, on);
  if (organisation === null) return null;
  const level = routingLevelOf(organisation);
  const host = hostAmong(await holdingsAround(sql, { ...organisation, routingLevel: level, on: postsOn }), {
    ...{ question, level, organisation: organisation.code },
  });
  if (host === null) return null;
  const posts = host.holdings.map(({ kind }) => kind);
  const row = host.post === null ? onlyRow(level) : routingRow(level, [host.post, ...posts]);
  const lines = await organisationLines(sql, organisation.code, on);
  return {
    organisation: await named(sql, organisation.code),
    level,
    hostPost: host.post,
    hostPosts: host.holdings.map(({ kind, title, organisation: where }) => ({ kind, title, organisation: where })),
    row,
    ...(await bodiesOf(sql, row, { area: organisation.area, on })),
    usualLeadOffice: await named(sql, lines?.leadOffice ?? organisation.code),
  };
}

interface RoutedOrganisation {
  readonly code: OrganisationCode;
  readonly kind: string;
  readonly level: string;
  /** The administrative unit whose organisation it is. */
  readonly area: OrganisationCode;
}

async function routedOrganisation(sql: Sql, code: OrganisationCode, on: LocalDate): Promise<RoutedOrganisation | null> {
  const [row] = await sql<RoutedOrganisation>(
    'SELECT code, kind, level, COALESCE(unit_code, code) AS area FROM organisations WHERE code = $1',
    [await bodyInForce(sql, code, on)],
  );
  return row ?? null;
}

interface Host {
  readonly post: PostKind | null;
  readonly holdings: readonly Holding[];
}

interface Wanted {
  readonly question: RoutingQuestion;
  readonly level: RoutingLevel;
  readonly organisation: OrganisationCode;
}

/** D1: whoever is in charge comes before the holder whom he stands in for: he is the one who hosts. */
function hostAmong(holdings: readonly Holding[], { question: { host }, level, organisation }: Wanted): Host | null {
  const hosting = holdings.filter(({ kind }) => routingRow(level, [kind]) !== null);
  const allOf = (one: Holding | undefined): readonly Holding[] =>
    one === undefined ? [] : hosting.filter(({ personId }) => personId === one.personId);
  if (host === undefined) {
    const heads = hosting.filter((holding) => holding.organisation.code === organisation);
    const [post, ...others] = new Set(heads.map(({ kind }) => kind));
    return post === undefined || others.length > 0 ? { post: null, holdings: [] } : { post, holdings: allOf(heads[0]) };
  }
  if ('post' in host) return { post: host.post, holdings: allOf(hosting.find(({ kind }) => kind === host.post)) };
  const held = hosting.find(({ id, personId }) => id === host.holder || personId === host.holder);
  return held === undefined ? null : { post: held.kind, holdings: allOf(held) };
}

async function bodiesOf(
  sql: Sql,
  row: RoutingRow | null,
  place: { readonly area: OrganisationCode; readonly on: LocalDate },
): Promise<Pick<Routing, 'leads' | 'coordinating'>> {
  if (row?.prepare.by !== 'offices') return { leads: [], coordinating: [] };
  const leads: RoutedBody<OfficeRole>[] = [];
  for (const role of row.prepare.leads) leads.push({ role, body: await bodyOf(sql, role, place) });
  const coordinating: RoutedBody<CoordinatorRole>[] = [];
  for (const role of row.prepare.coordinating) coordinating.push({ role, body: await bodyOf(sql, role, place) });
  return { leads, coordinating };
}

/** D7.2: the board of the province is that of the unit at the top of the area. */
async function bodyOf(
  sql: Sql,
  role: OfficeRole | CoordinatorRole,
  { area, on }: { readonly area: OrganisationCode; readonly on: LocalDate },
): Promise<NamedOrganisation | null> {
  if (role === 'bodiesConcerned') return null;
  const isOfProvince = role === 'provincialMassMobilisationBoard';
  const areaRole: AreaRole = isOfProvince ? 'massMobilisationBoard' : role;
  const [found] = await sql<{ readonly body: OrganisationCode }>(
    `WITH RECURSIVE up AS (
       SELECT code, parent_code, level, 0 AS step FROM organisations WHERE code = $1
       UNION ALL
       SELECT above.code, above.parent_code, above.level, up.step + 1
       FROM up JOIN organisations above ON above.code = up.parent_code WHERE up.step < 10
     )
     SELECT body_code AS body FROM routing_bodies
     WHERE role = $2 AND area_code = (SELECT code FROM up WHERE NOT $3::boolean OR level = 'province' ORDER BY step LIMIT 1)
       AND (valid_from IS NULL OR valid_from <= $4) AND (valid_to IS NULL OR valid_to >= $4)`,
    [area, areaRole, isOfProvince, on],
  );
  const body = found === undefined ? null : await bodyInForce(sql, found.body, on);
  return body === null ? null : named(sql, body);
}

async function named(sql: Sql, code: OrganisationCode): Promise<NamedOrganisation> {
  const [row] = await sql<NamedOrganisation>('SELECT code, name FROM organisations WHERE code = $1', [code]);
  return row ?? { code, name: code };
}
