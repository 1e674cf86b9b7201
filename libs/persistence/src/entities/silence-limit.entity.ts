import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** For how many working days a body, and those below it, may be silent; the newest counts (D11.3). */
@WithChecks('silence_limits_working_days_possible')
@Index('silence_limits_by_set_by', ['setBy'])
@Entity({ name: 'silence_limits' })
export class SilenceLimitEntity {
  @ForeignKey(() => OrganisationEntity, { name: 'silence_limits_organisation_fk' })
  @PrimaryColumn({ type: 'text', name: 'organisation_code', primaryKeyConstraintName: 'silence_limits_pk' })
  organisationCode!: string;

  @PrimaryColumn({
    type: 'timestamptz',
    name: 'set_at',
    default: () => 'clock_timestamp()',
    primaryKeyConstraintName: 'silence_limits_pk',
  })
  setAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'silence_limits_set_by_fk' })
  @Column({ type: 'uuid', name: 'set_by' })
  setBy!: string;

  @Column({ type: 'integer', name: 'working_days' })
  workingDays!: number;
}
