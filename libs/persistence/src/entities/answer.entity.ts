import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AssignmentEntity } from './assignment.entity.js';
import { PetitionEntity } from './petition.entity.js';
import { WithChecks } from './with-checks.js';

/** An answer of an agency (D11.1c). */
@WithChecks('answers_kind_known')
@Index('answers_by_assignment', ['petitionId', 'round'])
@ForeignKey(() => AssignmentEntity, ['petitionId', 'round'], ['petitionId', 'round'], { name: 'answers_assignment_fk' })
@Entity({ name: 'answers' })
export class AnswerEntity {
  @ForeignKey(() => PetitionEntity, { name: 'answers_petition_fk' })
  @PrimaryColumn({ type: 'uuid', name: 'petition_id', primaryKeyConstraintName: 'answers_pk' })
  petitionId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'answers_pk' })
  number!: number;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', name: 'document_number' })
  documentNumber!: string;

  @Column({ type: 'date', name: 'document_on' })
  documentOn!: string;

  @Column({ type: 'date', name: 'answered_on' })
  answeredOn!: string;

  @Column({ type: 'boolean', name: 'is_late' })
  isLate!: boolean;

  @Column({ type: 'boolean', name: 'is_approved' })
  isApproved!: boolean;
}
