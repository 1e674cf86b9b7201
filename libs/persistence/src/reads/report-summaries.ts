import type { LocalDate, OrganisationCode, ReportKind } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import type { Page, PageRequest } from './case-reads.js';
import { placeOf, toPage } from './cursor.js';
import { nextCountColumns, type NextCount } from './next-count.js';
import type { ReportFilter, ReportSummary } from './report-reads.js';

export const reportColumns = `
  opening.id, opening.kind, opening.code, opening.from_day, opening.cut_on, opening.due_on, opening.has_superior, opening.opened_at,
  opening.organisation_code, organisation.name AS organisation_name, opening.lead_office_code, lead_office.name AS lead_office_name,
  COALESCE(report.stage, 'planned') AS stage, COALESCE(report.flags, '{}') AS flags, report.next_due_on, report.next_due_rule,
  report.sent_at,
  ${nextCountColumns('report', 'opening.id', 'report')}`;

export const reportTables = `
  report_openings opening
  JOIN organisations organisation ON organisation.code = opening.organisation_code
  JOIN organisations lead_office ON lead_office.code = opening.lead_office_code
  LEFT JOIN period_reports report ON report.id = opening.id`;

export interface ReportRow extends NextCount, Pick<ReportSummary, 'id' | 'stage' | 'flags'> {
  readonly kind: ReportKind;
  readonly code: string;
  readonly from_day: LocalDate;
  readonly cut_on: LocalDate;
  readonly due_on: LocalDate;
  readonly has_superior: boolean;
  readonly opened_at: Date;
  readonly organisation_code: OrganisationCode;
  readonly organisation_name: string;
  readonly lead_office_code: OrganisationCode;
  readonly lead_office_name: string;
  readonly next_due_on: LocalDate | null;
  readonly next_due_rule: ReportSummary['nextDueRule'];
  readonly sent_at: Date | null;
}

/** The latest limit first. */
export async function reports(
  sql: Sql,
  filter: ReportFilter,
  { limit, cursor }: PageRequest,
): Promise<Page<ReportSummary>> {
  const place = placeOf(cursor, { sortedBy: 'day', id: 'report' });
  const { stage, kind, period, organisations, flag, scope } = filter;
  const filters = [stage, kind, period, organisations, flag, scope].map((each) => each ?? null);
  const rows = await sql<ReportRow & { readonly sortedBy: string }>(listing, [
    ...filters,
    place?.sortedBy ?? null,
    place?.id ?? null,
    limit + 1,
  ]);
  return toPage(rows, limit, toReportSummary);
}

const listing = `
  SELECT ${reportColumns}, opening.due_on::text AS "sortedBy"
  FROM ${reportTables}
  WHERE ($1::text IS NULL OR COALESCE(report.stage, 'planned') = $1)
    AND ($2::text IS NULL OR opening.kind = $2)
    AND ($3::text IS NULL OR opening.code = $3)
    AND ($4::text[] IS NULL OR opening.organisation_code = ANY ($4))
    AND ($5::text IS NULL OR report.flags @> ARRAY[$5::text])
    AND ($6::text[] IS NULL OR opening.organisation_code = ANY ($6) OR opening.lead_office_code = ANY ($6))
    AND ($7::date IS NULL OR (opening.due_on, opening.id) < ($7, $8::text))
  ORDER BY opening.due_on DESC, opening.id DESC LIMIT $9`;

export function toReportSummary(row: ReportRow): ReportSummary {
  return {
    id: row.id,
    period: { kind: row.kind, code: row.code, from: row.from_day, cutOn: row.cut_on, dueOn: row.due_on },
    stage: row.stage,
    organisation: { code: row.organisation_code, name: row.organisation_name },
    leadOffice: { code: row.lead_office_code, name: row.lead_office_name },
    hasSuperior: row.has_superior,
    flags: row.flags,
    nextDueOn: row.next_due_on,
    nextDueRule: row.next_due_rule,
    nextAnchorOn: row.nextAnchorOn,
    nextEdition: row.nextEdition,
    openedAt: row.opened_at.getTime(),
    sentAt: row.sent_at?.getTime() ?? null,
  };
}
