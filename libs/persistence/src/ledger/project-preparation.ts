import { dateAt, type Conference, type ConferencePetition, type HostChange, type Instant } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/** What has been done to prepare a conference, as people read it (D1, D8.1, D8.3a, D10.3a, D13.3). */
export async function projectPreparation(sql: Sql, state: Conference, at: Instant): Promise<void> {
  await projectSteps(sql, state);
  await projectAnswers(sql, state);
  await noteWhoLeft(sql, state, at);
  await projectPreparedAnswers(sql, state);
}

async function projectSteps(sql: Sql, state: Conference): Promise<void> {
  const { plan, hostChange } = state;
  await sql(
    `UPDATE conferences SET plan_versions = $2, plan_submitted_on = $3, demand_answered_on = $4, announced_on = $5,
       aggregated_on = $6, briefed_on = $7, helpers_named_on = $8, situation_reported_by = $9, host = $10, host_post = $11,
       host_organisation_code = $12, host_decision_number = $13, host_decision_on = $14
     WHERE id = $1`,
    [
      state.id,
      plan?.versions ?? 0,
      ...[plan?.submittedOn, state.demandAnsweredOn, state.announcedOn, state.aggregatedOn].map(orNull),
      ...[state.briefedOn, state.helpersNamedOn].map(orNull),
      [...new Set(state.situationReports)],
      ...hostColumns(hostChange),
    ],
  );
}

/** D1: another host than planned, with the decision. */
function hostColumns(change: HostChange | undefined): readonly (string | null)[] {
  if (change === undefined) return [null, null, null, null, null];
  const { host, hostPost, organisation, document } = change;
  return [host, hostPost, organisation, document.number, document.signedOn];
}

function orNull(given: string | null | undefined): string | null {
  return given ?? null;
}

/** D8.1b, D10.3a: what each body has answered; on a new day of the conference it is asked again whether it comes. */
async function projectAnswers(sql: Sql, { id, opinions = [], attendance = [] }: Conference): Promise<void> {
  await sql(
    `UPDATE conference_bodies body SET opinions_on = answer.on, opinions_are_none = answer.none
     FROM unnest($2::text[], $3::date[], $4::boolean[]) AS answer (code, "on", none)
     WHERE body.conference_id = $1 AND body.organisation_code = answer.code`,
    [
      id,
      opinions.map(({ body }) => body),
      opinions.map(({ receivedOn }) => receivedOn),
      opinions.map(({ isNone }) => isNone),
    ],
  );
  await sql(
    `UPDATE conference_bodies body SET attendance = answer.said, attendee_rank = answer.rank, attendance_on = answer.on
     FROM conference_bodies known
     LEFT JOIN unnest($2::text[], $3::text[], $4::text[], $5::date[]) AS answer (code, said, rank, "on")
       ON answer.code = known.organisation_code
     WHERE known.conference_id = $1 AND body.conference_id = $1 AND body.organisation_code = known.organisation_code
       AND (body.attendance, body.attendee_rank, body.attendance_on) IS DISTINCT FROM (answer.said, answer.rank, answer.on)`,
    [
      id,
      attendance.map(({ body }) => body),
      attendance.map(({ answer }) => answer),
      attendance.map(({ rank }) => rank),
      attendance.map(({ answeredOn }) => answeredOn),
    ],
  );
}

/** D11.3: what was asked of a body that another one succeeds is asked of that one. */
async function noteWhoLeft(sql: Sql, { id, asked, guests }: Conference, at: Instant): Promise<void> {
  await sql(
    `UPDATE conference_bodies SET left_on = CASE WHEN organisation_code <> ALL ($2::text[]) THEN $3::date END
     WHERE conference_id = $1 AND (left_on IS NULL) = (organisation_code <> ALL ($2::text[]))`,
    [id, [...asked, ...guests], dateAt(at)],
  );
}

/** D8.1c, D8.1d, D8.1e, D8.2a; nothing of a petition that nobody has prepared yet. */
async function projectPreparedAnswers(sql: Sql, { id, petitions }: Conference): Promise<void> {
  const prepared = petitions.filter(
    ({ preparation, isAfterBriefing }) => preparation !== undefined || isAfterBriefing !== undefined,
  );
  await sql(
    `UPDATE conference_petitions listed SET prepared_by_code = answer.agency, prepared_on = answer."preparedOn",
       urgency = answer.urgency, is_beyond_authority = answer."isBeyondAuthority", is_after_briefing = answer."isAfterBriefing"
     FROM jsonb_to_recordset($2) AS answer (id uuid, agency text, "preparedOn" date, urgency text,
       "isBeyondAuthority" boolean, "isAfterBriefing" boolean)
     WHERE listed.conference_id = $1 AND listed.petition_id = answer.id`,
    [id, JSON.stringify(prepared.map(answerColumns))],
  );
}

function answerColumns({ id, preparation, isAfterBriefing }: ConferencePetition): object {
  return {
    ...{ id, ...preparation, isBeyondAuthority: preparation?.agency === null },
    isAfterBriefing: isAfterBriefing === true,
  };
}
