import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { CaseMemoryEntity } from './case-memory.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** Something that is owed in a case by a day (D8.1, D11.1, D14.1); done once it left the state. */
@WithChecks('milestones_kind_known')
@Index('milestones_open', ['dueOn'], { where: 'done_at IS NULL' })
@Index('milestones_body', ['body'], { where: 'body IS NOT NULL' })
@ForeignKey(() => CaseMemoryEntity, ['caseKind', 'caseId'], ['caseKind', 'caseId'], { name: 'milestones_case_fk' })
@Entity({ name: 'milestones' })
export class MilestoneEntity {
  @PrimaryColumn({ type: 'text', name: 'case_kind', primaryKeyConstraintName: 'milestones_pk' })
  caseKind!: string;

  @PrimaryColumn({ type: 'text', name: 'case_id', primaryKeyConstraintName: 'milestones_pk' })
  caseId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'milestones_pk' })
  number!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  rule!: string;

  @Column({ type: 'date', name: 'anchor_on' })
  anchorOn!: string;

  @Column({ type: 'date', name: 'due_on' })
  dueOn!: string;

  /** Who owes it, where several bodies owe one of its kind. */
  @ForeignKey(() => OrganisationEntity, { name: 'milestones_body_fk' })
  @Column({ type: 'text', nullable: true })
  body!: string | null;

  @Column({ type: 'boolean', name: 'is_provisional' })
  isProvisional!: boolean;

  @Column({ type: 'boolean', name: 'is_belated', default: false })
  isBelated!: boolean;

  /** How often its day has moved: what a calendar program asks for. */
  @Column({ type: 'integer', default: 0 })
  moves!: number;

  @Column({ type: 'timestamptz', name: 'changed_at', default: () => 'now()' })
  changedAt!: Date;

  @Column({ type: 'timestamptz', name: 'missed_at', nullable: true })
  missedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'done_at', nullable: true })
  doneAt!: Date | null;
}
