import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** Somebody had the open cases of an organisation go on by other terms (D13.1). */
@WithChecks('terms_adoptions_tells_somebody')
@Index('terms_adoptions_by_organisation', ['organisationCode', 'orderedAt'])
@Index('terms_adoptions_by_ordered_by', ['orderedBy'])
@Entity({ name: 'terms_adoptions' })
export class TermsAdoptionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'terms_adoptions_pk' })
  id!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'terms_adoptions_organisation_fk' })
  @Column({ type: 'text', name: 'organisation_code' })
  organisationCode!: string;

  @Column({ type: 'text', name: 'petition_version' })
  petitionVersion!: string;

  @Column({ type: 'text', name: 'conference_version' })
  conferenceVersion!: string;

  @Column({ type: 'text', name: 'report_version' })
  reportVersion!: string;

  @Column({ type: 'integer' })
  told!: number;

  @Column({ type: 'text' })
  reason!: string;

  @ForeignKey(() => AccountEntity, { name: 'terms_adoptions_ordered_by_fk' })
  @Column({ type: 'uuid', name: 'ordered_by' })
  orderedBy!: string;

  @Column({ type: 'timestamptz', name: 'ordered_at', default: () => 'now()' })
  orderedAt!: Date;
}
