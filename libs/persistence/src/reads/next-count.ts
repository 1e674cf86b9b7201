import type { CaseKind, LocalDate, RuleId } from '@dialogue/domain';

/** How the duty that is due first is counted (D11.1c): its day 0, and the edition of the calendar that its case holds. */
export interface NextCount {
  readonly nextAnchorOn: LocalDate | null;
  readonly nextEdition: number | null;
}

/** What falls due next in a case; nothing where nothing is owed. */
export interface NextDue extends NextCount {
  readonly nextDueOn: LocalDate | null;
  readonly nextDueRule: RuleId | null;
}

/** The edition of the calendar that a case holds. */
export function editionOf(caseKind: string, caseId: string): string {
  return `(SELECT (memory.state #>> '{calendar,edition}')::integer FROM case_memory memory
    WHERE memory.case_kind = ${caseKind} AND memory.case_id = ${caseId})`;
}

/** Both as columns of a list: `caseId` is an expression of it, `projection` the table with `next_due_on` and its rule. */
export function nextCountColumns(caseKind: CaseKind, caseId: string, projection: string): string {
  return `
  (SELECT duty.anchor_on FROM milestones duty
    WHERE duty.case_kind = '${caseKind}' AND duty.case_id = ${caseId} AND duty.done_at IS NULL
      AND duty.due_on = ${projection}.next_due_on AND duty.rule = ${projection}.next_due_rule
    ORDER BY duty.number LIMIT 1) AS "nextAnchorOn",
  CASE WHEN ${projection}.next_due_on IS NOT NULL THEN ${editionOf(`'${caseKind}'`, caseId)} END AS "nextEdition"`;
}
