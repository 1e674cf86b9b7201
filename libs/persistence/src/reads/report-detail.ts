import type { Instant, LocalDate, OrganisationCode, ReportFigures } from '@dialogue/domain';

import { fieldsOf } from '../fields/fields-of.js';
import { bodiesBelow, figuresFor } from '../reports/figures.js';
import { policyProposals } from '../reports/policy-proposals.js';
import { submittedText } from '../reports/report-text.js';
import type { Sql } from '../sql/sql.js';
import type { NamedAccount } from './case-reads.js';
import { caseRecord } from './case-record.js';
import type { ReportBelow, ReportDetail, ReportSummary } from './report-reads.js';
import { reportColumns, reportTables, toReportSummary, type ReportRow } from './report-summaries.js';

interface DetailRow extends ReportRow {
  readonly figures: ReportFigures | null;
  readonly own_figures: ReportFigures | null;
  readonly figures_taken_at: Date | null;
  readonly document_number: string | null;
  readonly document_on: LocalDate | null;
  readonly last_sequence: number;
  readonly text: string | null;
  readonly opener: NamedAccount | null;
}

export async function report(sql: Sql, id: string): Promise<ReportDetail | null> {
  const [row] = await sql<DetailRow>(
    `SELECT ${reportColumns}, report.figures, report.own_figures, report.figures_taken_at, report.document_number, report.document_on,
       COALESCE(report.last_sequence, 0) AS last_sequence, ${submittedText('opening.id')} AS text,
       (SELECT jsonb_build_object('id', id, 'username', username) FROM accounts WHERE accounts.id = opening.opened_by) AS opener
     FROM ${reportTables} WHERE opening.id = $1`,
    [id],
  );
  if (row === undefined) return null;
  const summary = toReportSummary(row);
  return {
    ...summary,
    sequence: row.last_sequence,
    openedBy: row.opener,
    ...(await shownFigures(sql, row, summary)),
    fields: await fieldsOf(sql),
    text: row.text,
    document: documentOf(row),
    ...(await fromBelow(sql, summary)),
    ...(await caseRecord(sql, { caseKind: 'report', caseId: id })),
  };
}

function documentOf({ document_number: number, document_on: signedOn }: DetailRow): ReportDetail['document'] {
  return number === null || signedOn === null ? null : { number, signedOn };
}

interface ShownFigures {
  readonly figures: ReportFigures;
  readonly ownFigures: ReportFigures;
  readonly figuresTakenAt: Instant | null;
}

/** D14.1: from its submission on what was taken then; while it is being written, what there is at this moment. */
async function shownFigures(
  sql: Sql,
  { stage, figures, own_figures: ownFigures, figures_taken_at: takenAt }: DetailRow,
  { organisation, period }: ReportSummary,
): Promise<ShownFigures> {
  const isTaken = stage === 'submitted' || stage === 'approved' || stage === 'sent';
  if (isTaken && figures !== null && ownFigures !== null)
    return { figures, ownFigures, figuresTakenAt: takenAt?.getTime() ?? null };
  const { own, total } = await figuresFor(sql, { organisation: organisation.code, period });
  return { figures: total, ownFigures: own, figuresTakenAt: null };
}

/** D11.2a, D14.1: the reports that this one is built from, and what was proposed at the conferences of all. */
async function fromBelow(
  sql: Sql,
  { organisation: { code: organisation }, period }: ReportSummary,
): Promise<Pick<ReportDetail, 'below' | 'policyProposals'>> {
  const codes = await bodiesBelow(sql, organisation, period);
  return {
    below: await below(sql, codes, period),
    policyProposals: await policyProposals(sql, { organisation, below: codes, period }),
  };
}

async function below(
  sql: Sql,
  codes: readonly OrganisationCode[],
  period: Pick<ReportSummary['period'], 'code'>,
): Promise<readonly ReportBelow[]> {
  const rows = await sql<Omit<ReportBelow, 'sentAt'> & { readonly sent_at: Date | null }>(
    `SELECT body.code || '/' || $2::text AS id, jsonb_build_object('code', body.code, 'name', body.name) AS organisation,
       CASE WHEN opening.id IS NOT NULL THEN COALESCE(report.stage, 'planned') END AS stage,
       COALESCE(report.flags @> ARRAY['overdue'], false) AS "isOverdue", report.sent_at,
       CASE report.stage WHEN 'sent' THEN report.figures END AS figures
     FROM organisations body
     LEFT JOIN report_openings opening ON opening.organisation_code = body.code AND opening.code = $2
     LEFT JOIN period_reports report ON report.id = opening.id
     WHERE body.code = ANY ($1) ORDER BY body.name COLLATE "vi-x-icu", body.code`,
    [codes, period.code],
  );
  return rows.map(({ sent_at: sentAt, ...row }) => ({ ...row, sentAt: sentAt?.getTime() ?? null }));
}
