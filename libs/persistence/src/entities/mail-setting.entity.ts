import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** How a body wants its mail from a day on, and who said so; rows are only added. */
@WithChecks('mail_settings_mode_known', 'mail_settings_salutation_language_known', 'mail_settings_few_addresses')
@Index('mail_settings_by_organisation', ['organisationCode', 'validFrom', 'id'])
@Index('mail_settings_by_recorded_by', ['recordedBy'])
@Entity({ name: 'mail_settings' })
export class MailSettingEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'mail_settings_pk',
  })
  id!: number;

  @ForeignKey(() => OrganisationEntity, { name: 'mail_settings_organisation_fk' })
  @Column({ type: 'text', name: 'organisation_code' })
  organisationCode!: string;

  @Column({ type: 'text' })
  mode!: string;

  @Column({ type: 'text', name: 'salutation_language' })
  salutationLanguage!: string;

  @Column({ type: 'text', name: 'additional_addresses', array: true, default: () => "'{}'" })
  additionalAddresses!: string[];

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'mail_settings_recorded_by_fk' })
  @Column({ type: 'uuid', name: 'recorded_by' })
  recordedBy!: string;
}
