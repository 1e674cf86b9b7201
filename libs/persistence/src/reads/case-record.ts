import type { CaseReference, DutyKind } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { history } from './case-history.js';
import { letters } from './case-letters.js';
import type { NamedOrganisation } from '../deliveries/delivery.js';
import type { CaseRecord, DutyRow } from './case-reads.js';
import { editionOf } from './next-count.js';

/** What is owed, what has happened, and what was written to whom, of a case of any kind. */
export async function caseRecord<Kind extends DutyKind>(sql: Sql, reference: CaseReference): Promise<CaseRecord<Kind>> {
  return {
    duties: await duties<Kind>(sql, reference),
    history: await history(sql, reference),
    letters: await letters(sql, reference),
  };
}

type DutyColumns<Kind extends DutyKind> = Omit<DutyRow<Kind>, 'missedAt' | 'doneAt' | 'body'> & {
  readonly body: NamedOrganisation['code'] | null;
  readonly bodyName: string | null;
  readonly missed_at: Date | null;
  readonly done_at: Date | null;
};

async function duties<Kind extends DutyKind>(
  sql: Sql,
  { caseKind, caseId }: CaseReference,
): Promise<readonly DutyRow<Kind>[]> {
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
