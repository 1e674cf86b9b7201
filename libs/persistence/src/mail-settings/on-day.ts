/** SQL: how the body of this code wants its mail on a day, as a table of one row or none; none: at once, in Vietnamese. */
export function settingOn(code: string, day: string): string {
  return `LATERAL (
    SELECT wanted.* FROM mail_settings wanted WHERE wanted.organisation_code = ${code} AND wanted.valid_from <= ${day}
    ORDER BY wanted.valid_from DESC, wanted.id DESC LIMIT 1)`;
}

/** SQL: whether a row of `mail_absences` keeps somebody away on a day. */
export function awayOn(row: string, day: string): string {
  return `${row}.withdrawn_at IS NULL AND ${day} BETWEEN ${row}.from_on AND ${row}.to_on`;
}
