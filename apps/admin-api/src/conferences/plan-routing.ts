import { dateAt, type Instant, type OrganisationCode, type PostKind } from '@dialogue/domain';
import type { Account, NewConferencePlan, Register, Routing } from '@dialogue/persistence';

import { isWithin, type Scopes } from '../auth/scope.js';
import { namedBodies, organisationInForce } from '../cases/bodies.js';
import { ApiError } from '../errors/api-error.js';
import type { ConferencePlanBody } from './conference.schemas.js';
import { explanationOf, requireExplanation } from './lead-office-explanation.js';

/** What asking who prepares needs. */
export interface PlanRoutingParts {
  readonly register: Pick<Register, 'routing' | 'organisation' | 'organisations' | 'organisationLines'>;
  readonly scopes: Pick<Scopes, 'scopeOf'>;
  readonly now: () => Instant;
}

/** A plan, with the kinds of post by which its organisation may host (D1, D13.1). */
export interface RoutedPlan extends ConferencePlanBody {
  readonly hostKinds: readonly PostKind[];
}

/**
 * D7: who prepares a conference that is to be planned. By the host's posts on its day, and bodies that are in force today,
 * since they begin today. Whoever plans belongs to an office that leads: nobody makes themselves the lead of others.
 */
export async function routePlan(
  parts: PlanRoutingParts,
  account: Account,
  body: RoutedPlan,
): Promise<Pick<NewConferencePlan, 'leadOffice' | 'preparation'>> {
  const routing = await routingOf(parts, body);
  const leads = codesOf(routing.leads);
  const usual = routing.usualLeadOffice.code;
  if (!isWithin(await parts.scopes.scopeOf(account), body.organisation, usual, ...leads))
    throw new ApiError('auth.out_of_scope');
  const standing = routing.leads[0]?.body?.code ?? null;
  const leadOffice = body.leadOffice ?? standing ?? usual;
  if (body.leadOffice !== undefined) await organisationInForce(parts, leadOffice, 'leadOffice');
  requireExplanation(routing, body, leadOffice);
  const coLeadOffice = coLeadOf(leads, { leadOffice, standing });
  const coordinating = await coordinatingOf(parts, routing, body);
  return {
    leadOffice,
    preparation: {
      ...{ hostPost: routing.hostPost, routingCase: routing.row?.case ?? null, coLeadOffice },
      coordinating: coordinating.filter((code) => code !== leadOffice && code !== coLeadOffice),
      ...explanationOf(body),
    },
  };
}

/** D7.1, D7.2: those whom the text names, and others concerned. */
async function coordinatingOf(
  parts: PlanRoutingParts,
  { coordinating }: Routing,
  body: ConferencePlanBody,
): Promise<readonly OrganisationCode[]> {
  const concerned = await namedBodies(parts, body.coordinating, 'coordinating');
  return [...new Set([...codesOf(coordinating), ...concerned.map(({ code }) => code)])];
}

async function routingOf({ register, now }: PlanRoutingParts, body: RoutedPlan): Promise<Routing> {
  const { organisation, hostPost, hostKinds } = body;
  const host = hostPost === undefined ? {} : { host: { post: hostPost } };
  const routing = await register.routing({ organisation, on: dateAt(now()), postsOn: body.on, ...host });
  if (routing === null) throw new ApiError('organisation.unknown');
  // D13.1: for whom the terms name besides, article 7 has no row.
  const isKnown = routing.row !== null || hostPost === undefined || hostKinds.includes(hostPost);
  // D7.4: the secretary who directs by himself who prepares is that of a commune.
  const isElsewhere = body.host === 'communeSecretary' && routing.row?.rule !== 'D7.4';
  if (!isKnown || isElsewhere) throw new ApiError('routing.not_a_host');
  return routing;
}

interface Lead {
  readonly leadOffice: OrganisationCode;
  readonly standing: OrganisationCode | null;
}

/** D7.1, D7.2: the other one of two; where another office takes the place of the standing one, the second stays. */
function coLeadOf(leads: readonly OrganisationCode[], { leadOffice, standing }: Lead): OrganisationCode | null {
  const replaced = leads.includes(leadOffice) ? leadOffice : standing;
  return leads.find((code) => code !== replaced) ?? null;
}

function codesOf(bodies: Routing['leads'] | Routing['coordinating']): readonly OrganisationCode[] {
  return bodies.flatMap(({ body }) => (body === null ? [] : [body.code]));
}
