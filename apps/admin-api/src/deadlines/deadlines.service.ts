import {
  deadlineRules,
  defaultDeadlineTerms,
  DomainError,
  explainDeadline,
  type DeadlineCount,
  type DeadlineQuestion,
  type DeadlineTerms,
  type ExplainedDeadline,
} from '@dialogue/domain';
import type { Register } from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';
import { deadlinePage } from './deadline-page.vi.js';
import { toExplanation } from './deadline.response.js';
import type { ExplanationResponse } from './deadline.response-schemas.js';
import type { DeadlineQuery } from './deadline.schemas.js';

/** What the routes of deadlines do. */
export interface DeadlinesService {
  explain(query: DeadlineQuery): Promise<ExplanationResponse>;
  /** The same as HTML, to read and to print. */
  page(query: DeadlineQuery): Promise<string>;
}

/** What the service stands on. */
export interface DeadlinesServiceParts {
  readonly register: Pick<Register, 'namedCalendar' | 'termsInForce' | 'organisation'>;
  /** Where people reach the API. */
  readonly publicUrl: string;
}

export function createDeadlinesService(parts: DeadlinesServiceParts): DeadlinesService {
  return {
    explain: async (query) => toExplanation(await explained(parts, query), parts.publicUrl),
    page: async (query) => deadlinePage(await explained(parts, query)),
  };
}

async function explained({ register }: DeadlinesServiceParts, query: DeadlineQuery): Promise<ExplainedDeadline> {
  const { rule, anchor: anchorOn, edition = null } = query;
  const terms = await termsOf(register, query);
  const calendar = await register.namedCalendar(edition);
  if (calendar === null) throw new DomainError('calendar.edition_unknown', { edition: edition ?? 0 });
  return explainDeadline(calendar, { rule, anchorOn, asked: askedIn(query, terms), terms });
}

function askedIn(
  { rule, due, workingDays, direction }: DeadlineQuery,
  terms: DeadlineTerms,
): DeadlineQuestion['asked'] {
  if (due !== undefined) return { dueOn: due };
  if (workingDays === undefined) return null;
  const count = deadlineRules[rule]?.[0].count(terms);
  // Unless told, the way of the rule itself: back from a conference, on from everything else.
  const isBefore = direction === undefined ? isBackwards(count) : direction === 'before';
  return { workingDays: isBefore ? -workingDays : workingDays };
}

function isBackwards(count: DeadlineCount | undefined): boolean {
  if (count === undefined || count === 'given') return false;
  if ('workingDays' in count) return count.workingDays < 0;
  return 'days' in count || 'calendarDays' in count;
}

/** D13.1: what the organisation had set for itself on the anchor day; the defaults where it has set nothing. */
async function termsOf(
  register: DeadlinesServiceParts['register'],
  { organisation, anchor }: DeadlineQuery,
): Promise<DeadlineTerms> {
  if (organisation === undefined) return defaultDeadlineTerms;
  if ((await register.organisation(organisation)) === null) throw new ApiError('organisation.unknown');
  const question = { organisation, on: anchor };
  const petition = await register.termsInForce('petition', question);
  const conference = await register.termsInForce('conference', question);
  const report = await register.termsInForce('report', question);
  return {
    petition: petition?.terms ?? defaultDeadlineTerms.petition,
    conference: conference?.terms ?? defaultDeadlineTerms.conference,
    report: report?.terms ?? defaultDeadlineTerms.report,
  };
}
