import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { CaseMemoryEntity } from './case-memory.entity.js';
import { RolloutEntity } from './rollout.entity.js';

/** A case that was told of a change, and when it was last. */
@Index('rollout_cases_by_case', ['caseKind', 'caseId'])
@ForeignKey(() => CaseMemoryEntity, ['caseKind', 'caseId'], ['caseKind', 'caseId'], { name: 'rollout_cases_case_fk' })
@Entity({ name: 'rollout_cases' })
export class RolloutCaseEntity {
  @ForeignKey(() => RolloutEntity, { name: 'rollout_cases_rollout_fk' })
  @PrimaryColumn({ type: 'text', name: 'rollout_id', primaryKeyConstraintName: 'rollout_cases_pk' })
  rolloutId!: string;

  @PrimaryColumn({ type: 'text', name: 'case_kind', primaryKeyConstraintName: 'rollout_cases_pk' })
  caseKind!: string;

  @PrimaryColumn({ type: 'text', name: 'case_id', primaryKeyConstraintName: 'rollout_cases_pk' })
  caseId!: string;

  @Column({ type: 'timestamptz', name: 'told_at', default: () => 'now()' })
  toldAt!: Date;

  @Column({ type: 'integer', name: 'times_told', default: 1 })
  timesTold!: number;
}
