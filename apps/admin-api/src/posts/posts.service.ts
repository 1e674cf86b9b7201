import { dateAt, type Instant, type LocalDate } from '@dialogue/domain';
import type { Account, Appointed, Ended, People, PersonWithPosts, Post, Posts, Register } from '@dialogue/persistence';

import { isPermitted } from '../auth/permissions.js';
import { ApiError, type ApiErrorCode } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';
import type {
  AppointmentResponse,
  PersonPageResponse,
  PersonResponse,
  PostsResponse,
} from './post.response-schemas.js';
import type { Appointment, Correction, NewPerson, PeopleQuery, PostsQuery } from './post.schemas.js';
import { usualTitles } from './posts.vi.js';

/** What the routes of posts, and of the people who hold them, do. */
export interface PostsService {
  /** The addresses and numbers of the holders only for an account that may read people. */
  posts(code: string, query: PostsQuery, account: Pick<Account, 'role'>): Promise<PostsResponse>;
  appoint(code: string, appointment: Appointment): Promise<AppointmentResponse>;
  endPost(postId: string, on: LocalDate | null): Promise<void>;
  endHolding(holderId: string, on: LocalDate): Promise<void>;
  people(query: PeopleQuery): Promise<PersonPageResponse>;
  person(id: string, query: PostsQuery): Promise<PersonResponse>;
  register(person: NewPerson): Promise<PersonResponse>;
  correct(id: string, correction: Correction): Promise<PersonResponse>;
}

/** What the service stands on. */
export interface PostsServiceParts {
  readonly register: Pick<Register, 'organisation'>;
  readonly posts: Posts;
  readonly people: People;
  readonly now: () => Instant;
}

export function createPostsService(parts: PostsServiceParts): PostsService {
  const { register, posts, people } = parts;
  return {
    async posts(code, { on = dateAt(parts.now()) }, { role }) {
      await requireOrganisation(register, code);
      const items = (await posts.list(code, on)).map(toPost);
      return { items: isPermitted(role, 'person:read') ? items : items.map(withoutReach) };
    },
    appoint: (code, wish) => appoint(parts, code, wish),
    endPost: async (postId, on) => {
      requireEnded(await posts.end(postId, on), 'post.not_found');
    },
    endHolding: async (holderId, on) => {
      requireEnded(await posts.endHolding(holderId, on), 'post_holder.not_found');
    },
    people: (query) => listPeople(people, query),
    person: (id, { on }) => personOf(people, id, on),
    async register({ fullName, email = null, phone = null }) {
      return personOf(people, await people.register({ fullName, email, phone }));
    },
    async correct(id, { fullName, email, phone }) {
      await people.correct(id, {
        ...(fullName === undefined ? {} : { fullName }),
        ...(email === undefined ? {} : { email }),
        ...(phone === undefined ? {} : { phone }),
      });
      return personOf(people, id);
    },
  };
}

async function requireOrganisation(register: PostsServiceParts['register'], code: string): Promise<void> {
  if ((await register.organisation(code)) === null) throw new ApiError('organisation.not_found');
}

/** D1: somebody holds the post from that day on, or is in charge of it. */
async function appoint(
  { register, posts }: PostsServiceParts,
  code: string,
  wish: Appointment,
): Promise<AppointmentResponse> {
  await requireOrganisation(register, code);
  const { kind, title = usualTitles[kind], from, isActing, personId, fullName = '', email = null, phone = null } = wish;
  const person = personId === undefined ? { fullName, email, phone } : { id: personId };
  const postId = await postOf(posts, code, { kind, title });
  const appointed = await posts.appoint(postId, { person, isActing, validFrom: from });
  if ('holderId' in appointed) return { postId, holderId: appointed.holderId };
  throw refusalOf(appointed);
}

type Refused = Extract<Appointed, { readonly refused: unknown }>;

const refusals = {
  alreadyHeld: { code: 'post.already_held', field: 'from' },
  personUnknown: { code: 'person.unknown', field: 'personId' },
  postOver: { code: 'post.over', field: 'from' },
} as const satisfies Record<Refused['refused'], { readonly code: ApiErrorCode; readonly field: string }>;

function refusalOf({ refused }: Refused): ApiError {
  const { code, field } = refusals[refused];
  return new ApiError(code, { fields: [{ path: field, message: apiErrorSentences[code] }] });
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

function requireEnded(ended: Ended, unknown: ApiErrorCode): void {
  if (ended === 'ended') return;
  const code = { unknown, beforeItBegins: 'post.ends_before_it_begins', heldLater: 'post.held_later' } as const;
  const refused = code[ended];
  throw new ApiError(
    refused,
    ended === 'unknown' ? {} : { fields: [{ path: 'on', message: apiErrorSentences[refused] }] },
  );
}

/** A page is a stretch of the list, and the cursor a place in it. */
async function listPeople(people: People, { q, limit, cursor }: PeopleQuery): Promise<PersonPageResponse> {
  const offset = Number(cursor ?? 0);
  const found = await people.list({ ...(q === undefined ? {} : { text: q }), offset, limit: limit + 1 });
  const items = found.slice(0, limit).map(({ id, fullName, email, phone }) => ({ id, fullName, email, phone }));
  return { items, nextCursor: found.length > limit ? String(offset + limit) : null };
}

/** @throws ApiError `person.not_found`. */
async function personOf(people: People, id: string, on?: LocalDate): Promise<PersonResponse> {
  const person = await people.find(id, on);
  if (person === null) throw new ApiError('person.not_found');
  return toPerson(person);
}

function toPerson({ id, fullName, email, phone, posts }: PersonWithPosts): PersonResponse {
  return { id, fullName, email, phone, posts: posts.map((post) => ({ ...post })) };
}

function toPost({ id, kind, title, validFrom, validTo, holders }: Post): PostsResponse['items'][number] {
  return { id, kind, title, validFrom, validTo, holders: holders.map((holder) => ({ ...holder })) };
}

/** Who holds a post is for every role to know, how to reach them is not. */
function withoutReach(post: PostsResponse['items'][number]): PostsResponse['items'][number] {
  return { ...post, holders: post.holders.map((holder) => ({ ...holder, email: null, phone: null })) };
}
