import { dateAt, type Instant, type LocalDate, type OrganisationCode } from '@dialogue/domain';
import type { Account, CountsQuery, Organisation, OrganisationQuery, Posts, Register } from '@dialogue/persistence';

import { isWithin, type Scopes } from '../auth/scope.js';
import { ApiError } from '../errors/api-error.js';
import type {
  AppointmentResponse,
  CountsPageResponse,
  CountsResponse,
  OrganisationPageResponse,
  OrganisationResponse,
  PostsResponse,
} from './organisation.response-schemas.js';
import type { Appointment, CountsListQuery, OrganisationListQuery, PostsQuery } from './organisation.schemas.js';
import { usualTitles } from './posts.vi.js';

/** What the routes of organisations, their posts and their figures do. */
export interface OrganisationsService {
  organisations(query: OrganisationListQuery): Promise<OrganisationPageResponse>;
  organisation(code: string): Promise<OrganisationResponse>;
  posts(code: string, query: PostsQuery): Promise<PostsResponse>;
  appoint(code: string, appointment: Appointment): Promise<AppointmentResponse>;
  endHolding(holderId: string, on: LocalDate): Promise<void>;
  counts(account: Account, query: CountsListQuery): Promise<CountsPageResponse>;
  countsOf(account: Account, code: OrganisationCode, query: CountsListQuery): Promise<CountsResponse>;
}

/** What the service stands on. */
export interface OrganisationsServiceParts {
  readonly register: Register;
  readonly posts: Posts;
  readonly scopes: Scopes;
  readonly now: () => Instant;
}

export function createOrganisationsService(parts: OrganisationsServiceParts): OrganisationsService {
  const { register, posts } = parts;
  return {
    organisations: (query) => listOrganisations(register, query),
    organisation: async (code) => toOrganisation(await known(register, code)),
    async posts(code, { on = dateAt(parts.now()) }) {
      await known(register, code);
      const found = await posts.list(code, on);
      return {
        items: found.map(({ organisationCode: _, holders, ...post }) => ({
          ...post,
          holders: holders.map((holder) => ({ ...holder })),
        })),
      };
    },
    appoint: (code, appointment) => appoint(parts, code, appointment),
    async endHolding(holderId, on) {
      if (!(await posts.endHolding(holderId, on))) throw new ApiError('post_holder.not_found');
    },
    counts: (account, query) => counts(parts, account, query),
    async countsOf(account, code, query) {
      const { name } = await known(register, code);
      if (!isWithin(await parts.scopes.scopeOf(account), code)) throw new ApiError('organisation.not_found');
      const [figures] = await register.countsByOrganisation({ ...toCountsQuery(query), organisations: [code] });
      return { ...(figures ?? { ...nothing, code, name }) };
    },
  };
}

const nothing = { received: 0, answeredInTime: 0, answeredLate: 0, overdue: 0, breached: 0, resolved: 0 };

/** Bodies number in the hundreds: a page is cut out of all that fit, and the cursor is a place in that list. */
async function listOrganisations(register: Register, query: OrganisationListQuery): Promise<OrganisationPageResponse> {
  const { q, limit, cursor, ...filters } = query;
  const wanted: OrganisationQuery = { ...present({ ...filters, text: q }), limit: 10_000 };
  const found = await register.organisations(wanted);
  const start = Number(cursor ?? 0);
  const end = start + limit;
  return { items: found.slice(start, end).map(toOrganisation), nextCursor: end < found.length ? String(end) : null };
}

async function known(register: Register, code: string): Promise<Organisation> {
  const organisation = await register.organisation(code);
  if (organisation === null) throw new ApiError('organisation.not_found');
  return organisation;
}

function toOrganisation({
  code,
  name,
  kind,
  level,
  parentCode,
  validFrom,
  validTo,
  successorCode,
}: Organisation): OrganisationResponse {
  return { code, name, kind, level, parentCode, validFrom, validTo, successorCode };
}

async function appoint(
  { register, posts }: OrganisationsServiceParts,
  code: string,
  wish: Appointment,
): Promise<AppointmentResponse> {
  await known(register, code);
  const { kind, title = usualTitles[kind], from, fullName, email, phone = null, isActing } = wish;
  const postId = await postOf(posts, code, { kind, title });
  const holderId = await posts.appoint(postId, { fullName, email, phone, isActing, validFrom: from });
  if (holderId === null) throw new ApiError('post.already_held');
  return { postId, holderId };
}

async function postOf(
  posts: Posts,
  code: string,
  { kind, title }: { readonly kind: Appointment['kind']; readonly title: string },
): Promise<string> {
  const created = await posts.create({ organisationCode: code, kind, title, validFrom: null });
  if (created !== null) return created;
  const existing = (await posts.list(code)).find((post) => post.kind === kind && post.title === title);
  if (existing === undefined) throw new Error('A post of this kind and title is said to exist, but is not listed');
  return existing.id;
}

async function counts(
  { register, scopes }: OrganisationsServiceParts,
  account: Account,
  query: CountsListQuery,
): Promise<CountsPageResponse> {
  const scope = await scopes.scopeOf(account);
  const found = await register.countsByOrganisation({
    ...toCountsQuery(query),
    ...(scope === null ? {} : { organisations: scope }),
  });
  return { items: found.map((figures) => ({ ...figures })) };
}

function toCountsQuery({ by, from, to }: CountsListQuery): CountsQuery {
  return { by, ...present({ from, until: to }) };
}

/** Without the fields that were not given. */
function present<Fields extends object>(
  fields: Fields,
): { readonly [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const result: { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } = {};
  for (const key in fields) {
    const value = fields[key];
    if (isGiven(value)) result[key] = value;
  }
  return result;
}

function isGiven<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}
