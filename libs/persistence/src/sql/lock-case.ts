import type { DoorReference } from '../door/command.js';
import type { Sql } from './sql.js';

/** Until the end of the transaction nobody else records, or takes a command, for this case. */
export async function lockCase(sql: Sql, { caseKind, caseId }: DoorReference): Promise<void> {
  await sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${caseKind}/${caseId}`]);
}
