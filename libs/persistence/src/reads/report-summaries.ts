import type { LocalDate, OrganisationCode, ReportKind } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import type { Page, PageRequest } from './case-reads.js';
import { countsOfList, type ListCounts } from './list-counts.js';
import { hasAll, hasWords, isOneOf, onDay, pageOfList, type ListDefinition } from './listing.js';
import { nextCountColumns, type NextCount } from './next-count.js';
import type { ReportFilter, ReportSort, ReportSummary } from './report-reads.js';

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

const stage = `COALESCE(report.stage, 'planned')`;

/** What can be asked of reports, and in which orders they come. */
const list: ListDefinition<ReportFilter, ReportSort> = {
  columns: reportColumns,
  tables: reportTables,
  id: { by: 'opening.id', type: 'text' },
  conditions: {
    stage: isOneOf(stage),
    kind: isOneOf('opening.kind'),
    period: (code, bind) => `opening.code = ${bind(code)}`,
    organisations: isOneOf('opening.organisation_code'),
    flag: hasAll('report.flags'),
    dueFrom: onDay('report.next_due_on', '>='),
    dueTo: onDay('report.next_due_on', '<='),
    text: hasWords(`opening.id || ' ' || organisation.name || ' ' || COALESCE(report.document_number, '')`),
    scope(codes, bind) {
      const own = bind(codes);
      return `(opening.organisation_code = ANY (${own}) OR opening.lead_office_code = ANY (${own}))`;
    },
  },
  sorts: {
    newest: { by: 'opening.due_on', type: 'date', direction: 'DESC' },
    oldest: { by: 'opening.due_on', type: 'date', direction: 'ASC' },
    due: { by: `COALESCE(report.next_due_on, 'infinity')`, type: 'date', direction: 'ASC' },
  },
};

export async function reports(
  sql: Sql,
  filter: ReportFilter,
  page: PageRequest<ReportSort>,
): Promise<Page<ReportSummary>> {
  return pageOfList(sql, list, { filter, page, show: toReportSummary });
}

export async function reportCounts(sql: Sql, filter: ReportFilter): Promise<ListCounts> {
  const flags = `COALESCE(report.flags, '{}')`;
  const columns = { stage, flags, agency: 'NULL::text', organisation: 'opening.organisation_code' };
  return countsOfList(sql, list, { filter, columns });
}

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
