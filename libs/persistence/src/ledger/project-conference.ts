import { conferenceFlagsOf, dateAt, type Conference, type Instant, type LedgerEntry } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { dueFirst } from './project-duties.js';
import { projectPreparation } from './project-preparation.js';

/** Brings what people read of a conference up to the state after a transition. */
export async function projectConference(sql: Sql, entry: LedgerEntry<Conference>): Promise<void> {
  const { state, at } = entry;
  await projectStage(sql, entry);
  await projectDay(sql, state);
  await projectBodies(sql, state, at);
  await projectPetitions(sql, state, at);
  await detachOthers(sql, state, at);
  await projectPreparation(sql, state, at);
}

async function projectStage(sql: Sql, { caseId, sequence, state }: LedgerEntry<Conference>): Promise<void> {
  await sql(
    `INSERT INTO conferences (id, stage, on_day, starts_at, flags, next_due_on, next_due_rule, invited_on, held_on,
       conclusion_notice_number, conclusion_notice_on, result_report_number, result_report_on, last_sequence, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     ON CONFLICT (id) DO UPDATE SET stage = excluded.stage, on_day = excluded.on_day, starts_at = excluded.starts_at,
       flags = excluded.flags, next_due_on = excluded.next_due_on, next_due_rule = excluded.next_due_rule,
       invited_on = excluded.invited_on, held_on = excluded.held_on,
       conclusion_notice_number = excluded.conclusion_notice_number, conclusion_notice_on = excluded.conclusion_notice_on,
       result_report_number = excluded.result_report_number, result_report_on = excluded.result_report_on,
       last_sequence = excluded.last_sequence, ended_at = excluded.ended_at`,
    [
      caseId,
      state.stage,
      state.on,
      state.startsAt,
      conferenceFlagsOf(state),
      ...dueFirst(state.duties),
      state.invitedOn,
      state.heldOn,
      state.conclusionNotice?.number ?? null,
      state.conclusionNotice?.signedOn ?? null,
      state.resultReport?.number ?? null,
      state.resultReport?.signedOn ?? null,
      sequence,
      state.endedAt === null ? null : new Date(state.endedAt),
    ],
  );
}

/** D8.1a, D8.3b, D11.1a: whether it has a day, whether it failed, its review; and its minutes (D10.3b). */
async function projectDay(
  sql: Sql,
  { id, postponement, failure, internalReviewOn, minutes }: Conference,
): Promise<void> {
  const { versions, signed } = minutes ?? { versions: 0, signed: null };
  await sql(
    `UPDATE conferences SET postponed_on = $2, failed_on = $3, internal_review_on = $4, minutes_versions = $5,
       signed_minutes_version = ($6::jsonb ->> 'version')::int, minutes_signed_on = ($6::jsonb ->> 'on')::date
     WHERE id = $1`,
    [
      id,
      postponement?.postponedOn ?? null,
      failure?.failedOn ?? null,
      internalReviewOn ?? null,
      versions,
      signed === null ? null : JSON.stringify(signed),
    ],
  );
}

/** D8.1b, D8.1g: each body keeps the day on which it was first asked, and first invited. */
async function projectBodies(sql: Sql, { id, asked, guests }: Conference, at: Instant): Promise<void> {
  await sql(
    `INSERT INTO conference_bodies (conference_id, organisation_code, asked_on, invited_on)
     SELECT $1::uuid, code, CASE WHEN code = ANY ($2::text[]) THEN $4::date END, CASE WHEN code = ANY ($3::text[]) THEN $4::date END
     FROM (SELECT unnest($2::text[]) UNION SELECT unnest($3::text[])) AS named (code)
     ON CONFLICT (conference_id, organisation_code) DO UPDATE SET
       asked_on = COALESCE(conference_bodies.asked_on, excluded.asked_on),
       invited_on = COALESCE(conference_bodies.invited_on, excluded.invited_on)`,
    [id, asked, guests, dateAt(at)],
  );
}

async function projectPetitions(sql: Sql, { id, petitions }: Conference, at: Instant): Promise<void> {
  await sql(
    `INSERT INTO conference_petitions (conference_id, petition_id, path, is_raised, conclusion, attached_on, followed_up_on)
     SELECT $1, petition.id, petition.path, petition."isRaised", petition.conclusion, $3, petition."followedUpOn"
     FROM jsonb_to_recordset($2) AS petition (id uuid, path text, "isRaised" boolean, conclusion text, "followedUpOn" date)
     ON CONFLICT (conference_id, petition_id) DO UPDATE SET path = excluded.path, is_raised = excluded.is_raised,
       conclusion = excluded.conclusion, followed_up_on = excluded.followed_up_on,
       attached_on = CASE WHEN conference_petitions.detached_on IS NULL THEN conference_petitions.attached_on ELSE excluded.attached_on END,
       detached_on = NULL`,
    [id, JSON.stringify(petitions), dateAt(at)],
  );
}

/** A petition that left the list stays visible with the day on which it left. */
async function detachOthers(sql: Sql, { id, petitions }: Conference, at: Instant): Promise<void> {
  await sql(
    `UPDATE conference_petitions SET detached_on = $3
     WHERE conference_id = $1 AND detached_on IS NULL AND petition_id <> ALL ($2::uuid[])`,
    [id, petitions.map((petition) => petition.id), dateAt(at)],
  );
}
