import { Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** An address of a body itself, from which day to which: where letters go while nobody with an address holds a post. */
@WithChecks(
  'organisation_contacts_kind_known',
  'organisation_contacts_email_is_one_address',
  'organisation_contacts_reachable',
  'organisation_contacts_valid_to_after_valid_from',
)
@Exclusion('organisation_contacts_one_at_a_time', 'see the migration')
@Index('organisation_contacts_by_organisation', ['organisationCode', 'kind', 'validFrom'])
@Entity({ name: 'organisation_contacts' })
export class OrganisationContactEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'organisation_contacts_pk' })
  id!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'organisation_contacts_organisation_fk' })
  @Column({ type: 'text', name: 'organisation_code' })
  organisationCode!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;
}
