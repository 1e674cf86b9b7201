import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { OrganisationEntity } from './organisation.entity.js';
import { PetitionEntity } from './petition.entity.js';
import { WithChecks } from './with-checks.js';

/** A round of giving a petition to an agency (D11.1b, D11.1c). */
@WithChecks('assignments_round_counted_from_one', 'assignments_late_only_when_answered')
@Index('assignments_by_agency', ['agencyCode', 'assignedOn'])
@Entity({ name: 'assignments' })
export class AssignmentEntity {
  @ForeignKey(() => PetitionEntity, { name: 'assignments_petition_fk' })
  @PrimaryColumn({ type: 'uuid', name: 'petition_id', primaryKeyConstraintName: 'assignments_pk' })
  petitionId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'assignments_pk' })
  round!: number;

  @ForeignKey(() => OrganisationEntity, { name: 'assignments_agency_fk' })
  @Column({ type: 'text', name: 'agency_code' })
  agencyCode!: string;

  @Column({ type: 'text', name: 'document_number' })
  documentNumber!: string;

  @Column({ type: 'date', name: 'document_on' })
  documentOn!: string;

  @Column({ type: 'date', name: 'assigned_on' })
  assignedOn!: string;

  @Column({ type: 'date', name: 'received_on', nullable: true })
  receivedOn!: string | null;

  @Column({ type: 'boolean', name: 'is_receipt_deemed' })
  isReceiptDeemed!: boolean;

  @Column({ type: 'date', name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column({ type: 'date', name: 'breached_on', nullable: true })
  breachedOn!: string | null;

  @Column({ type: 'date', name: 'first_answered_on', nullable: true })
  firstAnsweredOn!: string | null;

  @Column({ type: 'boolean', name: 'is_first_answer_late' })
  isFirstAnswerLate!: boolean;

  /** What was asked for and is not decided yet (D11.1c). */
  @Column({ type: 'date', name: 'extension_wanted_on', nullable: true })
  extensionWantedOn!: string | null;

  @Column({ type: 'date', name: 'extended_to', nullable: true })
  extendedTo!: string | null;

  @Column({ type: 'date', name: 'ended_on', nullable: true })
  endedOn!: string | null;
}
