import {
  citationOf,
  dateAt,
  postKinds,
  routingLevelNames,
  routingRoleNames,
  routingWordings,
  type Instant,
  type LocalDate,
  type PostKind,
} from '@dialogue/domain';
import type { Register, RoutedBody, Routing } from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';
import { hostUnknown, noBody } from './lines.vi.js';
import type { RoutingResponse } from './routing.response-schemas.js';
import type { RoutingListQuery } from './routing.schemas.js';

/** What the route of routing does. */
export interface RoutingService {
  routing(query: RoutingListQuery): Promise<RoutingResponse>;
}

/** What the service stands on. */
export interface RoutingServiceParts {
  readonly register: Pick<Register, 'routing' | 'organisation' | 'organisationLines'>;
  readonly now: () => Instant;
}

export function createRoutingService(parts: RoutingServiceParts): RoutingService {
  return { routing: (query) => answer(parts, query) };
}

async function answer({ register, now }: RoutingServiceParts, query: RoutingListQuery): Promise<RoutingResponse> {
  const { organisation, host, on = dateAt(now()) } = query;
  if ((await register.organisation(organisation)) === null) throw new ApiError('organisation.not_found');
  const routing = await register.routing({ organisation, on, ...(host === undefined ? {} : { host: hostOf(host) }) });
  if (routing === null) {
    const isKnown = (await register.organisationLines(organisation, on)) !== null;
    throw new ApiError(isKnown ? 'post_holder.not_found' : 'organisation.unknown');
  }
  if (routing.hostPost !== null && routing.row === null) throw new ApiError('routing.not_a_host');
  return toRoutingResponse(routing, on);
}

function hostOf(host: string): { readonly post: PostKind } | { readonly holder: string } {
  const post = postKinds.find((kind) => kind === host);
  return post === undefined ? { holder: host } : { post };
}

function toRoutingResponse(routing: Routing, on: LocalDate): RoutingResponse {
  const { organisation, level, hostPost, hostPosts, row, leads, coordinating, usualLeadOffice } = routing;
  return {
    ...{ organisation, on, level, levelName: routingLevelNames[level] },
    host: { post: hostPost, posts: hostPosts.map((post) => ({ ...post })) },
    row: row && {
      ...{ case: row.case, rule: row.rule, article: citationOf(row.rule), wording: routingWordings[row.case] },
    },
    preparedBy: row?.prepare.by ?? null,
    leads: leads.map((lead, place) => ({ ...toRoutedBody(lead), isStanding: place === 0 })),
    coordinating: coordinating.map(toRoutedBody),
    usualLeadOffice,
    missing: missingIn(routing),
  };
}

function toRoutedBody({ role, body }: RoutedBody): RoutingResponse['coordinating'][number] {
  return { role, roleName: routingRoleNames[role], organisation: body };
}

/** Bodies concerned are others at each conference: that the register names none is no gap. */
function missingIn({ row, leads, coordinating }: Routing): string[] {
  const gaps = [...leads, ...coordinating].filter(({ role, body }) => body === null && role !== 'bodiesConcerned');
  return [...(row === null ? [hostUnknown] : []), ...gaps.map(({ role }) => noBody(routingRoleNames[role]))];
}
