import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { ReportOpeningEntity } from './report-opening.entity.js';
import { WithChecks } from './with-checks.js';

/** A period report as it stands (D14.1), written by the ledger only; once it is sent its figures are frozen. */
@WithChecks(
  'period_reports_stage_known',
  'period_reports_flags_known',
  'period_reports_due_with_its_rule',
  'period_reports_figures_are_whole',
  'period_reports_sent_with_all',
)
@Index('period_reports_by_stage', ['stage'])
@Index('period_reports_by_next_due', ['nextDueOn'])
@Index('period_reports_by_flag', ['flags'], { type: 'gin' })
@Entity({ name: 'period_reports' })
export class PeriodReportEntity {
  @ForeignKey(() => ReportOpeningEntity, { name: 'period_reports_opening_fk' })
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'period_reports_pk' })
  id!: string;

  @Column({ type: 'text' })
  stage!: string;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  flags!: string[];

  @Column({ type: 'date', name: 'next_due_on', nullable: true })
  nextDueOn!: string | null;

  @Column({ type: 'text', name: 'next_due_rule', nullable: true })
  nextDueRule!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  figures!: Readonly<Record<string, unknown>> | null;

  @Column({ type: 'jsonb', name: 'own_figures', nullable: true })
  ownFigures!: Readonly<Record<string, unknown>> | null;

  @Column({ type: 'timestamptz', name: 'figures_taken_at', nullable: true })
  figuresTakenAt!: Date | null;

  @Column({ type: 'text', name: 'document_number', nullable: true })
  documentNumber!: string | null;

  @Column({ type: 'date', name: 'document_on', nullable: true })
  documentOn!: string | null;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column({ type: 'integer', name: 'last_sequence' })
  lastSequence!: number;
}
