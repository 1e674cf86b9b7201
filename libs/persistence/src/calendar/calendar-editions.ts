import {
  DomainError,
  toSlice,
  type CalendarEdition,
  type CalendarSlice,
  type Instant,
  type LocalDate,
} from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { requestRollout } from '../rollouts/rollouts.js';
import { inSnapshot, inTransaction, type Sql } from '../sql/sql.js';
import { editionOf, writeEdition } from './edition-rows.js';

/** An edition without its days. */
export interface EditionSummary {
  readonly edition: number;
  readonly status: 'draft' | 'published';
  readonly note: string;
  readonly createdAt: Instant;
  /** The name of an account; null: the set-up. */
  readonly createdBy: string | null;
  readonly publishedAt: Instant | null;
  readonly publishedBy: string | null;
  readonly basedOn: number | null;
}

/** An edition with all of its days. */
export interface StoredEdition extends EditionSummary {
  readonly calendar: CalendarEdition;
}

/** Whether a draft was begun, or which one is open already. */
export interface DraftBegun {
  readonly isNew: boolean;
  readonly edition: number;
}

/** Which draft is published, by whom, on which day. */
export interface Publication {
  readonly edition: number;
  readonly accountId: string;
  readonly on: LocalDate;
  readonly check: (calendar: CalendarEdition) => void;
}

/** The editions of the working calendar: read by all, written while they are drafts (ADR-0027). */
export interface CalendarEditions {
  /** The newest first. */
  list(): Promise<readonly EditionSummary[]>;
  edition(edition: number): Promise<StoredEdition | null>;
  /** Years and days of an edition; null: there is none of this number. */
  editionDays(edition: number): Promise<CalendarEdition | null>;
  /** @throws DomainError `calendar.year_missing`; `calendar.edition_unknown` */
  sliceOf(edition: number, range: { readonly from: LocalDate; readonly until: LocalDate }): Promise<CalendarSlice>;
  /** A draft with the days of the newest published edition; one at a time. */
  beginDraft(by: { readonly accountId: string; readonly note: string }): Promise<DraftBegun>;
  /**
   * What `change` makes of a draft is stored, all of it or nothing.
   *
   * @throws DomainError `calendar.edition_unknown`, `calendar.edition_published`, and what `change` throws.
   */
  changeDraft(edition: number, change: (calendar: CalendarEdition) => CalendarEdition): Promise<void>;
  /** @throws DomainError `calendar.edition_unknown`, `calendar.edition_published` */
  discardDraft(edition: number): Promise<void>;
  /**
   * A draft is published, and every open case is to hear of it (D11.1c), in one transaction. `check` sees the days as they
   * are published, and throws where they may not be.
   *
   * @throws DomainError `calendar.edition_unknown`, `calendar.edition_published`, and what `check` throws.
   */
  publishDraft(publication: Publication): Promise<void>;
}

export function createCalendarEditions(dataSource: DataSource): CalendarEditions {
  const editionDays = (edition: number): Promise<CalendarEdition | null> =>
    inSnapshot(dataSource, (sql) => editionOf(sql, edition));
  return {
    list: () => inSnapshot(dataSource, (sql) => summaries(sql, null)),
    edition: (edition) => inSnapshot(dataSource, (sql) => storedEdition(sql, edition)),
    editionDays,
    async sliceOf(edition, range) {
      const calendar = await editionDays(edition);
      if (calendar === null) throw new DomainError('calendar.edition_unknown', { edition });
      return toSlice(calendar, range);
    },
    beginDraft: (by) => inTransaction(dataSource, (sql) => beginDraft(sql, by)),
    changeDraft: (edition, change) =>
      inTransaction(dataSource, async (sql) => {
        await lockDraft(sql, edition);
        const calendar = await editionOf(sql, edition);
        if (calendar !== null) await writeEdition(sql, change(calendar));
      }),
    discardDraft: (edition) =>
      inTransaction(dataSource, async (sql) => {
        await lockDraft(sql, edition);
        await writeEdition(sql, { edition, years: [], days: [] });
        await sql('DELETE FROM calendar_editions WHERE edition = $1', [edition]);
      }),
    publishDraft: (publication) => inTransaction(dataSource, (sql) => publishDraft(sql, publication)),
  };
}

async function publishDraft(sql: Sql, { edition, accountId, on, check }: Publication): Promise<void> {
  await lockDraft(sql, edition);
  const calendar = await editionOf(sql, edition);
  if (calendar !== null) check(calendar);
  await sql('UPDATE calendar_editions SET published_at = now(), published_by = $2 WHERE edition = $1', [
    edition,
    accountId,
  ]);
  await requestRollout(sql, {
    id: `calendar/${String(edition)}`,
    kind: 'calendar',
    command: { kind: 'calendarChanged', edition },
    dueOn: on,
    requestedBy: accountId,
  });
}

async function storedEdition(sql: Sql, edition: number): Promise<StoredEdition | null> {
  const [summary] = await summaries(sql, edition);
  const calendar = await editionOf(sql, edition);
  return summary === undefined || calendar === null ? null : { ...summary, calendar };
}

async function summaries(sql: Sql, edition: number | null): Promise<readonly EditionSummary[]> {
  const rows = await sql<SummaryRow>(
    `SELECT edition, note, calendar_editions.created_at, creator.username AS created_by, published_at, publisher.username AS published_by, based_on
     FROM calendar_editions
     LEFT JOIN accounts creator ON creator.id = created_by
     LEFT JOIN accounts publisher ON publisher.id = published_by
     WHERE $1::integer IS NULL OR edition = $1 ORDER BY edition DESC`,
    [edition],
  );
  return rows.map((row) => ({
    edition: row.edition,
    status: row.published_at === null ? 'draft' : 'published',
    note: row.note,
    createdAt: row.created_at.getTime(),
    createdBy: row.created_by,
    publishedAt: row.published_at?.getTime() ?? null,
    publishedBy: row.published_by,
    basedOn: row.based_on,
  }));
}

interface SummaryRow {
  readonly edition: number;
  readonly note: string;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly published_at: Date | null;
  readonly published_by: string | null;
  readonly based_on: number | null;
}

/** Two who begin at once: one gets the draft, the other hears of it. */
async function beginDraft(
  sql: Sql,
  { accountId, note }: { readonly accountId: string; readonly note: string },
): Promise<DraftBegun> {
  const [begun] = await sql<{ edition: number; based_on: number | null }>(
    `INSERT INTO calendar_editions (edition, note, created_by, based_on)
     SELECT COALESCE(max(edition), 0) + 1, $2, $1, max(edition) FILTER (WHERE published_at IS NOT NULL) FROM calendar_editions
     ON CONFLICT DO NOTHING RETURNING edition, based_on`,
    [accountId, note],
  );
  if (begun === undefined) {
    const [open] = await sql<{ edition: number }>('SELECT edition FROM calendar_editions WHERE published_at IS NULL');
    if (open === undefined) throw new Error('A draft is said to be open, but there is none');
    return { isNew: false, edition: open.edition };
  }
  const { edition, based_on: basedOn } = begun;
  const basis = basedOn === null ? null : await editionOf(sql, basedOn);
  if (basis !== null) await writeEdition(sql, { ...basis, edition });
  return { isNew: true, edition };
}

/** Publishing waits for whoever writes, and the other way round. */
async function lockDraft(sql: Sql, edition: number): Promise<void> {
  const [row] = await sql<{ published_at: Date | null }>(
    'SELECT published_at FROM calendar_editions WHERE edition = $1 FOR UPDATE',
    [edition],
  );
  if (row === undefined) throw new DomainError('calendar.edition_unknown', { edition });
  if (row.published_at !== null) throw new DomainError('calendar.edition_published', { edition });
}
