import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** What an organisation has set for itself from a day on: only what differs from the defaults (D13.1). */
@WithChecks(
  'terms_petition_is_object',
  'terms_conference_is_object',
  'terms_report_is_object',
  'terms_something_set',
  'terms_legal_basis_whole',
  'terms_never_dated_back',
  'terms_withdrawal_whole',
)
@Index('terms_one_from_a_day', ['organisationCode', 'validFrom'], { unique: true, where: 'withdrawn_at IS NULL' })
@Index('terms_by_recorded_by', ['recordedBy'])
@Index('terms_by_withdrawn_by', ['withdrawnBy'])
@Entity({ name: 'terms' })
export class TermsEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'terms_pk' })
  id!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'terms_organisation_fk' })
  @Column({ type: 'text', name: 'organisation_code' })
  organisationCode!: string;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'jsonb', nullable: true })
  petition!: Readonly<Record<string, unknown>> | null;

  @Column({ type: 'jsonb', nullable: true })
  conference!: Readonly<Record<string, unknown>> | null;

  @Column({ type: 'jsonb', nullable: true })
  report!: Readonly<Record<string, unknown>> | null;

  @Column({ type: 'text', name: 'legal_basis_number', nullable: true })
  legalBasisNumber!: string | null;

  @Column({ type: 'date', name: 'legal_basis_on', nullable: true })
  legalBasisOn!: string | null;

  @Column({ type: 'text', name: 'legal_basis_issuer', nullable: true })
  legalBasisIssuer!: string | null;

  @Column({ type: 'text' })
  reason!: string;

  @ForeignKey(() => AccountEntity, { name: 'terms_recorded_by_fk' })
  @Column({ type: 'uuid', name: 'recorded_by', nullable: true })
  recordedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'terms_withdrawn_by_fk' })
  @Column({ type: 'uuid', name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: 'text', name: 'withdrawal_reason', nullable: true })
  withdrawalReason!: string | null;
}
