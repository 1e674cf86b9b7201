/** SQL: whether a row with `valid_from` and `valid_to` is valid on a day; both ends are included, an open end is for ever. */
export function validOn(row: string, day: string): string {
  return `(${row}.valid_from IS NULL OR ${row}.valid_from <= ${day}) AND (${row}.valid_to IS NULL OR ${row}.valid_to >= ${day})`;
}

/** SQL: the code that a row of `organisations` is below on a day; without a day, the last one. */
export function parentOn(body: string, day: string): string {
  return `COALESCE((
    SELECT former.parent_code FROM organisation_former_parents former
    WHERE former.organisation_code = ${body}.code AND former.valid_to >= ${day} ORDER BY former.valid_to LIMIT 1
  ), ${body}.parent_code)`;
}
