import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { WithChecks } from './with-checks.js';

/** Bodies that end and begin on one day by one decision (D11.3, D14.1). */
@WithChecks('reorganisations_withdrawn_by_somebody')
@Index('reorganisations_once', ['contentHash'], { unique: true, where: 'withdrawn_at IS NULL' })
@Index('reorganisations_by_requested_by', ['requestedBy'])
@Index('reorganisations_by_withdrawn_by', ['withdrawnBy'])
@Entity({ name: 'reorganisations' })
export class ReorganisationEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'reorganisations_pk' })
  id!: string;

  @Column({ type: 'date', name: 'effective_on' })
  effectiveOn!: string;

  @Column({ type: 'text', name: 'document_number' })
  documentNumber!: string;

  @Column({ type: 'date', name: 'document_on' })
  documentOn!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string;

  @Column({ type: 'timestamptz', name: 'requested_at', default: () => 'now()' })
  requestedAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'reorganisations_requested_by_fk' })
  @Column({ type: 'uuid', name: 'requested_by' })
  requestedBy!: string;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @ForeignKey(() => AccountEntity, { name: 'reorganisations_withdrawn_by_fk' })
  @Column({ type: 'uuid', name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;
}
