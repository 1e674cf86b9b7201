import { Column, Entity, PrimaryColumn } from 'typeorm';

import { WithChecks } from './with-checks.js';

/** What a run of a case starts from. */
@WithChecks('case_memory_case_kind_known', 'case_memory_sequence_counted_from_one')
@Entity({ name: 'case_memory' })
export class CaseMemoryEntity {
  @PrimaryColumn({ type: 'text', name: 'case_kind', primaryKeyConstraintName: 'case_memory_pk' })
  caseKind!: string;

  @PrimaryColumn({ type: 'text', name: 'case_id', primaryKeyConstraintName: 'case_memory_pk' })
  caseId!: string;

  @Column({ type: 'integer' })
  sequence!: number;

  @Column({ type: 'timestamptz', name: 'last_at' })
  lastAt!: Date;

  @Column({ type: 'jsonb' })
  state!: Readonly<Record<string, unknown>>;

  @Column({ type: 'timestamptz', name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
