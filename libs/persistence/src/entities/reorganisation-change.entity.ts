import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { OrganisationEntity } from './organisation.entity.js';
import { ReorganisationEntity } from './reorganisation.entity.js';
import { WithChecks } from './with-checks.js';

/** One predecessor with one of its successors, as it was decided (D11.3). */
@WithChecks('reorganisation_changes_kind_known', 'reorganisation_changes_successor_named')
@Index('reorganisation_changes_by_predecessor', ['predecessorCode'])
@Entity({ name: 'reorganisation_changes' })
export class ReorganisationChangeEntity {
  @ForeignKey(() => ReorganisationEntity, { name: 'reorganisation_changes_reorganisation_fk' })
  @PrimaryColumn({ type: 'uuid', name: 'reorganisation_id', primaryKeyConstraintName: 'reorganisation_changes_pk' })
  reorganisationId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'reorganisation_changes_pk' })
  place!: number;

  @Column({ type: 'text' })
  kind!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'reorganisation_changes_predecessor_fk' })
  @Column({ type: 'text', name: 'predecessor_code' })
  predecessorCode!: string;

  @Column({ type: 'text', name: 'successor_code', nullable: true })
  successorCode!: string | null;

  @Column({ type: 'text', name: 'successor_name', nullable: true })
  successorName!: string | null;

  @Column({ type: 'boolean', name: 'is_main' })
  isMain!: boolean;

  @Column({ type: 'boolean', name: 'is_new' })
  isNew!: boolean;

  @Column({ type: 'timestamptz', name: 'predecessor_edited_at', nullable: true })
  predecessorEditedAt!: Date | null;
}
