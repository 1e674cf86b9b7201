import type { Page, Place } from './case-reads.js';

/** All rows of a list, page by page, as somebody who turns the pages sees them; `between` happens before each next page. */
export async function everyPage<Row>(
  read: (page: { readonly after?: Place }) => Promise<Page<Row>>,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let page = await read({}); ; page = await read({ after: page.next })) {
    rows.push(...page.rows);
    if (page.next === null) return rows;
    await between();
  }
}
