import type { OrganisationCode } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { asked, parametersOf, type ListDefinition } from './listing.js';

/** How many cases of a list there are: by stage and flag as they are named, by body in the order of their number. */
export interface ListCounts {
  readonly total: number;
  readonly overdue: number;
  readonly byStage: Readonly<Record<string, number>>;
  readonly byFlag: Readonly<Record<string, number>>;
  /** By the agency that has the work; empty where cases of this kind have none. */
  readonly byAgency: readonly CountedBody[];
  readonly byOrganisation: readonly CountedBody[];
}

export interface CountedBody {
  readonly code: OrganisationCode;
  readonly name: string;
  readonly count: number;
}

/** What of a row is counted, as expressions of the list. */
export interface CountedColumns {
  readonly stage: string;
  readonly flags: string;
  readonly agency: string;
  readonly organisation: string;
}

/** D11.3: all counts of what a filter finds, in one statement and so of one moment. */
export async function countsOfList<Filter extends object>(
  sql: Sql,
  { tables, conditions }: Pick<ListDefinition<Filter, never>, 'tables' | 'conditions'>,
  { filter, columns }: { readonly filter: Filter; readonly columns: CountedColumns },
): Promise<ListCounts> {
  const { parameters, bind } = parametersOf();
  const { stage, flags, agency, organisation } = columns;
  const [counts] = await sql<ListCounts>(
    `WITH listed AS MATERIALIZED (
       SELECT ${stage} AS stage, ${flags} AS flags, ${agency} AS agency, ${organisation} AS organisation
       FROM ${tables} WHERE ${asked(conditions, filter, bind).join(' AND ')}
     )
     SELECT (SELECT count(*)::integer FROM listed) AS total,
       (SELECT count(*)::integer FROM listed WHERE flags @> ARRAY['overdue']) AS overdue,
       ${byName('SELECT stage AS name FROM listed')} AS "byStage",
       ${byName('SELECT unnest(flags) AS name FROM listed')} AS "byFlag",
       ${byBody('agency')} AS "byAgency", ${byBody('organisation')} AS "byOrganisation"`,
    parameters,
  );
  if (counts === undefined) throw new Error('Counting gives one row');
  return counts;
}

function byName(named: string): string {
  return `(SELECT COALESCE(jsonb_object_agg(name, count), '{}')
    FROM (SELECT name, count(*) AS count FROM (${named}) named GROUP BY name) counted)`;
}

function byBody(column: string): string {
  return `(SELECT COALESCE(jsonb_agg(jsonb_build_object('code', code, 'name', body.name, 'count', count)
      ORDER BY count DESC, body.name COLLATE "vi-x-icu", code), '[]')
    FROM (SELECT ${column} AS code, count(*) AS count FROM listed GROUP BY ${column}) counted JOIN organisations body USING (code))`;
}
