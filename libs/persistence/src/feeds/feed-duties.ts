import type { CaseKind, DutyKind, Instant, LocalDate, RuleId } from '@dialogue/domain';

import { editionOf } from '../reads/next-count.js';
import type { Sql } from '../sql/sql.js';
import type { Feed } from './feeds.js';

/** An open duty as a calendar shows it: what is owed in which case, and nothing of what people wrote. */
export interface FeedDuty {
  readonly caseKind: CaseKind;
  readonly caseId: string;
  /** Of the duty within its case: another round has another. */
  readonly number: number;
  /** Of the case, as people know it. */
  readonly caseNumber: string;
  readonly kind: DutyKind;
  readonly rule: RuleId;
  readonly anchorOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly edition: number | null;
  readonly isProvisional: boolean;
  readonly isMissed: boolean;
  /** The body that owes it, where it is one of several or the agency. */
  readonly bodyName: string | null;
  /** How often its day has moved. */
  readonly moves: number;
  readonly changedAt: Instant;
}

/** D11.3: an office follows all that is owed in the cases that it leads now; D11.1c: an agency what it owes. */
const conditions: Readonly<Record<Feed['kind'], string>> = {
  leadOffice: `memory.state ->> 'leadOffice' = $1`,
  agency: `(milestone.body = $1 OR milestone.body IS NULL AND petition.agency_code = $1 AND milestone.kind = ANY ($2))`,
};

export async function dutiesOfFeed(
  sql: Sql,
  { kind, organisation }: Pick<Feed, 'kind' | 'organisation'>,
  ofAgency: readonly DutyKind[],
): Promise<readonly FeedDuty[]> {
  const rows = await sql<Omit<FeedDuty, 'changedAt'> & { readonly changedAt: Date }>(
    `SELECT milestone.case_kind AS "caseKind", milestone.case_id AS "caseId", milestone.number,
       COALESCE(submission.number, plan.number, milestone.case_id) AS "caseNumber", milestone.kind, milestone.rule,
       milestone.anchor_on AS "anchorOn", milestone.due_on AS "dueOn", milestone.is_provisional AS "isProvisional",
       milestone.missed_at IS NOT NULL AS "isMissed", milestone.moves, milestone.changed_at AS "changedAt",
       COALESCE(body.name, CASE WHEN milestone.kind = ANY ($2) THEN agency.name END) AS "bodyName",
       ${editionOf('milestone.case_kind', 'milestone.case_id')} AS edition
     FROM milestones milestone
     JOIN case_memory memory ON memory.case_kind = milestone.case_kind AND memory.case_id = milestone.case_id
     LEFT JOIN petitions petition ON milestone.case_kind = 'petition' AND petition.id::text = milestone.case_id
     LEFT JOIN petition_submissions submission ON submission.id = petition.id
     LEFT JOIN conference_plans plan ON milestone.case_kind = 'conference' AND plan.id::text = milestone.case_id
     LEFT JOIN organisations body ON body.code = milestone.body
     LEFT JOIN organisations agency ON agency.code = petition.agency_code
     WHERE milestone.done_at IS NULL AND ${conditions[kind]}
     ORDER BY milestone.due_on, milestone.case_kind, milestone.case_id, milestone.number`,
    [organisation.code, ofAgency],
  );
  return rows.map(({ changedAt, ...duty }) => ({ ...duty, changedAt: changedAt.getTime() }));
}
