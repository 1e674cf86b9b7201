/** SQL: whether a row of `letters` is of a case that counts on a clock of its own, for tests and demonstrations. */
export function isVirtual(letter: string): string {
  return `EXISTS (SELECT FROM virtual_cases virtual
    WHERE virtual.case_kind = ${letter}.case_kind AND virtual.case_id = ${letter}.case_id)`;
}
