import type { Connection } from '@temporalio/client';

/** The types of search attributes that the project uses: Text breaks on PostgreSQL. */
export type SearchAttributeType = 'KEYWORD' | 'KEYWORD_LIST' | 'DATETIME';

/** Numbers of the types on the wire (`temporal.api.enums.v1.IndexedValueType`). */
const wireTypes = { KEYWORD: 2, DATETIME: 6, KEYWORD_LIST: 7 } as const satisfies Record<SearchAttributeType, number>;

/** The names of the types on the command line of the Temporal CLI. */
export const cliTypes = {
  KEYWORD: 'Keyword',
  DATETIME: 'Datetime',
  KEYWORD_LIST: 'KeywordList',
} as const satisfies Record<SearchAttributeType, string>;

/**
 * The namespace knows these search attributes; those that it had stay. Repeatable.
 * @throws Error when one exists with another type: that cannot be changed, only removed by hand.
 */
export async function ensureSearchAttributes(
  connection: Connection,
  namespace: string,
  types: Readonly<Record<string, SearchAttributeType>>,
): Promise<readonly string[]> {
  const { customAttributes: known } = await connection.operatorService.listSearchAttributes({ namespace });
  const wanted = Object.entries(types).map(([name, type]) => ({ name, type: wireTypes[type] }));
  const wrong = wanted.filter(({ name, type }) => name in known && Number(known[name]) !== type);
  if (wrong.length > 0)
    throw new Error(`search attributes of another type: ${wrong.map(({ name }) => name).join(', ')}`);
  const missing = wanted.filter(({ name }) => !(name in known));
  if (missing.length > 0) {
    const searchAttributes = Object.fromEntries(missing.map(({ name, type }) => [name, type]));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  }
  return missing.map(({ name }) => name);
}
