/** SQL: whether a row that names a case, of `letters` or `milestones`, is of one that counts on a clock of its own, for tests and demonstrations. */
export function isVirtual(row: string): string {
  return `EXISTS (SELECT FROM virtual_cases virtual
    WHERE virtual.case_kind = ${row}.case_kind AND virtual.case_id = ${row}.case_id)`;
}
