import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { PetitionSubmissionEntity } from './petition-submission.entity.js';
import { WithChecks } from './with-checks.js';

/** Every reading of a sealed identity (D11.1d); rows are only added. */
@WithChecks('access_log_purpose_known', 'access_log_reader_named')
@Index('access_log_by_petition', ['petitionId', 'at'])
@Index('access_log_by_account', ['accountId'])
@Entity({ name: 'access_log' })
export class AccessLogEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'access_log_pk',
  })
  id!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  @ForeignKey(() => AccountEntity, { name: 'access_log_account_fk' })
  @Column({ type: 'uuid', name: 'account_id', nullable: true })
  accountId!: string | null;

  @Column({ type: 'text' })
  purpose!: string;

  @ForeignKey(() => PetitionSubmissionEntity, { name: 'access_log_petition_fk' })
  @Column({ type: 'uuid', name: 'petition_id' })
  petitionId!: string;
}
