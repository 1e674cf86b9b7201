import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { PetitionEntity } from './petition.entity.js';
import { WithChecks } from './with-checks.js';

/** Something that is owed by a day; done once it left the state. */
@WithChecks('milestones_kind_known')
@Index('milestones_open', ['dueOn'], { where: 'done_at IS NULL' })
@Entity({ name: 'milestones' })
export class MilestoneEntity {
  @ForeignKey(() => PetitionEntity, { name: 'milestones_petition_fk' })
  @PrimaryColumn({ type: 'uuid', name: 'petition_id', primaryKeyConstraintName: 'milestones_pk' })
  petitionId!: string;

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

  @Column({ type: 'boolean', name: 'is_provisional' })
  isProvisional!: boolean;

  @Column({ type: 'timestamptz', name: 'missed_at', nullable: true })
  missedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'done_at', nullable: true })
  doneAt!: Date | null;
}
