import type { LocalDate } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import type { NamedAccount } from './case-reads.js';
import { caseRecord } from './case-record.js';
import { conferenceActs } from './conference-acts.js';
import type { ConferenceBodyRow, ConferenceDetail, ConferencePetitionRow } from './conference-reads.js';
import {
  conferenceColumns,
  conferenceTables,
  toConferenceSummary,
  type ConferenceRow,
} from './conference-summaries.js';

interface DetailRow
  extends
    ConferenceRow,
    Pick<ConferenceDetail, 'contents' | 'programme' | 'hostPost' | 'routingCase' | 'coLeadOffice' | 'coordinating'>,
    Pick<ConferenceDetail, 'leadOfficeReason' | 'leadOfficeNamedBy' | 'participants' | 'publicity' | 'steps'> {
  readonly invited_on: LocalDate | null;
  readonly internal_review_on: LocalDate | null;
  readonly conclusion_notice: ConferenceDetail['conclusionNotice'];
  readonly result_report: ConferenceDetail['resultReport'];
  readonly last_sequence: number;
  readonly planner: NamedAccount | null;
}

export async function conference(sql: Sql, id: string): Promise<ConferenceDetail | null> {
  const [row] = await sql<DetailRow>(
    `SELECT ${conferenceColumns}, ${preparation}, COALESCE(words.contents, plan.contents) AS contents,
       COALESCE(words.programme, plan.programme) AS programme, words.participants, words.publicity, ${steps}, conference.invited_on,
       conference.internal_review_on,
       CASE WHEN conclusion_notice_number IS NOT NULL
         THEN jsonb_build_object('number', conclusion_notice_number, 'signedOn', conclusion_notice_on) END AS conclusion_notice,
       CASE WHEN result_report_number IS NOT NULL
         THEN jsonb_build_object('number', result_report_number, 'signedOn', result_report_on) END AS result_report,
       COALESCE(conference.last_sequence, 0) AS last_sequence,
       (SELECT jsonb_build_object('id', id, 'username', username) FROM accounts WHERE accounts.id = plan.planned_by) AS planner
     FROM ${conferenceTables} WHERE plan.id = $1`,
    [id],
  );
  if (row === undefined) return null;
  const { hostPost, routingCase, coLeadOffice, coordinating, leadOfficeReason, leadOfficeNamedBy } = row;
  return {
    ...toConferenceSummary(row),
    ...{ hostPost, routingCase, coLeadOffice, coordinating, leadOfficeReason, leadOfficeNamedBy },
    contents: row.contents,
    programme: row.programme,
    ...{ participants: row.participants, publicity: row.publicity, steps: row.steps },
    plannedBy: row.planner,
    sequence: row.last_sequence,
    invitedOn: row.invited_on,
    internalReviewOn: row.internal_review_on,
    conclusionNotice: row.conclusion_notice,
    resultReport: row.result_report,
    bodies: await bodies(sql, id),
    petitions: await conferencePetitions(sql, id),
    ...(await conferenceActs(sql, id)),
    ...(await caseRecord(sql, { caseKind: 'conference', caseId: id })),
  };
}

/** D7: who prepares besides the lead office, and why it leads. */
const preparation = `
  COALESCE(conference.host_post, plan.host_post) AS "hostPost", plan.routing_case AS "routingCase",
  (SELECT jsonb_build_object('code', code, 'name', name) FROM organisations WHERE code = plan.co_lead_office_code) AS "coLeadOffice",
  COALESCE((SELECT jsonb_agg(jsonb_build_object('code', body.code, 'name', body.name) ORDER BY body.name COLLATE "vi-x-icu", body.code)
    FROM conference_coordinators JOIN organisations body ON body.code = organisation_code WHERE conference_id = plan.id), '[]') AS coordinating,
  plan.lead_office_reason AS "leadOfficeReason", plan.lead_office_named_by AS "leadOfficeNamedBy"`;

/** What was done before its day (D8.1, D8.3a, D13.3). */
const steps = `jsonb_build_object(
  'demand', (SELECT jsonb_build_object('by', jsonb_build_object('code', code, 'name', name),
    'document', jsonb_build_object('number', plan.demand_number, 'signedOn', plan.demand_on))
    FROM organisations WHERE code = plan.demanded_by_code),
  'demandAnsweredOn', conference.demand_answered_on,
  'planVersions', COALESCE(conference.plan_versions, 0), 'planSubmittedOn', conference.plan_submitted_on,
  'announcedOn', conference.announced_on, 'aggregatedOn', conference.aggregated_on, 'briefedOn', conference.briefed_on,
  'helpersNamedOn', conference.helpers_named_on,
  'situationReportedBy', COALESCE((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', name) ORDER BY code)
    FROM organisations WHERE code = ANY (conference.situation_reported_by)), '[]'),
  'hostDecision', CASE WHEN conference.host IS NOT NULL THEN
    jsonb_build_object('number', conference.host_decision_number, 'signedOn', conference.host_decision_on) END) AS steps`;

async function bodies(sql: Sql, id: string): Promise<readonly ConferenceBodyRow[]> {
  return sql<ConferenceBodyRow>(
    `SELECT jsonb_build_object('code', body.code, 'name', body.name) AS organisation, asked_on AS "askedOn", invited_on AS "invitedOn",
       opinions_on AS "opinionsOn", opinions_are_none AS "opinionsAreNone", attendance, attendee_rank AS "attendeeRank",
       attendance_on AS "attendanceOn", left_on AS "leftOn"
     FROM conference_bodies JOIN organisations body ON body.code = conference_bodies.organisation_code
     WHERE conference_id = $1 ORDER BY body.name COLLATE "vi-x-icu", body.code`,
    [id],
  );
}

/**
 * What the conference has to conclude, and what left its list, by number. A petition that says that it belongs here is
 * named though the conference has not heard of it yet: between the two lies a message (D8.1f).
 */
export async function conferencePetitions(sql: Sql, id: string): Promise<readonly ConferencePetitionRow[]> {
  return sql<ConferencePetitionRow>(
    `SELECT submission.id, submission.number, submission.title, COALESCE(petition.stage, 'submitted') AS stage, petition.field, field.name AS "fieldName",
       (COALESCE(petition.classification, submission.classification) <> 'normal' OR petition.protected_by IS NOT NULL) AS "isWithheld",
       COALESCE(listed.path, petition.conference_path) AS path, COALESCE(listed.is_raised, petition.is_raised) AS "isRaised",
       listed.conclusion, listed.attached_on AS "attachedOn", listed.followed_up_on AS "followedUpOn",
       CASE WHEN petition.conference_id IS DISTINCT FROM $1 THEN listed.detached_on END AS "detachedOn",
       CASE WHEN preparer.code IS NOT NULL THEN jsonb_build_object('code', preparer.code, 'name', preparer.name) END AS "preparedBy",
       listed.prepared_on AS "preparedOn", listed.urgency, COALESCE(listed.is_beyond_authority, false) AS "isBeyondAuthority",
       COALESCE(listed.is_after_briefing, false) AS "isAfterBriefing"
     FROM petition_submissions submission
     LEFT JOIN petitions petition ON petition.id = submission.id
     LEFT JOIN fields field ON field.code = petition.field
     LEFT JOIN conference_petitions listed ON listed.petition_id = submission.id AND listed.conference_id = $1
     LEFT JOIN organisations preparer ON preparer.code = listed.prepared_by_code
     WHERE submission.id IN (
       SELECT petition_id FROM conference_petitions WHERE conference_id = $1
       UNION SELECT petitions.id FROM petitions WHERE petitions.conference_id = $1)
     ORDER BY submission.number`,
    [id],
  );
}
