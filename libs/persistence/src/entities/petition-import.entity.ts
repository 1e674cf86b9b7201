import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** A file of petitions that an office has handed in at once (D2.2). */
@WithChecks('petition_imports_cancelled_by_somebody')
@Index('petition_imports_once', ['officeCode', 'contentHash'], { unique: true, where: 'cancelled_at IS NULL' })
@Index('petition_imports_newest_first', ['requestedAt', 'id'])
@Index('petition_imports_by_office', ['officeCode'])
@Index('petition_imports_by_requested_by', ['requestedBy'])
@Index('petition_imports_by_cancelled_by', ['cancelledBy'])
@Entity({ name: 'petition_imports' })
export class PetitionImportEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'petition_imports_pk' })
  id!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'petition_imports_office_fk' })
  @Column({ type: 'text', name: 'office_code' })
  officeCode!: string;

  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string;

  @Column({ type: 'text', array: true })
  columns!: string[];

  @Column({ type: 'timestamptz', name: 'requested_at' })
  requestedAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'petition_imports_requested_by_fk' })
  @Column({ type: 'uuid', name: 'requested_by' })
  requestedBy!: string;

  @Column({ type: 'timestamptz', name: 'cancelled_at', nullable: true })
  cancelledAt!: Date | null;

  @ForeignKey(() => AccountEntity, { name: 'petition_imports_cancelled_by_fk' })
  @Column({ type: 'uuid', name: 'cancelled_by', nullable: true })
  cancelledBy!: string | null;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
