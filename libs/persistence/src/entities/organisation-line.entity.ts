import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** From a day on, a body stands to others as an office has set it (D11.1b, D11.2b, D11.3, D14.1); never changed. */
@WithChecks('organisation_lines_kind_known')
@Index('organisation_lines_by_organisation', ['organisationCode', 'kind', 'id'])
@Index('organisation_lines_by_set_by', ['setBy'])
@Entity({ name: 'organisation_lines' })
export class OrganisationLineEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'organisation_lines_pk',
  })
  id!: number;

  @ForeignKey(() => OrganisationEntity, { name: 'organisation_lines_organisation_fk' })
  @Column({ type: 'text', name: 'organisation_code' })
  organisationCode!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz', name: 'set_at', default: () => 'now()' })
  setAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'organisation_lines_set_by_fk' })
  @Column({ type: 'uuid', name: 'set_by' })
  setBy!: string;
}
