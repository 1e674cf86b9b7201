import {
  dateAt,
  DomainError,
  isSameCalendar,
  localDate,
  problemsOf,
  toSlice,
  type CalendarEdition,
  type CalendarSlice,
  type Instant,
} from '@dialogue/domain';
import type { Account, CalendarEditions, RolloutReads, StoredEdition } from '@dialogue/persistence';

import type { WorkflowLinks } from '../cases/case.response.js';
import { ApiError } from '../errors/api-error.js';
import { previewOf, type Preview } from './preview.js';
import { toPreview, toRollout } from './publishing.response.js';
import type { PreviewQuery, PreviewResponse, PublicationBody, RolloutResponse } from './publishing.schemas.js';
import { previewOutdated } from './publishing.vi.js';

/** What the routes do by which a draft becomes the calendar of all open cases (D11.1c). */
export interface CalendarPublishingService {
  preview(edition: number, query: PreviewQuery): Promise<PreviewResponse>;
  publish(account: Account, edition: number, body: PublicationBody): Promise<RolloutResponse>;
  rollout(edition: number): Promise<RolloutResponse>;
}

/** What the service stands on. */
export interface CalendarPublishingParts {
  readonly editions: CalendarEditions;
  readonly rollouts: RolloutReads;
  readonly links: WorkflowLinks;
  readonly now: () => Instant;
}

export function createCalendarPublishingService(parts: CalendarPublishingParts): CalendarPublishingService {
  return {
    async preview(edition, { limit, cursor }) {
      const { stored, preview } = await previewed(parts, edition);
      return toPreview(preview, { edition, basedOn: stored.basedOn, from: Number(cursor ?? 0), limit });
    },
    publish: (account, edition, body) => publish(parts, { account, edition, body }),
    rollout: (edition) => rolloutOf(parts, edition),
  };
}

interface Previewed {
  readonly stored: StoredEdition;
  readonly preview: Preview;
}

/** @throws DomainError `calendar.edition_unknown`, `calendar.edition_published`; ApiError `calendar.draft_wrong` */
async function previewed({ editions, rollouts, now }: CalendarPublishingParts, edition: number): Promise<Previewed> {
  const stored = await editions.edition(edition);
  if (stored === null) throw new DomainError('calendar.edition_unknown', { edition });
  if (stored.status === 'published') throw new DomainError('calendar.edition_published', { edition });
  requireRight(stored.calendar);
  const published = stored.basedOn === null ? null : await editions.editionDays(stored.basedOn);
  const basis = { published: published ?? { days: [] }, draft: stored.calendar, slice: wholeSlice(stored.calendar) };
  return { stored, preview: await previewOf(rollouts, { ...basis, on: dateAt(now()) }) };
}

/** Whoever confirms has seen the preview: with another number of moved deadlines it was another one. */
async function publish(
  parts: CalendarPublishingParts,
  { account, edition, body }: { readonly account: Account; readonly edition: number; readonly body: PublicationBody },
): Promise<RolloutResponse> {
  const { stored, preview } = await previewed(parts, edition);
  const { length } = preview.moves;
  if (length !== body.deadlinesMoved)
    throw new ApiError('calendar.preview_outdated', {
      fields: [{ path: 'deadlinesMoved', message: previewOutdated(length) }],
    });
  await parts.editions.publishDraft({
    edition,
    accountId: account.id,
    on: dateAt(parts.now()),
    check: (calendar) => {
      if (!isSameCalendar(calendar, stored.calendar)) throw new ApiError('calendar.preview_outdated');
    },
  });
  return rolloutOf(parts, edition);
}

async function rolloutOf(
  { editions, rollouts, links }: CalendarPublishingParts,
  edition: number,
): Promise<RolloutResponse> {
  const status = await rollouts.rolloutStatus(`calendar/${String(edition)}`);
  if (status !== null) return toRollout(edition, status, links);
  if ((await editions.editionDays(edition)) === null) throw new DomainError('calendar.edition_unknown', { edition });
  throw new ApiError('calendar.not_rolled_out');
}

function requireRight({ days, years }: CalendarEdition): void {
  if (problemsOf(days, years).length > 0 || years.length === 0) throw new ApiError('calendar.draft_wrong');
}

/** The draft with all of its years: what a case may come to hold of it. */
function wholeSlice(draft: CalendarEdition): CalendarSlice {
  const [first, last] = [draft.years[0]?.year ?? 0, draft.years.at(-1)?.year ?? 0];
  return toSlice(draft, { from: localDate(`${String(first)}-01-01`), until: localDate(`${String(last)}-12-31`) });
}
