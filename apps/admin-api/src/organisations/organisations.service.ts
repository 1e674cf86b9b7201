import { dateAt, type Instant, type LocalDate, type OrganisationCode } from '@dialogue/domain';
import type {
  Account,
  Contacts,
  ContactSet,
  CountsQuery,
  Organisation,
  OrganisationOnDay,
  OrganisationQuery,
  Register,
} from '@dialogue/persistence';

import { isWithin, type Scopes } from '../auth/scope.js';
import { ApiError, type ApiErrorCode } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';
import type {
  ContactsResponse,
  CountsPageResponse,
  CountsResponse,
  LevelsResponse,
  OrganisationOnDayResponse,
  OrganisationPageResponse,
  OrganisationResponse,
  OrganisationSubtreeResponse,
} from './organisation.response-schemas.js';
import type { CountsListQuery, DayQuery, NewContact, OrganisationListQuery } from './organisation.schemas.js';

/** What the routes of organisations, their addresses and their figures do. */
export interface OrganisationsService {
  levels(query: DayQuery): Promise<LevelsResponse>;
  organisations(query: OrganisationListQuery): Promise<OrganisationPageResponse>;
  organisation(code: string, query: DayQuery): Promise<OrganisationOnDayResponse>;
  subtree(code: string, query: DayQuery): Promise<OrganisationSubtreeResponse>;
  contacts(code: string, query: DayQuery): Promise<ContactsResponse>;
  setContact(code: string, contact: NewContact): Promise<ContactsResponse>;
  counts(account: Account, query: CountsListQuery): Promise<CountsPageResponse>;
  countsOf(account: Account, code: OrganisationCode, query: CountsListQuery): Promise<CountsResponse>;
}

/** What the service stands on. */
export interface OrganisationsServiceParts {
  readonly register: Register;
  readonly contacts: Contacts;
  readonly scopes: Scopes;
  readonly now: () => Instant;
}

export function createOrganisationsService(parts: OrganisationsServiceParts): OrganisationsService {
  const { register, contacts, now } = parts;
  return {
    levels: async ({ on }) => ({ items: (await register.levels(on)).map((level) => ({ ...level })) }),
    organisations: (query) => listOrganisations(register, query),
    async organisation(code, { on = dateAt(now()) }) {
      const found = await register.organisationOnDay(code, on);
      if (found === null) throw new ApiError('organisation.not_found');
      return toOrganisationOnDay(found, on);
    },
    async subtree(code, { on = dateAt(now()) }) {
      await known(register, code);
      return { on, items: (await register.organisationsBelow(code, on)).map(toOrganisation) };
    },
    async contacts(code, { on }) {
      await known(register, code);
      return contactsOf(contacts, code, on);
    },
    setContact: (code, contact) => setContact(parts, code, contact),
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

function toOrganisation(organisation: Organisation): OrganisationResponse {
  const { code, name, kind, level, levelName, parentCode, validFrom, validTo, successorCode } = organisation;
  return { code, name, kind, level, levelName, parentCode, validFrom, validTo, successorCode };
}

function toOrganisationOnDay(found: OrganisationOnDay, on: LocalDate): OrganisationOnDayResponse {
  const { isInForce, parents, answeredBy, predecessors, successors } = found;
  return {
    ...toOrganisation(found),
    ...{ on, isInForce, answeredBy: answeredBy === null ? null : { ...answeredBy } },
    parents: parents.map((parent) => ({ ...parent })),
    predecessors: predecessors.map((succession) => ({ ...succession })),
    successors: successors.map((succession) => ({ ...succession })),
  };
}

async function contactsOf(contacts: Contacts, code: string, on?: LocalDate): Promise<ContactsResponse> {
  return { items: (await contacts.list(code, on)).map((contact) => ({ ...contact })) };
}

/** Letters go there from that day on, while nobody with an address holds a fitting post (D11.3). */
async function setContact(
  { register, contacts }: OrganisationsServiceParts,
  code: string,
  contact: NewContact,
): Promise<ContactsResponse> {
  await known(register, code);
  const refused = contactRefusals[await contacts.set({ organisationCode: code, ...contact })];
  if (refused !== null)
    throw new ApiError(refused, { fields: [{ path: 'from', message: apiErrorSentences[refused] }] });
  return contactsOf(contacts, code);
}

const contactRefusals = {
  set: null,
  unchanged: null,
  laterKnown: 'contact.later_known',
  beginsThatDay: 'contact.begins_that_day',
} as const satisfies Record<ContactSet, ApiErrorCode | null>;

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
