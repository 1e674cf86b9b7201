import type { Sql } from '../sql/sql.js';
import type { NamedAccount } from './case-reads.js';
import { caseRecord } from './case-record.js';
import { relatedPetitions } from './petition-relations.js';
import type { AnswerRow, AssignmentRow, PetitionDetail } from './petition-reads.js';
import { summaryColumns, summaryTables, toSummary, type SummaryRow } from './petition-summaries.js';

interface DetailRow extends SummaryRow {
  readonly content: string;
  readonly is_collective: boolean;
  readonly is_written_answer_required: boolean;
  readonly is_reachable_by_mail: boolean;
  readonly last_sequence: number;
  readonly told_on: PetitionDetail['toldOn'];
  readonly conclusion: PetitionDetail['conclusion'];
  readonly conference: PetitionDetail['conference'];
  readonly submitter: NamedAccount | null;
  readonly classification: PetitionDetail['classification'];
  readonly urgency: PetitionDetail['urgency'];
  readonly authority: PetitionDetail['authority'];
  readonly stub: PetitionDetail['stub'];
}

/** Day and hour are those of the conference itself, which may have moved since the petition was attached. */
const attachedConference = `
  (SELECT jsonb_build_object('id', plan.id, 'number', plan.number, 'title', plan.title,
      'on', COALESCE(conference.on_day, plan.on_day), 'startsAt', COALESCE(conference.starts_at, plan.starts_at),
      'path', petition.conference_path, 'isRaised', petition.is_raised, 'conclusion', petition.conference_conclusion)
    FROM conference_plans plan LEFT JOIN conferences conference ON conference.id = plan.id
    WHERE plan.id = petition.conference_id)`;

export async function petition(sql: Sql, id: string): Promise<PetitionDetail | null> {
  const [row] = await sql<DetailRow>(
    `SELECT ${summaryColumns}, submission.content, submission.is_collective, COALESCE(petition.is_written_answer_required, submission.is_written_answer_required) AS is_written_answer_required,
       COALESCE(petition.is_reachable_by_mail, submission.is_reachable_by_mail) AS is_reachable_by_mail,
       COALESCE(petition.classification, submission.classification) AS classification, petition.urgency, petition.authority,
       CASE WHEN submission.stub_number IS NOT NULL
         THEN jsonb_build_object('number', submission.stub_number, 'keeper', submission.stub_keeper) END AS stub,
       COALESCE(petition.last_sequence, 0) AS last_sequence, petition.told_on,
       petition.conclusion, ${attachedConference} AS conference,
       (SELECT jsonb_build_object('id', id, 'username', username) FROM accounts WHERE accounts.id = submission.submitted_by) AS submitter
     FROM ${summaryTables} WHERE submission.id = $1`,
    [id],
  );
  if (row === undefined) return null;
  return {
    ...toSummary(row),
    content: row.content,
    isCollective: row.is_collective,
    isWrittenAnswerRequired: row.is_written_answer_required,
    isReachableByMail: row.is_reachable_by_mail,
    sequence: row.last_sequence,
    toldOn: row.told_on,
    conclusion: row.conclusion,
    conference: row.conference,
    submittedBy: row.submitter,
    classification: row.classification,
    urgency: row.urgency,
    authority: row.authority,
    stub: row.stub,
    ...(await relatedPetitions(sql, id)),
    assignments: await assignments(sql, id),
    answers: await answers(sql, id),
    ...(await caseRecord(sql, { caseKind: 'petition', caseId: id })),
  };
}

/** Those of a row of `assignments`, as JSON. */
const contributions = `
  COALESCE((SELECT jsonb_agg(jsonb_build_object('agency', jsonb_build_object('code', body.code, 'name', body.name),
      'dueOn', contribution.due_on, 'contributedOn', contribution.contributed_on, 'isLate', contribution.is_late, 'endedOn', contribution.ended_on,
      'document', CASE WHEN contribution.contributed_on IS NOT NULL THEN
        jsonb_build_object('number', contribution.document_number, 'signedOn', contribution.document_on) END)
      ORDER BY body.code)
    FROM contributions contribution JOIN organisations body ON body.code = contribution.agency_code
    WHERE contribution.petition_id = assignments.petition_id AND contribution.round = assignments.round), '[]')`;

async function assignments(sql: Sql, id: string): Promise<readonly AssignmentRow[]> {
  return sql<AssignmentRow>(
    `SELECT round, jsonb_build_object('code', agency.code, 'name', agency.name) AS agency,
       jsonb_build_object('number', document_number, 'signedOn', document_on) AS document, assigned_on AS "assignedOn",
       received_on AS "receivedOn", is_receipt_deemed AS "isReceiptDeemed", due_on AS "dueOn", breached_on AS "breachedOn",
       first_answered_on AS "firstAnsweredOn", is_first_answer_late AS "isFirstAnswerLate",
       extension_wanted_on AS "extensionWantedOn", extended_to AS "extendedTo", ended_on AS "endedOn",
       ${contributions} AS contributions
     FROM assignments JOIN organisations agency ON agency.code = assignments.agency_code
     WHERE petition_id = $1 ORDER BY round`,
    [id],
  );
}

async function answers(sql: Sql, id: string): Promise<readonly AnswerRow[]> {
  return sql<AnswerRow>(
    `SELECT number, round, kind, jsonb_build_object('number', document_number, 'signedOn', document_on) AS document,
       answered_on AS "answeredOn", is_late AS "isLate", is_approved AS "isApproved"
     FROM answers WHERE petition_id = $1 ORDER BY number`,
    [id],
  );
}
