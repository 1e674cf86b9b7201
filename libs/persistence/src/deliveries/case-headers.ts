/**
 * The master row of the case that a letter belongs to, whatever its kind. An id is read as the kind of id that it is only
 * where the letter says so: the id of a report is no UUID.
 */
export const caseHeaderTables = `
  LEFT JOIN petition_submissions submission ON submission.id = CASE letter.case_kind WHEN 'petition' THEN letter.case_id::uuid END
  LEFT JOIN conference_plans plan ON plan.id = CASE letter.case_kind WHEN 'conference' THEN letter.case_id::uuid END
  LEFT JOIN conferences conference ON conference.id = plan.id
  LEFT JOIN report_openings opening ON opening.id = CASE letter.case_kind WHEN 'report' THEN letter.case_id END`;

/** Of a report its id is its number, and its period its title; a rollout has no title. */
export const caseNumber = 'COALESCE(submission.number, plan.number, letter.case_id)';
export const caseTitle = 'COALESCE(submission.title, plan.title, opening.code)';
export const caseOrganisation =
  'COALESCE(submission.organisation_code, conference.host_organisation_code, plan.organisation_code, opening.organisation_code, delivery.organisation_code)';
/** A letter of a rollout concerns nobody but the body to which it goes. */
export const caseLeadOffice =
  'COALESCE(submission.lead_office_code, plan.lead_office_code, opening.lead_office_code, delivery.organisation_code)';
