import type { Sql } from '../sql/sql.js';
import type { DeliveryScope } from './case-reads.js';
import type { ConferenceScope } from './conference-reads.js';
import type { PetitionScope } from './petition-reads.js';
import type { ReportScope } from './report-reads.js';

/** What a permission check needs of a petition. */
export async function petitionScope(sql: Sql, id: string): Promise<PetitionScope | null> {
  const [row] = await sql<PetitionScope>(
    `SELECT submission.id, submission.number, submission.is_collective AS "isCollective",
       ${isProtected} AS "isProtected",
       COALESCE(petition.stage, 'submitted') AS stage, COALESCE(petition.last_sequence, 0) AS sequence,
       submission.organisation_code AS organisation, submission.lead_office_code AS "leadOffice", petition.agency_code AS agency,
       ARRAY(SELECT agency_code FROM assignments WHERE petition_id = submission.id ORDER BY round) AS agencies,
       ARRAY(SELECT contribution.agency_code FROM contributions contribution JOIN assignments round USING (petition_id, round)
         WHERE petition_id = submission.id AND contribution.ended_on IS NULL AND round.ended_on IS NULL ORDER BY 1) AS cooperating,
       ARRAY(SELECT DISTINCT agency_code FROM contributions WHERE petition_id = submission.id ORDER BY 1) AS contributors
     FROM petition_submissions submission LEFT JOIN petitions petition ON petition.id = submission.id
     WHERE submission.id = $1`,
    [id],
  );
  return row ?? null;
}

/** D11.1d: what was split off is sealed as its letter was, until its own case has begun. */
const isProtected = `(CASE WHEN petition.id IS NULL THEN (SELECT protected_by FROM petitions WHERE id = submission.split_from)
  ELSE petition.protected_by END IS NOT NULL)`;

/** What a permission check, or a command that names it, needs of a conference. */
export async function conferenceScope(sql: Sql, id: string): Promise<ConferenceScope | null> {
  const [row] = await sql<ConferenceScope>(
    `SELECT plan.id, plan.number, COALESCE(conference.stage, 'drafted') AS stage, COALESCE(conference.last_sequence, 0) AS sequence,
       COALESCE(conference.on_day, plan.on_day) AS "on", COALESCE(conference.starts_at, plan.starts_at) AS "startsAt",
       conference.held_on AS "heldOn", (memory.state -> 'terms' -> 'cutOffDays')::integer AS "cutOffDays",
       COALESCE(conference.host_organisation_code, plan.organisation_code) AS organisation, plan.lead_office_code AS "leadOffice",
       plan.co_lead_office_code AS "coLeadOffice",
       ARRAY(SELECT organisation_code FROM conference_bodies WHERE conference_id = plan.id
         UNION SELECT prepared_by_code FROM conference_petitions WHERE conference_id = plan.id AND prepared_by_code IS NOT NULL
         UNION SELECT plan.demanded_by_code WHERE plan.demanded_by_code IS NOT NULL
         UNION SELECT organisation_code FROM conference_coordinators WHERE conference_id = plan.id ORDER BY 1) AS bodies
     FROM conference_plans plan LEFT JOIN conferences conference ON conference.id = plan.id
     LEFT JOIN case_memory memory ON memory.case_kind = 'conference' AND memory.case_id = plan.id::text
     WHERE plan.id = $1`,
    [id],
  );
  return row ?? null;
}

/** What a permission check needs of a report. */
export async function reportScope(sql: Sql, id: string): Promise<ReportScope | null> {
  const [row] = await sql<ReportScope>(
    `SELECT opening.id, COALESCE(report.stage, 'planned') AS stage, COALESCE(report.last_sequence, 0) AS sequence,
       opening.organisation_code AS organisation, opening.lead_office_code AS "leadOffice"
     FROM report_openings opening LEFT JOIN period_reports report ON report.id = opening.id
     WHERE opening.id = $1`,
    [id],
  );
  return row ?? null;
}

/** What a permission check needs of a letter's delivery. */
export async function deliveryScope(sql: Sql, deliveryId: string): Promise<DeliveryScope | null> {
  const [row] = await sql<DeliveryScope>(
    `SELECT delivery.id, delivery.state, letter.case_kind AS "caseKind", letter.case_id AS "caseId"
     FROM mail_deliveries delivery JOIN letters letter ON letter.id = delivery.letter_id WHERE delivery.id = $1`,
    [deliveryId],
  );
  return row ?? null;
}
