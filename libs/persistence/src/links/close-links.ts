import type { AnyLedgerEntry } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/** What takes a petition away from a body, or gives it to another (D11.1b, D11.3). */
const leavings: readonly string[] = ['assignmentReturned', 'reassigned', 'assigned', 'organisationChanged'];

/**
 * Inside the transaction of a transition: the links of bodies that have the petition no longer are revoked (D11.1c). The
 * link of a body that takes over comes with its own letter.
 */
export async function closeLinksOfLeavers(sql: Sql, { caseKind, caseId, event, state }: AnyLedgerEntry): Promise<void> {
  if (!('assignment' in state) || !leavings.includes(event)) return;
  const { assignment } = state;
  const staying = assignment === null ? [] : [assignment.agency, ...cooperatingIn(assignment)];
  await sql(
    `UPDATE case_links SET revoked_at = clock_timestamp(), revoked_because = 'bodyLeft'
     WHERE case_kind = $1 AND case_id = $2 AND revoked_at IS NULL AND organisation_code <> ALL ($3)`,
    [caseKind, caseId, staying],
  );
}

function cooperatingIn({
  cooperating = [],
}: {
  readonly cooperating?: readonly { readonly agency: string }[];
}): readonly string[] {
  return cooperating.map(({ agency }) => agency);
}
