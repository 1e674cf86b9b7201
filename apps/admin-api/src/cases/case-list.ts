import { writeReadableCsv } from '@dialogue/documents';
import { dateAt, type Instant } from '@dialogue/domain';
import type { Account, ListCounts, Page, PageRequest, Place, Register } from '@dialogue/persistence';

import type { Scope, Scopes } from '../auth/scope.js';
import { ApiError } from '../errors/api-error.js';
import type { Cursors } from '../http/cursors.js';

/** What any list is asked with, beside the filters of its own. */
interface ListFilters {
  readonly sort: string;
  /** Of this body and of those below it on the day. */
  readonly organisation?: string | undefined;
}

/** Which page of it. */
interface PageQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A filter as the register takes it: what was not asked for is not there. */
type FilterOf<Filters> = {
  readonly [Key in keyof Omit<Filters, keyof ListFilters>]?: Exclude<Filters[Key], undefined>;
} & { readonly organisations?: readonly string[]; readonly scope?: NonNullable<Scope> };

/** One column of a list as a table for people. */
export interface Column<Shown> {
  readonly title: string;
  readonly cell: (shown: Shown) => string | null;
}

/** How the pages of a list are read and shown. */
interface Paged<Filters extends ListFilters, Row, Shown> {
  /** Under which its cursors are known. */
  readonly name: string;
  readonly read: (filter: FilterOf<Filters>, page: PageRequest<Filters['sort']>) => Promise<Page<Row>>;
  readonly show: (row: Row) => Shown;
  /** What the account may not ask is asked differently. */
  readonly narrowed?: (filter: FilterOf<Filters>, account: Account) => FilterOf<Filters>;
}

/** One list of cases: how it is read, counted and shown. */
interface Listing<Filters extends ListFilters, Row, Shown, Counts> extends Paged<Filters, Row, Shown> {
  readonly count: (filter: FilterOf<Filters>) => Promise<ListCounts>;
  readonly showCounts: (counts: ListCounts) => Counts;
  readonly columns: readonly Column<Shown>[];
}

/** What every list stands on. */
export interface ListParts {
  readonly register: Pick<Register, 'organisationSubtree'>;
  readonly scopes: Scopes;
  readonly cursors: Cursors;
  readonly now: () => Instant;
}

/** What can be done with a list; each with the same filters, and within what the account may see. */
export interface CaseList<Filters, Shown, Counts> {
  readonly page: (
    account: Account,
    query: Filters & PageQuery,
  ) => Promise<{ items: Shown[]; nextCursor: string | null }>;
  readonly counts: (account: Account, query: Filters) => Promise<Counts>;
  /** @throws ApiError `list.too_long` beyond {@link longestTable} rows. */
  readonly csv: (account: Account, query: Filters) => Promise<string>;
}

/** More rows than this nobody reads; whoever wants more asks period by period. */
const longestTable = 20_000;
const rowsAtOnce = 1000;

export function caseList<Filters extends ListFilters, Row, Shown, Counts>(
  parts: ListParts,
  listing: Listing<Filters, Row, Shown, Counts>,
): CaseList<Filters, Shown, Counts> {
  const { count, show, showCounts, columns, ...paged } = listing;
  const { read, narrowed } = paged;
  const asked = async (account: Account, query: Filters): Promise<FilterOf<Filters>> =>
    narrowedFor(account, await filterOf<Filters>(parts, account, query), narrowed);
  return {
    page: (account, query) => pageOf(parts, account, { ...paged, query, show }),
    counts: async (account, query) => showCounts(await count(await asked(account, query))),
    async csv(account, query) {
      const filter = await asked(account, query);
      const rows = await everyRow((page) => read(filter, { sort: query.sort, ...page }));
      return writeReadableCsv(
        columns.map(({ title }) => title),
        rows.map((row) => cellsOf(columns, show(row))),
      );
    },
  };
}

/** One page of what the account may see. */
export async function pageOf<Filters extends ListFilters, Row, Shown>(
  parts: ListParts,
  account: Account,
  { name, query, read, show, narrowed }: Paged<Filters, Row, Shown> & { readonly query: Filters & PageQuery },
): Promise<{ items: Shown[]; nextCursor: string | null }> {
  const { limit, sort, cursor } = query;
  // A cursor is good for the list, the filters and the order of its first page; a page may have more rows, or fewer.
  const bound = { list: name, ...query, limit: null, cursor: null };
  const after = cursor === undefined ? {} : { after: parts.cursors.read(bound, cursor) };
  const filter = narrowedFor(account, await filterOf<Filters>(parts, account, query), narrowed);
  const { rows, next } = await read(filter, { limit, sort, ...after });
  return { items: rows.map(show), nextCursor: next === null ? null : parts.cursors.write(bound, next) };
}

async function filterOf<Filters extends ListFilters>(
  { register, scopes, now }: ListParts,
  account: Account,
  { sort: _sort, limit: _limit, cursor: _cursor, organisation, ...filters }: Filters & Partial<PageQuery>,
): Promise<FilterOf<Filters>> {
  const [scope, organisations] = await Promise.all([
    scopes.scopeOf(account),
    organisation === undefined ? undefined : register.organisationSubtree(organisation, dateAt(now())),
  ]);
  const given = Object.entries({ ...filters, organisations, scope: scope ?? undefined });
  // eslint-disable-next-line house/no-assertion -- the entries of the query, without those that were not asked for
  return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as FilterOf<Filters>;
}

function narrowedFor<Filter>(
  account: Account,
  filter: Filter,
  narrowed: ((filter: Filter, account: Account) => Filter) | undefined,
): Filter {
  return narrowed === undefined ? filter : narrowed(filter, account);
}

async function everyRow<Row>(
  read: (page: { readonly limit: number; readonly after?: Place }) => Promise<Page<Row>>,
): Promise<readonly Row[]> {
  const all: Row[] = [];
  let after: { readonly after?: Place } = {};
  for (;;) {
    const { rows, next } = await read({ limit: rowsAtOnce, ...after });
    all.push(...rows);
    if (next === null) return all;
    if (all.length >= longestTable) throw new ApiError('list.too_long');
    after = { after: next };
  }
}

/** One row of a table for people. */
export function cellsOf<Shown>(columns: readonly Column<Shown>[], shown: Shown): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map(({ title, cell }) => [title, cell(shown) ?? '']));
}
