import { reportFlagsOf, type LedgerEntry, type OrganisationCode, type Report } from '@dialogue/domain';

import { figuresFor } from '../reports/figures.js';
import type { Sql } from '../sql/sql.js';
import { dueFirst } from './project-duties.js';

/** Brings what people read of a report up to the state after a transition; its submission takes the figures (D14.1). */
export async function projectReport(sql: Sql, entry: LedgerEntry<Report>): Promise<void> {
  await projectStage(sql, entry);
  if (entry.event === 'submitted') await takeFigures(sql, entry);
}

/** Number and day of the document stand in the event that sends it, not in the state. */
async function projectStage(sql: Sql, { caseId, sequence, facts, state }: LedgerEntry<Report>): Promise<void> {
  await sql(`INSERT INTO period_reports (id, stage, last_sequence) VALUES ($1, 'planned', 0) ON CONFLICT DO NOTHING`, [
    caseId,
  ]);
  await sql(
    `UPDATE period_reports SET stage = $2, flags = $3, next_due_on = $4, next_due_rule = $5,
       document_number = COALESCE($6, document_number), document_on = COALESCE($7, document_on), sent_at = $8, last_sequence = $9
     WHERE id = $1`,
    [
      caseId,
      state.stage,
      reportFlagsOf(state),
      ...dueFirst(state.duties),
      facts['documentNumber'] ?? null,
      facts['documentOn'] ?? null,
      state.endedAt === null ? null : new Date(state.endedAt),
      sequence,
    ],
  );
}

/** D14.1: what is submitted is what gets approved and sent; submitted again, it is counted again. */
async function takeFigures(sql: Sql, { caseId, at, state }: LedgerEntry<Report>): Promise<void> {
  // Of the body for which the report opened: whoever has taken its work over counts its own in its own report (ADR-0035).
  const [opening] = await sql<{ organisation: OrganisationCode }>(
    'SELECT organisation_code AS organisation FROM report_openings WHERE id = $1',
    [caseId],
  );
  const { organisation } = opening ?? state;
  const { own, total } = await figuresFor(sql, { organisation, period: state.period });
  await sql('UPDATE period_reports SET figures = $2, own_figures = $3, figures_taken_at = $4 WHERE id = $1', [
    caseId,
    JSON.stringify(total),
    JSON.stringify(own),
    new Date(at),
  ]);
}
