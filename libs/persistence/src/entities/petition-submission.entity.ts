import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** A petition as it came in (D2.2); never changed. */
@WithChecks(
  'petition_submissions_category_known',
  'petition_submissions_source_known',
  'petition_submissions_classification_known',
  'petition_submissions_secret_is_stub',
)
@Unique('petition_submissions_number_once', ['number'])
@Index('petition_submissions_newest_first', ['submittedAt', 'id'])
@Index('petition_submissions_by_words', { synchronize: false })
@Index('petition_submissions_by_organisation', ['organisationCode'])
@Index('petition_submissions_by_lead_office', ['leadOfficeCode'])
@Index('petition_submissions_by_submitted_by', ['submittedBy'])
@Index('petition_submissions_by_split_from', ['splitFrom'])
@Index('petition_submissions_by_likeness', { synchronize: false })
@Entity({ name: 'petition_submissions' })
export class PetitionSubmissionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'petition_submissions_pk' })
  id!: string;

  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  content!: string;

  @Column({ type: 'text' })
  category!: string;

  @Column({ type: 'boolean', name: 'is_collective' })
  isCollective!: boolean;

  @Column({ type: 'text' })
  source!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'petition_submissions_organisation_fk' })
  @Column({ type: 'text', name: 'organisation_code' })
  organisationCode!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'petition_submissions_lead_office_fk' })
  @Column({ type: 'text', name: 'lead_office_code' })
  leadOfficeCode!: string;

  @Column({ type: 'date', name: 'received_on' })
  receivedOn!: string;

  @Column({ type: 'boolean', name: 'is_written_answer_required' })
  isWrittenAnswerRequired!: boolean;

  @Column({ type: 'boolean', name: 'is_reachable_by_mail' })
  isReachableByMail!: boolean;

  @Column({ type: 'timestamptz', name: 'submitted_at' })
  submittedAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'petition_submissions_submitted_by_fk' })
  @Column({ type: 'uuid', name: 'submitted_by', nullable: true })
  submittedBy!: string | null;

  @Column({ type: 'text', default: 'normal' })
  classification!: string;

  @Column({ type: 'text', name: 'stub_number', nullable: true })
  stubNumber!: string | null;

  @Column({ type: 'text', name: 'stub_keeper', nullable: true })
  stubKeeper!: string | null;

  @ForeignKey(() => PetitionSubmissionEntity, { name: 'petition_submissions_split_from_fk' })
  @Column({ type: 'uuid', name: 'split_from', nullable: true })
  splitFrom!: string | null;
}
