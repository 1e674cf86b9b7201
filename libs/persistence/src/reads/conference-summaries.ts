import type { LocalDate, OrganisationCode } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import type { Page, PageRequest } from './case-reads.js';
import type { ConferenceFilter, ConferenceSummary } from './conference-reads.js';
import { conferenceWordsTable } from './conference-words.js';
import { placeOf, toPage } from './cursor.js';
import { nextCountColumns, type NextCount } from './next-count.js';

/** D1: whose head hosts now, where it is not as planned. */
export const hostOrganisation = 'COALESCE(conference.host_organisation_code, plan.organisation_code)';

export const conferenceColumns = `
  plan.id, plan.number, plan.title, plan.kind, COALESCE(conference.host, plan.host) AS host, plan.field,
  COALESCE(words.place, plan.place) AS place, plan.planned_at,
  ${hostOrganisation} AS organisation_code, organisation.name AS organisation_name, plan.lead_office_code, lead_office.name AS lead_office_name,
  COALESCE(conference.stage, 'drafted') AS stage, COALESCE(conference.on_day, plan.on_day) AS on_day,
  COALESCE(conference.starts_at, plan.starts_at) AS starts_at, COALESCE(conference.flags, '{}') AS flags,
  conference.next_due_on, conference.next_due_rule, conference.held_on, conference.ended_at,
  ${nextCountColumns('conference', 'plan.id::text', 'conference')}`;

export const conferenceTables = `
  conference_plans plan
  LEFT JOIN conferences conference ON conference.id = plan.id
  JOIN organisations organisation ON organisation.code = ${hostOrganisation}
  JOIN organisations lead_office ON lead_office.code = plan.lead_office_code
  LEFT JOIN ${conferenceWordsTable('plan.id')} words ON true`;

export interface ConferenceRow
  extends
    NextCount,
    Pick<ConferenceSummary, 'id' | 'number' | 'title' | 'kind' | 'host' | 'field' | 'place' | 'stage' | 'flags'> {
  readonly planned_at: Date;
  readonly organisation_code: OrganisationCode;
  readonly organisation_name: string;
  readonly lead_office_code: OrganisationCode;
  readonly lead_office_name: string;
  readonly on_day: LocalDate;
  readonly starts_at: string;
  readonly next_due_on: LocalDate | null;
  readonly next_due_rule: ConferenceSummary['nextDueRule'];
  readonly held_on: LocalDate | null;
  readonly ended_at: Date | null;
}

/** The latest day first. */
export async function conferences(
  sql: Sql,
  filter: ConferenceFilter,
  { limit, cursor }: PageRequest,
): Promise<Page<ConferenceSummary>> {
  const place = placeOf(cursor, { sortedBy: 'day', id: 'uuid' });
  const { stage, kind, organisations, flag, from, until, text, scope } = filter;
  const filters = [stage, kind, organisations, flag, from, until, text, scope].map((each) => each ?? null);
  const rows = await sql<ConferenceRow & { readonly sortedBy: string }>(listing, [
    ...filters,
    place?.sortedBy ?? null,
    place?.id ?? null,
    limit + 1,
  ]);
  return toPage(rows, limit, toConferenceSummary);
}

const listing = `
  SELECT * FROM (
    SELECT ${conferenceColumns}, COALESCE(conference.on_day, plan.on_day)::text AS "sortedBy"
    FROM ${conferenceTables}
    WHERE ($1::text IS NULL OR COALESCE(conference.stage, 'drafted') = $1)
      AND ($2::text IS NULL OR plan.kind = $2)
      AND ($3::text[] IS NULL OR ${hostOrganisation} = ANY ($3))
      AND ($4::text IS NULL OR conference.flags @> ARRAY[$4::text])
      AND ($7::text IS NULL OR strpos(unaccent(lower(plan.number || ' ' || plan.title)), unaccent(lower($7))) > 0)
      AND ($8::text[] IS NULL OR plan.organisation_code = ANY ($8) OR plan.lead_office_code = ANY ($8)
        OR conference.host_organisation_code = ANY ($8) OR plan.demanded_by_code = ANY ($8)
        OR plan.co_lead_office_code = ANY ($8)
        OR EXISTS (SELECT FROM conference_coordinators body WHERE body.conference_id = plan.id AND body.organisation_code = ANY ($8))
        OR EXISTS (SELECT FROM conference_bodies body WHERE body.conference_id = plan.id AND body.organisation_code = ANY ($8)))
  ) listed
  WHERE ($5::date IS NULL OR on_day >= $5) AND ($6::date IS NULL OR on_day <= $6)
    AND ($9::date IS NULL OR (on_day, id) < ($9, $10::uuid))
  ORDER BY on_day DESC, id DESC LIMIT $11`;

export function toConferenceSummary(row: ConferenceRow): ConferenceSummary {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    kind: row.kind,
    host: row.host,
    field: row.field,
    stage: row.stage,
    organisation: { code: row.organisation_code, name: row.organisation_name },
    leadOffice: { code: row.lead_office_code, name: row.lead_office_name },
    place: row.place,
    on: row.on_day,
    startsAt: row.starts_at,
    flags: row.flags,
    nextDueOn: row.next_due_on,
    nextDueRule: row.next_due_rule,
    nextAnchorOn: row.nextAnchorOn,
    nextEdition: row.nextEdition,
    heldOn: row.held_on,
    plannedAt: row.planned_at.getTime(),
    endedAt: row.ended_at?.getTime() ?? null,
  };
}
