import { openChoicesOf, problemsOf } from '@dialogue/domain';
import type { EditionSummary, StoredEdition } from '@dialogue/persistence';

import { domainErrorSentences } from '../errors/errors.vi.js';
import type { CalendarEditionResponse, CalendarEditionsResponse } from './calendar.response-schemas.js';

/** The list of editions, as they are stored. */
export function toCalendarEditions(editions: readonly EditionSummary[]): CalendarEditionsResponse {
  return { items: editions.map(toSummary) };
}

/** An edition with its years, days, and what stands between it and being published. */
export function toCalendarEdition({ calendar, ...summary }: StoredEdition): CalendarEditionResponse {
  return {
    ...toSummary(summary),
    years: calendar.years.map(({ year, isConfirmed }) => ({
      year,
      isConfirmed,
      openChoices: openChoicesOf(calendar.days, year).map(({ name, days }) => ({ name, days: [...days] })),
    })),
    days: calendar.days.map((day) => ({ ...day })),
    problems: problemsOf(calendar.days, calendar.years).map(({ on, code }) => ({
      ...{ on, code, message: domainErrorSentences[code] },
    })),
  };
}

function toSummary(summary: EditionSummary): CalendarEditionsResponse['items'][number] {
  const { edition, status, note, createdAt, createdBy, publishedAt, publishedBy, basedOn } = summary;
  return {
    ...{ edition, status, note, createdBy, publishedBy, basedOn },
    createdAt: new Date(createdAt).toISOString(),
    publishedAt: publishedAt === null ? null : new Date(publishedAt).toISOString(),
  };
}
