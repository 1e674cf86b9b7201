import { Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { PersonEntity } from './person.entity.js';
import { WithChecks } from './with-checks.js';

/** Somebody is away, from which day to which, and another gets the letters meanwhile. */
@WithChecks('mail_absences_deputy_is_another', 'mail_absences_end_after_begin', 'mail_absences_withdrawn_by_somebody')
@Exclusion('mail_absences_one_at_a_time', 'see the migration')
@Index('mail_absences_by_organisation', ['organisationCode', 'fromOn'])
@Index('mail_absences_by_person', ['personId', 'fromOn'])
@Index('mail_absences_by_deputy', ['deputyId'])
@Index('mail_absences_by_recorded_by', ['recordedBy'])
@Index('mail_absences_by_withdrawn_by', ['withdrawnBy'])
@Entity({ name: 'mail_absences' })
export class MailAbsenceEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'mail_absences_pk' })
  id!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'mail_absences_organisation_fk' })
  @Column({ type: 'text', name: 'organisation_code' })
  organisationCode!: string;

  @ForeignKey(() => PersonEntity, { name: 'mail_absences_person_fk' })
  @Column({ type: 'uuid', name: 'person_id' })
  personId!: string;

  @ForeignKey(() => PersonEntity, { name: 'mail_absences_deputy_fk' })
  @Column({ type: 'uuid', name: 'deputy_id' })
  deputyId!: string;

  @Column({ type: 'date', name: 'from_on' })
  fromOn!: string;

  @Column({ type: 'date', name: 'to_on' })
  toOn!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'mail_absences_recorded_by_fk' })
  @Column({ type: 'uuid', name: 'recorded_by' })
  recordedBy!: string;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @ForeignKey(() => AccountEntity, { name: 'mail_absences_withdrawn_by_fk' })
  @Column({ type: 'uuid', name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;
}
