import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { PetitionImportEntity } from './petition-import.entity.js';
import { PetitionSubmissionEntity } from './petition-submission.entity.js';
import { WithChecks } from './with-checks.js';

/** Every reading of a sealed identity, or of the refused rows of an import (D11.1d); rows are only added. */
@WithChecks('access_log_purpose_known', 'access_log_reader_named', 'access_log_of_petition_or_import')
@Index('access_log_by_petition', ['petitionId', 'at'])
@Index('access_log_by_account', ['accountId'])
@Index('access_log_by_import', ['importId'])
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
  @Column({ type: 'uuid', name: 'petition_id', nullable: true })
  petitionId!: string | null;

  @ForeignKey(() => PetitionImportEntity, { name: 'access_log_import_fk' })
  @Column({ type: 'uuid', name: 'import_id', nullable: true })
  importId!: string | null;
}
