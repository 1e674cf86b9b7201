import type { AnyLedgerEntry, Duty } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/** What is owed in a case of any kind (D8.1, D11.1, D14.1). A duty that left the state is done. */
export async function projectDuties(sql: Sql, entry: AnyLedgerEntry): Promise<void> {
  const { caseKind, caseId, at } = entry;
  const duties: readonly Duty[] = entry.state.duties;
  // One statement, however many bodies owe something side by side.
  await sql(
    `INSERT INTO milestones (case_kind, case_id, number, kind, rule, anchor_on, due_on, is_provisional, is_belated, missed_at, body, changed_at)
     SELECT $1, $2, duty.*, $4 FROM jsonb_to_recordset($3) AS duty (number integer, kind text, rule text, "anchorOn" date, "dueOn" date,
       "isProvisional" boolean, "isBelated" boolean, "missedAt" timestamptz, body text)
     ON CONFLICT (case_kind, case_id, number) DO UPDATE SET anchor_on = excluded.anchor_on, due_on = excluded.due_on,
       is_provisional = excluded.is_provisional, is_belated = excluded.is_belated, missed_at = excluded.missed_at,
       body = excluded.body,
       moves = milestones.moves + (milestones.due_on <> excluded.due_on)::integer,
       changed_at = CASE WHEN (milestones.due_on, milestones.is_provisional, milestones.missed_at, milestones.body)
         IS DISTINCT FROM (excluded.due_on, excluded.is_provisional, excluded.missed_at, excluded.body)
         THEN excluded.changed_at ELSE milestones.changed_at END`,
    [caseKind, caseId, JSON.stringify(duties.map(columnsOf)), new Date(at)],
  );
  await sql(
    `UPDATE milestones SET done_at = $4
     WHERE case_kind = $1 AND case_id = $2 AND done_at IS NULL AND number <> ALL ($3)`,
    [caseKind, caseId, duties.map(({ number }) => number), new Date(at)],
  );
}

/** The open duty that is due first, as a list shows it: the day and the rule that asks for it. */
export function dueFirst(duties: readonly Duty[]): readonly [dueOn: string | null, rule: string | null] {
  const sooner = (first: Duty | null, duty: Duty): Duty => (first !== null && first.dueOn <= duty.dueOn ? first : duty);
  const first = duties.reduce<Duty | null>(sooner, null);
  return [first?.dueOn ?? null, first?.rule ?? null];
}

function columnsOf({ isBelated = false, missedAt, ...duty }: Duty): object {
  return { ...duty, isBelated, missedAt: missedAt === null ? null : new Date(missedAt) };
}
