import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** Days and ladders that an organisation has set for itself (D13.1). */
@WithChecks('terms_petition_is_object', 'terms_conference_is_object', 'terms_report_is_object', 'terms_something_set')
@Entity({ name: 'terms' })
export class TermsEntity {
  @ForeignKey(() => OrganisationEntity, { name: 'terms_organisation_fk' })
  @PrimaryColumn({ type: 'text', name: 'organisation_code', primaryKeyConstraintName: 'terms_pk' })
  organisationCode!: string;

  @PrimaryColumn({ type: 'date', name: 'valid_from', primaryKeyConstraintName: 'terms_pk' })
  validFrom!: string;

  @Column({ type: 'jsonb', nullable: true })
  petition!: Readonly<Record<string, unknown>> | null;

  @Column({ type: 'jsonb', nullable: true })
  conference!: Readonly<Record<string, unknown>> | null;

  @Column({ type: 'jsonb', nullable: true })
  report!: Readonly<Record<string, unknown>> | null;

  @Column({ type: 'text', name: 'legal_basis', nullable: true })
  legalBasis!: string | null;
}
