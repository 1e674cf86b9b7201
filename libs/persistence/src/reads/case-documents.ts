import type { CaseReference } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { eventColumns, eventTables, shownWords } from './case-history.js';
import type { CaseDocumentRow } from './case-reads.js';

type EventRow = Omit<CaseDocumentRow, 'at' | 'number' | 'signedOn' | 'signatory' | 'part'> & {
  readonly at: Date;
  readonly payload: unknown;
  readonly words: unknown;
};

/** Anything with a number and the day on which it was signed or sent is a document, wherever a command names it. */
const namesDocument = `'strict $.** ? (exists(@.number) && (exists(@.signedOn) || exists(@.sentOn)))'`;

/**
 * Every document by which something in a case is known, in the order of its history: those that are the act itself, and
 * those that prove an act entered for somebody else.
 */
export async function documents(sql: Sql, { caseKind, caseId }: CaseReference): Promise<readonly CaseDocumentRow[]> {
  const rows = await sql<EventRow>(
    `SELECT ${eventColumns}, COALESCE(command.payload, news.payload) AS payload, ${shownWords}
     FROM ${eventTables}
     WHERE event.case_kind = $1 AND event.case_id = $2
       AND (jsonb_path_exists(COALESCE(command.payload, news.payload), ${namesDocument})
         OR jsonb_path_exists(command.words, ${namesDocument}))
     ORDER BY event.sequence`,
    [caseKind, caseId],
  );
  return rows.flatMap(({ payload, words, at, ...event }) =>
    [...signedBy(words, documentsIn(payload, 'document')), ...documentsIn(words, 'document')].map((document) => ({
      ...event,
      at: at.getTime(),
      ...document,
    })),
  );
}

/** Who signed the document that is the act itself stands among the words of people, apart from its number and day. */
function signedBy(words: unknown, found: readonly FoundDocument[]): readonly FoundDocument[] {
  const signatory: unknown = typeof words === 'object' && words !== null ? Reflect.get(words, 'signatory') : null;
  return typeof signatory === 'string' ? found.map((document) => ({ ...document, signatory })) : found;
}

type FoundDocument = Pick<CaseDocumentRow, 'number' | 'signedOn' | 'signatory' | 'part'>;

function documentsIn(value: unknown, part: string): readonly FoundDocument[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, each]) => documentsIn(each, Array.isArray(value) ? part : key));
  const found = documentOf(value, part);
  return found === null ? inner : [found, ...inner];
}

function documentOf(value: object, part: string): FoundDocument | null {
  const number: unknown = Reflect.get(value, 'number');
  const signedOn: unknown = Reflect.get(value, 'signedOn') ?? Reflect.get(value, 'sentOn');
  const signatory: unknown = Reflect.get(value, 'signatory');
  if (typeof number !== 'string' || typeof signedOn !== 'string') return null;
  return { number, signedOn, signatory: typeof signatory === 'string' ? signatory : null, part };
}
