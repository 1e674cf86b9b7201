import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { ReconciliationEntity } from './reconciliation.entity.js';
import { WithChecks } from './with-checks.js';

/** What was amiss between the register and a run, and what was done about it. */
@WithChecks(
  'reconciliation_findings_kind_known',
  'reconciliation_findings_finding_known',
  'reconciliation_findings_action_known',
)
@Entity({ name: 'reconciliation_findings' })
export class ReconciliationFindingEntity {
  @ForeignKey(() => ReconciliationEntity, { name: 'reconciliation_findings_reconciliation_fk' })
  @PrimaryColumn({ type: 'text', name: 'reconciliation_id', primaryKeyConstraintName: 'reconciliation_findings_pk' })
  reconciliationId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'reconciliation_findings_pk' })
  kind!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'reconciliation_findings_pk' })
  id!: string;

  @Column({ type: 'text' })
  finding!: string;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'boolean', name: 'needs_person' })
  needsPerson!: boolean;

  @Column({ type: 'timestamptz', name: 'found_at', default: () => 'now()' })
  foundAt!: Date;
}
