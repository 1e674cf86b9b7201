import type { LocalDate, OrganisationCode } from '@dialogue/domain';

import { isOfField } from '../fields/fields-of.js';
import type { Sql } from '../sql/sql.js';
import type { Page, PageRequest } from './case-reads.js';
import type { ConferenceFilter, ConferenceSort, ConferenceSummary } from './conference-reads.js';
import { conferenceWordsTable } from './conference-words.js';
import { countsOfList, type ListCounts } from './list-counts.js';
import { hasAll, hasWords, isOneOf, onDay, pageOfList, type ListDefinition } from './listing.js';
import { nextCountColumns, type NextCount } from './next-count.js';

/** D1: whose head hosts now, where it is not as planned. */
const hostOrganisation = 'COALESCE(conference.host_organisation_code, plan.organisation_code)';

export const conferenceColumns = `
  plan.id, plan.number, plan.title, plan.kind, COALESCE(conference.host, plan.host) AS host, plan.field, field.name AS "fieldName",
  COALESCE(words.place, plan.place) AS place, plan.planned_at,
  ${hostOrganisation} AS organisation_code, organisation.name AS organisation_name, plan.lead_office_code, lead_office.name AS lead_office_name,
  COALESCE(conference.stage, 'drafted') AS stage, COALESCE(conference.on_day, plan.on_day) AS on_day,
  COALESCE(conference.starts_at, plan.starts_at) AS starts_at, COALESCE(conference.flags, '{}') AS flags,
  conference.next_due_on, conference.next_due_rule, conference.held_on, conference.postponed_on, conference.failed_on,
  conference.ended_at,
  ${nextCountColumns('conference', 'plan.id::text', 'conference')}`;

export const conferenceTables = `
  conference_plans plan
  LEFT JOIN conferences conference ON conference.id = plan.id
  LEFT JOIN fields field ON field.code = plan.field
  JOIN organisations organisation ON organisation.code = ${hostOrganisation}
  JOIN organisations lead_office ON lead_office.code = plan.lead_office_code
  LEFT JOIN ${conferenceWordsTable('plan.id')} words ON true`;

export interface ConferenceRow
  extends
    NextCount,
    Pick<
      ConferenceSummary,
      'id' | 'number' | 'title' | 'kind' | 'host' | 'field' | 'fieldName' | 'place' | 'stage' | 'flags'
    > {
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
  readonly postponed_on: LocalDate | null;
  readonly failed_on: LocalDate | null;
  readonly ended_at: Date | null;
}

const stage = `COALESCE(conference.stage, 'drafted')`;
const onDayOf = 'COALESCE(conference.on_day, plan.on_day)';

/** What can be asked of conferences, and in which orders they come. */
const list: ListDefinition<ConferenceFilter, ConferenceSort> = {
  columns: conferenceColumns,
  tables: conferenceTables,
  id: { by: 'plan.id', type: 'uuid' },
  conditions: {
    stage: isOneOf(stage),
    kind: (kind, bind) => `plan.kind = ${bind(kind)}`,
    organisations: isOneOf(hostOrganisation),
    host: (code, bind) => `${hostOrganisation} = ${bind(code)}`,
    hostPost: isOneOf('COALESCE(conference.host_post, plan.host_post)'),
    agency: (codes, bind) => isPreparedBy(bind(codes)),
    field: isOfField('plan.field'),
    flag: hasAll('conference.flags'),
    from: onDay(onDayOf, '>='),
    to: onDay(onDayOf, '<='),
    dueFrom: onDay('conference.next_due_on', '>='),
    dueTo: onDay('conference.next_due_on', '<='),
    text: hasWords(`plan.number || ' ' || plan.title || ' ' || plan.contents || ' ' || plan.place`),
    scope(codes, bind) {
      const own = bind(codes);
      return `(plan.organisation_code = ANY (${own}) OR conference.host_organisation_code = ANY (${own})
        OR plan.demanded_by_code = ANY (${own}) OR ${isPreparedBy(own)})`;
    },
  },
  sorts: {
    newest: { by: onDayOf, type: 'date', direction: 'DESC' },
    oldest: { by: onDayOf, type: 'date', direction: 'ASC' },
    due: { by: `COALESCE(conference.next_due_on, 'infinity')`, type: 'date', direction: 'ASC' },
    number: { by: 'plan.number', type: 'text', direction: 'ASC' },
  },
};

/** D7, D8.1b, D8.1g: one of these bodies leads, coordinates, was asked or invited. */
function isPreparedBy(codes: string): string {
  return `(plan.lead_office_code = ANY (${codes}) OR plan.co_lead_office_code = ANY (${codes})
    OR EXISTS (SELECT FROM conference_coordinators body WHERE body.conference_id = plan.id AND body.organisation_code = ANY (${codes}))
    OR EXISTS (SELECT FROM conference_bodies body WHERE body.conference_id = plan.id AND body.organisation_code = ANY (${codes})))`;
}

export async function conferences(
  sql: Sql,
  filter: ConferenceFilter,
  page: PageRequest<ConferenceSort>,
): Promise<Page<ConferenceSummary>> {
  return pageOfList(sql, list, { filter, page, show: toConferenceSummary });
}

export async function conferenceCounts(sql: Sql, filter: ConferenceFilter): Promise<ListCounts> {
  const flags = `COALESCE(conference.flags, '{}')`;
  const columns = { stage, flags, agency: 'NULL::text', organisation: hostOrganisation };
  return countsOfList(sql, list, { filter, columns });
}

export function toConferenceSummary(row: ConferenceRow): ConferenceSummary {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    kind: row.kind,
    host: row.host,
    field: row.field,
    fieldName: row.fieldName,
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
    postponedOn: row.postponed_on,
    failedOn: row.failed_on,
    plannedAt: row.planned_at.getTime(),
    endedAt: row.ended_at?.getTime() ?? null,
  };
}
