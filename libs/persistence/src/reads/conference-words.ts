/**
 * Place, contents and programme as they stand now: of the newest plan that was submitted (D8.1a), or as the unit has
 * answered to a demand (D8.3a); the master row says how the case began. `id` is the SQL of the conference's id.
 */
export function conferenceWordsTable(id: string): string {
  return `LATERAL (
    SELECT words ->> 'place' AS place, words ->> 'contents' AS contents, words ->> 'programme' AS programme,
      words ->> 'participants' AS participants, words ->> 'publicity' AS publicity
    FROM commands
    WHERE case_kind = 'conference' AND case_id = ${id}::text AND kind IN ('submitPlan', 'answerDemand') AND outcome = 'accepted'
    ORDER BY outcome_sequence DESC LIMIT 1)`;
}
