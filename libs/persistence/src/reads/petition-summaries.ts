import type {
  FieldCode,
  LocalDate,
  OrganisationCode,
  PetitionFlag,
  PetitionSource,
  PetitionStage,
  RuleId,
} from '@dialogue/domain';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import type { PetitionerCategory } from '../door/command.js';
import { isOfField } from '../fields/fields-of.js';
import type { Sql } from '../sql/sql.js';
import type { Page, PageRequest } from './case-reads.js';
import { countsOfList, type ListCounts } from './list-counts.js';
import { hasAll, hasWords, isOneOf, onDay, pageOfList, type ListDefinition } from './listing.js';
import { nextCountColumns, type NextCount } from './next-count.js';
import type { PetitionFilter, PetitionSort, PetitionSummary } from './petition-reads.js';

/** A petition with its projection; before the ledger's first word the projection is not there yet. */
export const summaryColumns = `
  submission.id, submission.number, submission.title, COALESCE(petition.source, submission.source) AS source, submission.category, submission.received_on,
  submission.submitted_at, submission.organisation_code, organisation.name AS organisation_name, submission.lead_office_code,
  lead_office.name AS lead_office_name, COALESCE(petition.stage, 'submitted') AS stage, petition.field, field.name AS field_name, petition.agency_code,
  agency.name AS agency_name, COALESCE(petition.flags, '{}') AS flags, petition.next_due_on, petition.next_due_rule, petition.answered_on, petition.resolved_on, petition.ended_at,
  ${nextCountColumns('petition', 'submission.id::text', 'petition')}`;

export const summaryTables = `
  petition_submissions submission
  JOIN organisations organisation ON organisation.code = submission.organisation_code
  JOIN organisations lead_office ON lead_office.code = submission.lead_office_code
  LEFT JOIN petitions petition ON petition.id = submission.id
  LEFT JOIN fields field ON field.code = petition.field
  LEFT JOIN organisations agency ON agency.code = petition.agency_code`;

export interface SummaryRow extends NextCount {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly source: PetitionSource;
  readonly category: PetitionerCategory;
  readonly received_on: LocalDate;
  readonly submitted_at: Date;
  readonly organisation_code: OrganisationCode;
  readonly organisation_name: string;
  readonly lead_office_code: OrganisationCode;
  readonly lead_office_name: string;
  readonly stage: PetitionStage;
  readonly field: FieldCode | null;
  readonly field_name: string | null;
  readonly agency_code: OrganisationCode | null;
  readonly agency_name: string | null;
  readonly flags: readonly PetitionFlag[];
  readonly next_due_on: LocalDate | null;
  readonly next_due_rule: RuleId | null;
  readonly answered_on: LocalDate | null;
  readonly resolved_on: LocalDate | null;
  readonly ended_at: Date | null;
}

const stage = `COALESCE(petition.stage, 'submitted')`;
const searched = `submission.number || ' ' || submission.title || ' ' || submission.content`;

/** What can be asked of petitions, and in which orders they come. */
const list: ListDefinition<PetitionFilter, PetitionSort> = {
  columns: summaryColumns,
  tables: summaryTables,
  id: { by: 'submission.id', type: 'uuid' },
  conditions: {
    stage: isOneOf(stage),
    organisations: isOneOf('submission.organisation_code'),
    host: (code, bind) => `submission.organisation_code = ${bind(code)}`,
    hostPost: (posts, bind) =>
      `EXISTS (SELECT FROM conference_plans plan LEFT JOIN conferences conference ON conference.id = plan.id
        WHERE plan.id = petition.conference_id AND COALESCE(conference.host_post, plan.host_post) = ANY (${bind(posts)}::text[]))`,
    agency: isOneOf('petition.agency_code'),
    conference: (id, bind) => `petition.conference_id = ${bind(id)}::uuid`,
    field: isOfField('petition.field'),
    source: isOneOf('COALESCE(petition.source, submission.source)'),
    category: isOneOf('submission.category'),
    flag: hasAll('petition.flags'),
    // D11.1c: answered is not resolved.
    progress: isOneOf(
      `CASE WHEN petition.resolved_on IS NOT NULL THEN 'resolved' WHEN petition.answered_on IS NOT NULL THEN 'answered' ELSE 'unanswered' END`,
    ),
    dueFrom: onDay('petition.next_due_on', '>='),
    dueTo: onDay('petition.next_due_on', '<='),
    receivedFrom: onDay('submission.received_on', '>='),
    receivedTo: onDay('submission.received_on', '<='),
    text: hasWords(searched),
    // D4.1, D11.1d: whoever may not open the seal does not find the person by guessing at the words.
    openText: ({ text, withheld }, bind) =>
      `${hasWords(searched)(text, bind)} AND (NOT COALESCE(petition.flags, '{}') && ${bind(withheld)}::text[]
        OR ${hasWords('submission.number')(text, bind)})`,
    scope(codes, bind) {
      const own = bind(codes);
      return `(submission.organisation_code = ANY (${own}) OR submission.lead_office_code = ANY (${own})
        OR EXISTS (SELECT FROM assignments WHERE assignments.petition_id = submission.id AND assignments.agency_code = ANY (${own}))
        OR EXISTS (SELECT FROM contributions WHERE contributions.petition_id = submission.id AND contributions.agency_code = ANY (${own})))`;
    },
  },
  sorts: {
    newest: { by: 'submission.submitted_at', type: 'timestamptz', direction: 'DESC' },
    oldest: { by: 'submission.submitted_at', type: 'timestamptz', direction: 'ASC' },
    due: { by: `COALESCE(petition.next_due_on, 'infinity')`, type: 'date', direction: 'ASC' },
    number: { by: 'submission.number', type: 'text', direction: 'ASC' },
  },
};

export async function petitions(
  sql: Sql,
  filter: PetitionFilter,
  page: PageRequest<PetitionSort>,
): Promise<Page<PetitionSummary>> {
  return pageOfList(sql, list, { filter, page, show: toSummary });
}

export async function petitionCounts(sql: Sql, filter: PetitionFilter): Promise<ListCounts> {
  const flags = `COALESCE(petition.flags, '{}')`;
  const columns = { stage, flags, agency: 'petition.agency_code', organisation: 'submission.organisation_code' };
  return countsOfList(sql, list, { filter, columns });
}

export function toSummary(row: SummaryRow): PetitionSummary {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    stage: row.stage,
    source: row.source,
    category: row.category,
    field: row.field,
    fieldName: row.field_name,
    organisation: { code: row.organisation_code, name: row.organisation_name },
    leadOffice: { code: row.lead_office_code, name: row.lead_office_name },
    agency: named(row.agency_code, row.agency_name),
    flags: row.flags,
    receivedOn: row.received_on,
    nextDueOn: row.next_due_on,
    nextDueRule: row.next_due_rule,
    nextAnchorOn: row.nextAnchorOn,
    nextEdition: row.nextEdition,
    answeredOn: row.answered_on,
    resolvedOn: row.resolved_on,
    submittedAt: row.submitted_at.getTime(),
    endedAt: row.ended_at?.getTime() ?? null,
  };
}

/** An outer join's organisation. */
function named(code: OrganisationCode | null, name: string | null): NamedOrganisation | null {
  return code === null || name === null ? null : { code, name };
}
