import type {
  LocalDate,
  OrganisationCode,
  PetitionField,
  PetitionFlag,
  PetitionSource,
  PetitionStage,
  RuleId,
} from '@dialogue/domain';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import type { PetitionerCategory } from '../door/command.js';
import type { Sql } from '../sql/sql.js';
import type { Page, PageRequest } from './case-reads.js';
import { placeOf, toPage } from './cursor.js';
import { nextCountColumns, type NextCount } from './next-count.js';
import type { PetitionFilter, PetitionSummary } from './petition-reads.js';

/** A petition with its projection; before the ledger's first word the projection is not there yet. */
export const summaryColumns = `
  submission.id, submission.number, submission.title, COALESCE(petition.source, submission.source) AS source, submission.category, submission.received_on,
  submission.submitted_at, submission.organisation_code, organisation.name AS organisation_name, submission.lead_office_code,
  lead_office.name AS lead_office_name, COALESCE(petition.stage, 'submitted') AS stage, petition.field, petition.agency_code,
  agency.name AS agency_name, COALESCE(petition.flags, '{}') AS flags, petition.next_due_on, petition.next_due_rule, petition.ended_at,
  ${nextCountColumns('petition', 'submission.id::text', 'petition')}`;

export const summaryTables = `
  petition_submissions submission
  JOIN organisations organisation ON organisation.code = submission.organisation_code
  JOIN organisations lead_office ON lead_office.code = submission.lead_office_code
  LEFT JOIN petitions petition ON petition.id = submission.id
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
  readonly field: PetitionField | null;
  readonly agency_code: OrganisationCode | null;
  readonly agency_name: string | null;
  readonly flags: readonly PetitionFlag[];
  readonly next_due_on: LocalDate | null;
  readonly next_due_rule: RuleId | null;
  readonly ended_at: Date | null;
}

/** Newest first. */
export async function petitions(
  sql: Sql,
  filter: PetitionFilter,
  { limit, cursor }: PageRequest,
): Promise<Page<PetitionSummary>> {
  const place = placeOf(cursor, { sortedBy: 'instant', id: 'uuid' });
  const { stage, agency, organisation, flag, dueBefore, text, scope } = filter;
  const filters = [stage, agency, organisation, flag, dueBefore, text, scope].map((each) => each ?? null);
  const rows = await sql<SummaryRow & { readonly sortedBy: string }>(listing, [
    ...filters,
    place?.sortedBy ?? null,
    place?.id ?? null,
    limit + 1,
  ]);
  return toPage(rows, limit, toSummary);
}

const listing = `
  SELECT ${summaryColumns}, submission.submitted_at::text AS "sortedBy"
  FROM ${summaryTables}
  WHERE ($1::text IS NULL OR COALESCE(petition.stage, 'submitted') = $1)
    AND ($2::text IS NULL OR petition.agency_code = $2)
    AND ($3::text IS NULL OR submission.organisation_code = $3)
    AND ($4::text IS NULL OR petition.flags @> ARRAY[$4::text])
    AND ($5::date IS NULL OR petition.next_due_on < $5)
    AND ($6::text IS NULL OR strpos(unaccent(lower(submission.number || ' ' || submission.title)), unaccent(lower($6))) > 0)
    AND ($7::text[] IS NULL OR submission.organisation_code = ANY ($7) OR submission.lead_office_code = ANY ($7)
      OR EXISTS (SELECT FROM assignments WHERE assignments.petition_id = submission.id AND assignments.agency_code = ANY ($7))
      OR EXISTS (SELECT FROM contributions WHERE contributions.petition_id = submission.id AND contributions.agency_code = ANY ($7)))
    AND ($8::timestamptz IS NULL OR (submission.submitted_at, submission.id) < ($8, $9::uuid))
  ORDER BY submission.submitted_at DESC, submission.id DESC LIMIT $10`;

export function toSummary(row: SummaryRow): PetitionSummary {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    stage: row.stage,
    source: row.source,
    category: row.category,
    field: row.field,
    organisation: { code: row.organisation_code, name: row.organisation_name },
    leadOffice: { code: row.lead_office_code, name: row.lead_office_name },
    agency: named(row.agency_code, row.agency_name),
    flags: row.flags,
    receivedOn: row.received_on,
    nextDueOn: row.next_due_on,
    nextDueRule: row.next_due_rule,
    nextAnchorOn: row.nextAnchorOn,
    nextEdition: row.nextEdition,
    submittedAt: row.submitted_at.getTime(),
    endedAt: row.ended_at?.getTime() ?? null,
  };
}

/** An outer join's organisation. */
function named(code: OrganisationCode | null, name: string | null): NamedOrganisation | null {
  return code === null || name === null ? null : { code, name };
}
