import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** Who took over from a body that ended, from which day on; the main one has its past and its open work (D11.3, D14.1). */
@WithChecks('organisation_successors_kind_known', 'organisation_successors_another')
@Index('organisation_successors_one_main', ['predecessorCode'], { unique: true, where: 'is_main' })
@Index('organisation_successors_by_successor', ['successorCode'])
@Entity({ name: 'organisation_successors' })
export class OrganisationSuccessorEntity {
  @ForeignKey(() => OrganisationEntity, { name: 'organisation_successors_predecessor_fk' })
  @PrimaryColumn({ type: 'text', name: 'predecessor_code', primaryKeyConstraintName: 'organisation_successors_pk' })
  predecessorCode!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'organisation_successors_successor_fk' })
  @PrimaryColumn({ type: 'text', name: 'successor_code', primaryKeyConstraintName: 'organisation_successors_pk' })
  successorCode!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'date', name: 'on_day' })
  onDay!: string;

  @Column({ type: 'boolean', name: 'is_main' })
  isMain!: boolean;

  @Column({ type: 'text', default: '' })
  source!: string;
}
