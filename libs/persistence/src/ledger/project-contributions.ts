import { dateAt, dutyOf, type Assignment, type LedgerEntry, type Petition } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/** D11.1b: who cooperates in a round, until when, and what came of it; the day stays beside what met or missed it. */
export async function projectContributions(
  sql: Sql,
  { state, at }: Pick<LedgerEntry<Petition>, 'state' | 'at'>,
  { round, cooperating = [] }: Assignment,
): Promise<void> {
  for (const { agency, document, contributedOn, isLate } of cooperating)
    await sql(
      `INSERT INTO contributions (petition_id, round, agency_code, due_on, contributed_on, document_number, document_on, is_late)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (petition_id, round, agency_code) DO UPDATE SET due_on = COALESCE(excluded.due_on, contributions.due_on),
         contributed_on = excluded.contributed_on, document_number = excluded.document_number,
         document_on = excluded.document_on, is_late = excluded.is_late`,
      [
        state.id,
        round,
        agency,
        dutyOf(state, 'contribute', agency)?.dueOn ?? null,
        contributedOn,
        document?.number ?? null,
        document?.signedOn ?? null,
        isLate,
      ],
    );
  // D11.3: what passed to a successor is the successor's.
  await sql(
    `UPDATE contributions SET ended_on = $4
     WHERE petition_id = $1 AND round = $2 AND ended_on IS NULL AND agency_code <> ALL ($3)`,
    [state.id, round, cooperating.map(({ agency }) => agency), dateAt(at)],
  );
}
