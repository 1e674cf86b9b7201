import { rungOfKey, type CaseReference, type DutyKind } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { documents } from './case-documents.js';
import { caseFiles } from './case-files.js';
import { history } from './case-history.js';
import { letters } from './case-letters.js';
import type { NamedOrganisation } from '../deliveries/delivery.js';
import type { Answering, CaseRecord, DutyRow, LetterRow, RungRow } from './case-reads.js';
import { editionOf } from './next-count.js';

/** As many events a case shows of itself; whoever wants more turns the pages of its history. */
const eventsShown = 500;

/** What is owed, what has happened, by which documents, and what was written to whom, of a case of any kind. */
export async function caseRecord<Kind extends DutyKind>(sql: Sql, reference: CaseReference): Promise<CaseRecord<Kind>> {
  const { rows, next } = await history(sql, reference, { limit: eventsShown, order: 'newest' });
  const written = await letters(sql, reference);
  const owed = await duties<Kind>(sql, reference);
  return {
    duties: owed.map((duty) => ({ ...duty, rungs: written.flatMap((letter) => rungOf(letter, duty)) })),
    history: rows.toReversed(),
    hasOlderHistory: next !== null,
    answering: await answering(sql, reference),
    documents: await documents(sql, reference),
    files: await caseFiles(sql, reference),
    letters: written,
  };
}

/** D11.3: who answers for the case since the last reorganisation; the row that began it keeps whom it was begun with. */
async function answering(sql: Sql, { caseKind, caseId }: CaseReference): Promise<Answering> {
  const rows = await sql<NamedOrganisation & { readonly role: keyof Answering }>(
    `SELECT part.role, body.code, body.name
     FROM case_memory memory
     CROSS JOIN LATERAL (VALUES ('host', memory.state ->> 'organisation'), ('leadOffice', memory.state ->> 'leadOffice'))
       AS part (role, code)
     JOIN organisations body ON body.code = part.code
     WHERE memory.case_kind = $1 AND memory.case_id = $2`,
    [caseKind, caseId],
  );
  return Object.fromEntries(rows.map(({ role, code, name }) => [role, { code, name }]));
}

/** D11.1c: of a reminder or an escalation its key says for which duty, and which rung. */
function rungOf(
  { id, key, content, owedAt, deliveries }: LetterRow,
  duty: Pick<DutyRow, 'kind' | 'number'>,
): readonly RungRow[] {
  if (content.kind !== 'dutyReminder' && content.kind !== 'dutyOverdue') return [];
  const workingDays = rungOfKey(key, duty);
  if (workingDays === null) return [];
  const recipients = [...new Set(deliveries.map(({ role }) => role))];
  return [{ workingDays, dueOn: content.dueOn, at: owedAt, recipients, letterId: id }];
}

type DutyColumns<Kind extends DutyKind> = Omit<DutyRow<Kind>, 'missedAt' | 'doneAt' | 'body' | 'rungs'> & {
  readonly body: NamedOrganisation['code'] | null;
  readonly bodyName: string | null;
  readonly missed_at: Date | null;
  readonly done_at: Date | null;
};

async function duties<Kind extends DutyKind>(
  sql: Sql,
  { caseKind, caseId }: CaseReference,
): Promise<readonly Omit<DutyRow<Kind>, 'rungs'>[]> {
  const rows = await sql<DutyColumns<Kind>>(
    `SELECT number, milestones.kind, rule, milestones.body, body.name AS "bodyName", anchor_on AS "anchorOn", due_on AS "dueOn", is_provisional AS "isProvisional",
       is_belated AS "isBelated", missed_at, done_at,
       CASE WHEN done_at IS NULL THEN ${editionOf('milestones.case_kind', 'milestones.case_id')} END AS edition
     FROM milestones LEFT JOIN organisations body ON body.code = milestones.body WHERE case_kind = $1 AND case_id = $2 ORDER BY number`,
    [caseKind, caseId],
  );
  return rows.map(({ missed_at: missedAt, done_at: doneAt, body, bodyName, ...duty }) => ({
    ...duty,
    body: body === null ? null : { code: body, name: bodyName ?? body },
    missedAt: missedAt?.getTime() ?? null,
    doneAt: doneAt?.getTime() ?? null,
  }));
}
