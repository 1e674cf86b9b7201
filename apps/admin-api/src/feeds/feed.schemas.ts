import { feedKinds } from '@dialogue/persistence';
import { z } from 'zod';

import { organisationCode } from '../http/schemas.js';
import { namedOrganisation } from '../organisations/organisation.response-schemas.js';

/** `POST /v1/calendar-feeds`. */
export const newFeed = z
  .strictObject({ kind: z.enum(feedKinds), organisation: organisationCode })
  .meta({ example: { kind: 'agency', organisation: 'SL-SXD' } });
export type NewFeedBody = z.output<typeof newFeed>;

/** `POST /v1/calendar-feeds/{id}/revoke`, `/replace`. */
export const nothingMore = z.strictObject({});

/** The last part of a secret address. What is none is unknown like any other. */
export const feedFile = z.string();

/** A calendar feed; its address was shown once, when it was made. */
export const feedResponse = z.object({
  id: z.string(),
  kind: z.enum(feedKinds),
  organisation: namedOrganisation,
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  revokedAt: z.iso.datetime().nullable(),
});
export type FeedResponse = z.output<typeof feedResponse>;

export const feedsResponse = z.object({ items: z.array(feedResponse) });
export type FeedsResponse = z.output<typeof feedsResponse>;

/** With the address, which nobody can be told again. */
export const newFeedResponse = feedResponse.extend({ url: z.string() });
export type NewFeedResponse = z.output<typeof newFeedResponse>;
