import type { Sql } from '../sql/sql.js';
import type { CountsQuery, OrganisationCounts } from './organisation-reads.js';

/**
 * D11.1c, D11.3: what each body was given, and how it answered. The first answer decides whether it was in time; a
 * breach stays counted, overdue is only what is still awaited; answered is not resolved.
 */
export async function countsByOrganisation(
  sql: Sql,
  { by, from, until, organisations }: CountsQuery,
): Promise<readonly OrganisationCounts[]> {
  return sql<OrganisationCounts>(by === 'agency' ? countsByAgency : countsByHost, [
    from ?? null,
    until ?? null,
    organisations ?? null,
  ]);
}

const answerCounts = `
  count(*) FILTER (WHERE assignment.first_answered_on IS NOT NULL AND NOT assignment.is_first_answer_late) AS "answeredInTime",
  count(*) FILTER (WHERE assignment.is_first_answer_late) AS "answeredLate",
  count(*) FILTER (WHERE assignment.breached_on IS NOT NULL AND assignment.first_answered_on IS NULL AND assignment.ended_on IS NULL) AS overdue,
  count(*) FILTER (WHERE assignment.breached_on IS NOT NULL) AS breached`;

/** A petition counts as resolved for the agency of its last round. */
const countsByAgency = `
  SELECT body.code, body.name, count(*) AS received, ${answerCounts},
    count(*) FILTER (WHERE petition.resolved_on IS NOT NULL AND petition.agency_code = assignment.agency_code
      AND assignment.round = (SELECT max(round) FROM assignments WHERE petition_id = petition.id)) AS resolved
  FROM assignments assignment
  JOIN petitions petition ON petition.id = assignment.petition_id
  JOIN organisations body ON body.code = assignment.agency_code
  WHERE ($1::date IS NULL OR assignment.assigned_on >= $1) AND ($2::date IS NULL OR assignment.assigned_on <= $2)
    AND ($3::text[] IS NULL OR body.code = ANY ($3))
  GROUP BY body.code, body.name ORDER BY body.name COLLATE "vi-x-icu", body.code`;

/** A petition may have several rounds: it is received and resolved once, its answers are counted round by round. */
const countsByHost = `
  SELECT body.code, body.name, count(DISTINCT submission.id) AS received, ${answerCounts},
    count(DISTINCT submission.id) FILTER (WHERE petition.resolved_on IS NOT NULL) AS resolved
  FROM petition_submissions submission
  JOIN organisations body ON body.code = submission.organisation_code
  LEFT JOIN petitions petition ON petition.id = submission.id
  LEFT JOIN assignments assignment ON assignment.petition_id = submission.id
  WHERE ($1::date IS NULL OR submission.received_on >= $1) AND ($2::date IS NULL OR submission.received_on <= $2)
    AND ($3::text[] IS NULL OR body.code = ANY ($3))
  GROUP BY body.code, body.name ORDER BY body.name COLLATE "vi-x-icu", body.code`;
