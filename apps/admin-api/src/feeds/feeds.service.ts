import { writeDeadlineFeed } from '@dialogue/documents';
import { petitionDuties, type DutyKind } from '@dialogue/domain';
import { hashOfSecret, newSecret, type Account, type Feed, type Feeds } from '@dialogue/persistence';

import type { Scopes } from '../auth/scope.js';
import { organisationInForce, type BodyLookUp } from '../cases/bodies.js';
import { ApiError } from '../errors/api-error.js';
import { toDeadlineFeed, toFeedResponse } from './feed.response.js';
import type { FeedResponse, FeedsResponse, NewFeedBody, NewFeedResponse } from './feed.schemas.js';

/** What the routes of calendar feeds do. */
export interface FeedsService {
  feeds(account: Account): Promise<FeedsResponse>;
  create(account: Account, body: NewFeedBody): Promise<NewFeedResponse>;
  /** Another address in the place of one that too many know. */
  replace(account: Account, id: string): Promise<NewFeedResponse>;
  revoke(account: Account, id: string): Promise<FeedResponse>;
  /** What the secret address answers. */
  calendar(token: string): Promise<string>;
}

/** What the service stands on. */
export interface FeedsServiceParts extends BodyLookUp {
  readonly deadlineFeeds: Feeds;
  readonly scopes: Scopes;
  readonly publicUrl: string;
}

/** D11.1c: owed by the agency of the petition, whose name stands in no row of the duty itself. */
const ofAgency: readonly DutyKind[] = Object.entries(petitionDuties).flatMap(([kind, { owedBy }]) =>
  owedBy === 'agency' && isDutyKind(kind) ? [kind] : [],
);

export function createFeedsService(parts: FeedsServiceParts): FeedsService {
  const { deadlineFeeds: feeds, scopes, publicUrl } = parts;
  return {
    async feeds(account) {
      return { items: (await feeds.list(await scopes.scopeOf(account))).map(toFeedResponse) };
    },
    async create(account, { kind, organisation }) {
      // An agency follows what it owes itself, and not the work of an office.
      if (account.role === 'agency' && kind !== 'agency') throw new ApiError('auth.forbidden');
      const { code } = await organisationInForce(parts, organisation, 'organisation');
      if (!(await scopes.covers(account, code))) throw new ApiError('auth.out_of_scope');
      return issue(parts, account, { kind, code });
    },
    async replace(account, id) {
      const { kind, organisation } = await ownFeed(parts, account, id);
      await feeds.revoke(id, account.id);
      return issue(parts, account, { kind, code: organisation.code });
    },
    async revoke(account, id) {
      await ownFeed(parts, account, id);
      await feeds.revoke(id, account.id);
      return toFeedResponse(await ownFeed(parts, account, id));
    },
    async calendar(token) {
      const feed = await feeds.byToken(hashOf(token));
      if (feed === null) throw new ApiError('feed.not_found');
      return writeDeadlineFeed(toDeadlineFeed(feed, await feeds.duties(feed, ofAgency), publicUrl));
    },
  };
}

/** 256 bits, said once: only its hash is kept. */
async function issue(
  { deadlineFeeds, publicUrl }: FeedsServiceParts,
  account: Account,
  { kind, code: organisation }: { readonly kind: Feed['kind']; readonly code: Feed['organisation']['code'] },
): Promise<NewFeedResponse> {
  const token = newSecret();
  const feed = await deadlineFeeds.create({ kind, organisation, tokenHash: hashOf(token), createdBy: account.id });
  return { ...toFeedResponse(feed), url: `${publicUrl.replace(/\/+$/, '')}/feeds/${token}.ics` };
}

async function ownFeed({ deadlineFeeds, scopes }: FeedsServiceParts, account: Account, id: string): Promise<Feed> {
  const feed = await deadlineFeeds.find(id);
  const isOwn = feed !== null && (await scopes.covers(account, feed.organisation.code));
  if (!isOwn || (account.role === 'agency' && feed.kind !== 'agency')) throw new ApiError('feed.not_found');
  return feed;
}

function hashOf(token: string): string {
  return hashOfSecret(token).toString('hex');
}

function isDutyKind(kind: string): kind is keyof typeof petitionDuties {
  return kind in petitionDuties;
}
