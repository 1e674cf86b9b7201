import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { ConferencePlanEntity } from './conference-plan.entity.js';
import { FieldEntity } from './field.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { PetitionSubmissionEntity } from './petition-submission.entity.js';
import { WithChecks } from './with-checks.js';

/** A petition as it stands, written by the ledger only. */
@WithChecks(
  'petitions_stage_known',
  'petitions_flags_known',
  'petitions_due_with_its_rule',
  'petitions_source_known',
  'petitions_conclusion_known',
  'petitions_conference_path_known',
  'petitions_conference_conclusion_known',
  'petitions_conference_is_whole',
  'petitions_classification_known',
  'petitions_urgency_known',
  'petitions_authority_known',
  'petitions_protected_by_known',
  'petitions_merged_into_one',
)
@Index('petitions_by_stage', ['stage'])
@Index('petitions_by_agency', ['agencyCode'])
@Index('petitions_by_field', ['field'])
@Index('petitions_by_next_due', ['nextDueOn'])
@Index('petitions_by_due', ['nextDueOn', 'id'], { where: 'next_due_on IS NOT NULL' })
@Index('petitions_open_by_stage', ['stage', 'id'], { where: 'ended_at IS NULL' })
@Index('petitions_by_conference', ['conferenceId'])
@Index('petitions_by_leading', ['leadingId'])
@Index('petitions_by_flag', ['flags'], { type: 'gin' })
@Entity({ name: 'petitions' })
export class PetitionEntity {
  @ForeignKey(() => PetitionSubmissionEntity, { name: 'petitions_submission_fk' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'petitions_pk' })
  id!: string;

  @Column({ type: 'text' })
  stage!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'petitions_agency_fk' })
  @Column({ type: 'text', name: 'agency_code', nullable: true })
  agencyCode!: string | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  flags!: string[];

  @Column({ type: 'date', name: 'next_due_on', nullable: true })
  nextDueOn!: string | null;

  @Column({ type: 'text', name: 'next_due_rule', nullable: true })
  nextDueRule!: string | null;

  @ForeignKey(() => FieldEntity, { name: 'petitions_field_fk' })
  @Column({ type: 'text', nullable: true })
  field!: string | null;

  @Column({ type: 'integer', name: 'last_sequence' })
  lastSequence!: number;

  @Column({ type: 'date', name: 'told_on', nullable: true })
  toldOn!: string | null;

  /** The day of the answer that the host stands by, and the day on which the matter was resolved: two facts (D11.1c). */
  @Column({ type: 'date', name: 'answered_on', nullable: true })
  answeredOn!: string | null;

  @Column({ type: 'date', name: 'resolved_on', nullable: true })
  resolvedOn!: string | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  conclusion!: string | null;

  @ForeignKey(() => ConferencePlanEntity, { name: 'petitions_conference_fk' })
  @Column({ type: 'uuid', name: 'conference_id', nullable: true })
  conferenceId!: string | null;

  @Column({ type: 'text', name: 'conference_path', nullable: true })
  conferencePath!: string | null;

  @Column({ type: 'text', name: 'conference_conclusion', nullable: true })
  conferenceConclusion!: string | null;

  @Column({ type: 'boolean', name: 'is_raised', default: false })
  isRaised!: boolean;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'boolean', name: 'is_written_answer_required' })
  isWrittenAnswerRequired!: boolean;

  @Column({ type: 'text', default: 'normal' })
  classification!: string;

  @Column({ type: 'text', nullable: true })
  urgency!: string | null;

  @Column({ type: 'text', nullable: true })
  authority!: string | null;

  @Column({ type: 'text', name: 'protected_by', nullable: true })
  protectedBy!: string | null;

  @Column({ type: 'boolean', name: 'is_reachable_by_mail', nullable: true })
  isReachableByMail!: boolean | null;

  @ForeignKey(() => PetitionSubmissionEntity, { name: 'petitions_leading_fk' })
  @Column({ type: 'uuid', name: 'leading_id', nullable: true })
  leadingId!: string | null;
}
