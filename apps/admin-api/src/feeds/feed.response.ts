import type { DeadlineEvent, DeadlineFeed } from '@dialogue/documents';
import { workingUrlOf } from '@dialogue/domain';
import type { Feed, FeedDuty } from '@dialogue/persistence';

import { iso } from '../cases/case.response.js';
import { eventDescription, eventSummary, feedDescription, feedName } from './feed-texts.vi.js';
import type { FeedResponse } from './feed.schemas.js';

/** Deadlines are days: a program that asks once an hour is early enough. */
const refreshSeconds = 3600;

export function toFeedResponse({ id, kind, organisation, createdAt, createdBy, revokedAt }: Feed): FeedResponse {
  return {
    ...{ id, kind, organisation, createdBy },
    createdAt: iso(createdAt.getTime()),
    revokedAt: revokedAt === null ? null : iso(revokedAt.getTime()),
  };
}

/** What a calendar shows: numbers, days and names of bodies; no title, no word and no name of people (D4.1, D11.1d). */
export function toDeadlineFeed(
  feed: Pick<Feed, 'kind' | 'organisation'>,
  duties: readonly FeedDuty[],
  publicUrl: string,
): DeadlineFeed {
  return {
    name: feedName(feed),
    description: feedDescription(feed),
    refreshSeconds,
    events: duties.map((duty) => toEvent(feed, duty, publicUrl)),
  };
}

function toEvent(feed: Pick<Feed, 'kind'>, duty: FeedDuty, publicUrl: string): DeadlineEvent {
  const { caseKind, caseId, number, dueOn: on, moves, changedAt } = duty;
  const url = workingUrlOf(publicUrl, duty);
  return {
    // The same in every calendar, and after every move; another round is another duty.
    uid: `${caseKind}.${caseId.replaceAll('/', '.')}.${String(number)}@${new URL(publicUrl).hostname}`,
    ...{ on, moves, changedAt, url },
    summary: eventSummary(feed, duty),
    description: eventDescription(duty, url),
  };
}
