import type { CaseKind, OrganisationCode, Succession } from '@dialogue/domain';

import { isOpen } from '../rollouts/lagging.js';
import type { Sql } from '../sql/sql.js';
import { bodiesOfCase } from './basis.js';

/** As what one open case passes from one body to another. */
export interface Handover {
  readonly caseKind: CaseKind;
  readonly caseId: string;
  /** A report is known by its id. */
  readonly number: string;
  readonly part: 'organisation' | 'leadOffice' | 'agency' | 'referral' | 'body';
  readonly from: OrganisationCode;
  readonly to: OrganisationCode;
}

/** D11.3: every open case that the rollout of these successions would tell, by what it names of them. */
export async function handoversOf(sql: Sql, successions: readonly Succession[]): Promise<readonly Handover[]> {
  return sql<Handover>(
    `SELECT memory.case_kind AS "caseKind", memory.case_id AS "caseId", part.part, part.code AS "from", succession."to",
       COALESCE(memory.state ->> 'number', memory.case_id) AS number
     FROM case_memory memory CROSS JOIN ${bodiesOfCase}
     JOIN jsonb_to_recordset($1) AS succession ("from" text, "to" text) ON succession."from" = part.code
     WHERE ${isOpen} ORDER BY memory.case_kind, number, memory.case_id, part.part`,
    [JSON.stringify(successions)],
  );
}
