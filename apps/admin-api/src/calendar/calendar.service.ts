import { writeCalendarCsv, writeCalendarIcs } from '@dialogue/documents';
import {
  withDayInLieu,
  withDayOff,
  withoutDay,
  withSwap,
  withYearConfirmed,
  withYearSuggested,
  DomainError,
  type CalendarEdition,
  type CalendarYear,
  type LocalDate,
} from '@dialogue/domain';
import type { Account, CalendarEditions, StoredEdition } from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';
import type { UploadedFile } from '../http/file-body.js';
import { readCalendarFile, withImported } from './calendar-import.js';
import { toCalendarEdition, toCalendarEditions } from './calendar.response.js';
import type { CalendarEditionResponse, CalendarEditionsResponse } from './calendar.response-schemas.js';
import type { DayInLieuBody, DayOffBody, NewDraft, Suggestion, SwapBody } from './calendar.schemas.js';
import { draftIsOpen } from './calendar.vi.js';

/** What the routes of the working calendar do; every change is one of a draft, and answers with the whole of it. */
export interface CalendarService {
  editions(): Promise<CalendarEditionsResponse>;
  edition(edition: number): Promise<CalendarEditionResponse>;
  begin(account: Account, body: NewDraft): Promise<CalendarEditionResponse>;
  addDayOff(edition: number, body: DayOffBody): Promise<CalendarEditionResponse>;
  addDayInLieu(edition: number, body: DayInLieuBody): Promise<CalendarEditionResponse>;
  addSwap(edition: number, body: SwapBody): Promise<CalendarEditionResponse>;
  removeDay(edition: number, date: LocalDate): Promise<CalendarEditionResponse>;
  confirmYear(edition: number, year: CalendarYear): Promise<CalendarEditionResponse>;
  suggest(edition: number, body: Suggestion): Promise<CalendarEditionResponse>;
  importFile(edition: number, file: UploadedFile): Promise<CalendarEditionResponse>;
  discard(edition: number): Promise<void>;
  csv(edition: number): Promise<string>;
  ics(edition: number): Promise<string>;
}

export function createCalendarService({ editions }: { readonly editions: CalendarEditions }): CalendarService {
  const change = async (
    edition: number,
    make: (calendar: CalendarEdition) => CalendarEdition,
  ): Promise<CalendarEditionResponse> => {
    await editions.changeDraft(edition, make);
    return toCalendarEdition(await known(editions, edition));
  };
  return {
    editions: async () => toCalendarEditions(await editions.list()),
    edition: async (edition) => toCalendarEdition(await known(editions, edition)),
    begin: (account, body) => begin(editions, account, body),
    addDayOff: (edition, body) => change(edition, (calendar) => withDayOff(calendar, sourced(body))),
    addDayInLieu: (edition, { holiday = null, ...body }) =>
      change(edition, (calendar) => withDayInLieu(calendar, { ...sourced(body), holiday })),
    addSwap: (edition, body) => change(edition, (calendar) => withSwap(calendar, sourced(body))),
    removeDay: (edition, date) => change(edition, (calendar) => withoutDay(calendar, date)),
    confirmYear: (edition, year) => change(edition, (calendar) => withYearConfirmed(calendar, year)),
    suggest: (edition, { year }) => change(edition, (calendar) => withYearSuggested(calendar, year)),
    importFile(edition, uploaded) {
      const file = readCalendarFile(uploaded);
      return change(edition, (calendar) => withImported(calendar, file));
    },
    discard: (edition) => editions.discardDraft(edition),
    csv: async (edition) => writeCalendarCsv((await known(editions, edition)).calendar),
    async ics(edition) {
      const { calendar, publishedAt, createdAt } = await known(editions, edition);
      return writeCalendarIcs(calendar, publishedAt ?? createdAt);
    },
  };
}

async function begin(
  editions: CalendarEditions,
  account: Account,
  { note = '' }: NewDraft,
): Promise<CalendarEditionResponse> {
  const { isNew, edition } = await editions.beginDraft({ accountId: account.id, note });
  if (!isNew)
    throw new ApiError('calendar.draft_open', { fields: [{ path: 'edition', message: draftIsOpen(edition) }] });
  return toCalendarEdition(await known(editions, edition));
}

async function known(editions: CalendarEditions, edition: number): Promise<StoredEdition> {
  const stored = await editions.edition(edition);
  if (stored === null) throw new DomainError('calendar.edition_unknown', { edition });
  return stored;
}

/** Where a decision was read may be left out; in the register it is then empty. */
function sourced<Body extends { readonly source?: string | undefined }>(
  body: Body,
): Omit<Body, 'source'> & { readonly source: string } {
  return { ...body, source: body.source ?? '' };
}
