import type { DataSource } from 'typeorm';

import { sqlOf } from '../sql/sql.js';
import type { DoorReference } from './command.js';

/**
 * From now on the case counts on its workflow's own clock; for tests and demonstrations only. Needs the rights of the
 * owner of the tables: neither the API's role nor the worker's may do it.
 */
export async function markVirtual(dataSource: DataSource, { caseKind, caseId }: DoorReference): Promise<void> {
  await sqlOf(dataSource)('INSERT INTO virtual_cases (case_kind, case_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    caseKind,
    caseId,
  ]);
}
