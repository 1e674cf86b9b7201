import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import { CaseEventEntity } from './case-event.entity.js';
import { WithChecks } from './with-checks.js';

/** A letter that a transition owed; rows are only added. */
@WithChecks('letters_content_is_of_its_kind', 'letters_sequence_of_cases')
@Unique('letters_key_once_per_case', ['caseKind', 'caseId', 'key'])
@Index('letters_by_event', ['caseKind', 'caseId', 'sequence'])
@ForeignKey(() => CaseEventEntity, ['caseKind', 'caseId', 'sequence'], ['caseKind', 'caseId', 'sequence'], {
  name: 'letters_event_fk',
})
@Entity({ name: 'letters' })
export class LetterEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'letters_pk' })
  id!: string;

  @Column({ type: 'text', name: 'case_kind' })
  caseKind!: string;

  @Column({ type: 'text', name: 'case_id' })
  caseId!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'jsonb' })
  content!: Readonly<Record<string, unknown>>;

  /** Null: of a rollout, which is no event of one case. */
  @Column({ type: 'integer', nullable: true })
  sequence!: number | null;

  @Column({ type: 'timestamptz', name: 'owed_at' })
  owedAt!: Date;

  @Column({ type: 'text' })
  rule!: string;
}
