import type { Account, Page, PageRequest } from '@dialogue/persistence';

import type { Scope, Scopes } from '../auth/scope.js';

/** What a query of any list has. */
interface ListQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A filter as the register takes it: what was not asked for is not there. */
type FilterOf<Query extends ListQuery> = {
  readonly [Key in keyof Omit<Query, keyof ListQuery>]?: Exclude<Query[Key], undefined>;
} & { readonly scope?: NonNullable<Scope> };

/** One list: how it is asked, read and shown. */
interface Listing<Query extends ListQuery, Row, Shown> {
  readonly query: Query;
  readonly list: (filter: FilterOf<Query>, page: PageRequest) => Promise<Page<Row>>;
  readonly show: (row: Row) => Shown;
}

/** One page of what the account may see. */
export async function pageOf<Query extends ListQuery, Row, Shown>(
  { scopes }: { readonly scopes: Scopes },
  account: Account,
  { query, list, show }: Listing<Query, Row, Shown>,
): Promise<{ items: Shown[]; nextCursor: string | null }> {
  const { limit, cursor, ...filters } = query;
  const scope = await scopes.scopeOf(account);
  const given = Object.entries({ ...filters, scope: scope ?? undefined }).filter(([, value]) => value !== undefined);
  // eslint-disable-next-line house/no-assertion -- the entries of the query, without those that were not asked for
  const filter = Object.fromEntries(given) as FilterOf<Query>;
  const { rows, nextCursor } = await list(filter, cursor === undefined ? { limit } : { limit, cursor });
  return { items: rows.map(show), nextCursor };
}
