/** The words of the newest submission that was accepted (D14.1); `id` is the SQL of the report's id. */
export function submittedText(id: string): string {
  return `(SELECT words ->> 'text' FROM commands
    WHERE case_kind = 'report' AND case_id = ${id} AND kind = 'submit' AND outcome = 'accepted'
    ORDER BY outcome_sequence DESC LIMIT 1)`;
}
