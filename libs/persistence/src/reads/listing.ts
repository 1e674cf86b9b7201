import type { Page, PageRequest, Place } from './case-reads.js';

/** Runs one statement that selects such rows. */
type Reading<Row> = (text: string, parameters: readonly unknown[]) => Promise<readonly Row[]>;

/** Hands a value to the statement and says where it stands there. */
export type Bind = (value: unknown) => string;

/** What each part of a filter asks of a row; a filter that is not given asks nothing, and is not in the statement. */
export type Conditions<Filter> = {
  readonly [Key in keyof Filter]-?: (value: Exclude<Filter[Key], undefined>, bind: Bind) => string;
};

/** By what a list is ordered; rows of one place are ordered by their id. */
interface SortKey {
  readonly by: string;
  readonly type: 'date' | 'timestamptz' | 'text';
  readonly direction: 'ASC' | 'DESC';
}

/** How cases of one kind are listed: adding a filter is adding a row. */
export interface ListDefinition<Filter, Sort extends string> {
  readonly columns: string;
  readonly tables: string;
  readonly id: { readonly by: string; readonly type: 'uuid' | 'text' };
  readonly conditions: Conditions<Filter>;
  readonly sorts: Readonly<Record<Sort, SortKey>>;
}

/**
 * One page of a list. The next one begins behind the place of its last row, so rows that come in between move nothing:
 * whatever was there from the first page to the last, and kept its place, is shown once.
 */
export async function pageOfList<Filter extends object, Sort extends string, Row, Shown>(
  sql: Reading<Row & Place>,
  definition: ListDefinition<Filter, Sort>,
  { filter, page, show }: { filter: Filter; page: PageRequest<Sort>; show: (row: Row) => Shown },
): Promise<Page<Shown>> {
  const { columns, tables, id, sorts } = definition;
  const { by, type, direction } = sorts[page.sort];
  const { parameters, bind } = parametersOf();
  const where = [
    ...asked(definition.conditions, filter, bind),
    ...behind(page.after, { definition, sort: sorts[page.sort], bind }),
  ];
  const rows = await sql(
    `SELECT ${columns}, (${by})::text AS "sortedBy" FROM ${tables} WHERE ${where.join(' AND ')}
     ORDER BY (${by})::${type} ${direction}, ${id.by} ${direction} LIMIT ${bind(page.limit + 1)}`,
    parameters,
  );
  const last = rows.length > page.limit ? rows[page.limit - 1] : undefined;
  const next = last === undefined ? null : { sortedBy: last.sortedBy, id: last.id };
  return { rows: rows.slice(0, page.limit).map(show), next };
}

/** What a filter asks, as a list of conditions with at least one. */
export function asked<Filter extends object>(
  conditions: Conditions<Filter>,
  filter: Filter,
  bind: Bind,
): readonly string[] {
  // eslint-disable-next-line house/no-assertion -- the keys of the table are those of the filter
  const keys = Object.keys(conditions) as (keyof Filter)[];
  const given = keys.flatMap((key) => {
    const value = filter[key];
    // eslint-disable-next-line house/no-assertion -- what is undefined was left out in the same line
    return value === undefined ? [] : [conditions[key](value as Exclude<Filter[keyof Filter], undefined>, bind)];
  });
  return ['true', ...given];
}

/** The parameters of one statement, in the order in which they are named. */
export function parametersOf(): { readonly parameters: readonly unknown[]; readonly bind: Bind } {
  const parameters: unknown[] = [];
  return { parameters, bind: (value) => `$${String(parameters.push(value))}` };
}

interface Behind {
  readonly definition: Pick<ListDefinition<never, never>, 'id'>;
  readonly sort: SortKey;
  readonly bind: Bind;
}

function behind(
  after: Place | undefined,
  { definition: { id }, sort: { by, type, direction }, bind }: Behind,
): readonly string[] {
  if (after === undefined) return [];
  const comparison = direction === 'ASC' ? '>' : '<';
  return [
    `((${by})::${type}, ${id.by}) ${comparison} (${bind(after.sortedBy)}::${type}, ${bind(after.id)}::${id.type})`,
  ];
}

/**
 * These words somewhere in the text, one after the other, with or without Vietnamese marks. Each alone would say little: a
 * Vietnamese word has several syllables, and most texts have each of them somewhere.
 */
export function hasWords(searched: string): (text: string, bind: Bind) => string {
  return (text, bind) => `search_text(${searched}) LIKE search_pattern(${bind(text)})`;
}

/** One of several. */
export function isOneOf(column: string): (values: readonly string[], bind: Bind) => string {
  return (values, bind) => `${column} = ANY (${bind(values)}::text[])`;
}

/** All of several. */
export function hasAll(column: string): (values: readonly string[], bind: Bind) => string {
  return (values, bind) => `${column} @> ${bind(values)}::text[]`;
}

/** From a day on, or up to one, both included. */
export function onDay(column: string, comparison: '>=' | '<='): (on: string, bind: Bind) => string {
  return (on, bind) => `${column} ${comparison} ${bind(on)}::date`;
}
