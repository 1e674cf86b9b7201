/**
 * A spreadsheet program takes a cell that begins like this for a formula, and carries it out: what somebody wrote into a
 * petition must not run on the desk of whoever opens the table. An apostrophe before it makes it text.
 */
const formula = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const guarded = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A cell that no spreadsheet program carries out. */
export function guardFormula(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before {@link guardFormula}, so that a table that comes back as it went out changes nothing. */
export function unguardFormula(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
