import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** What a body was below until a day; its own row names what came after. */
@WithChecks('organisation_former_parents_own_parent_never')
@Index('organisation_former_parents_by_parent', ['parentCode'])
@Entity({ name: 'organisation_former_parents' })
export class OrganisationFormerParentEntity {
  @ForeignKey(() => OrganisationEntity, { name: 'organisation_former_parents_organisation_fk' })
  @PrimaryColumn({
    type: 'text',
    name: 'organisation_code',
    primaryKeyConstraintName: 'organisation_former_parents_pk',
  })
  organisationCode!: string;

  @PrimaryColumn({ type: 'date', name: 'valid_to', primaryKeyConstraintName: 'organisation_former_parents_pk' })
  validTo!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'organisation_former_parents_parent_fk' })
  @Column({ type: 'text', name: 'parent_code' })
  parentCode!: string;

  @Column({ type: 'text', default: '' })
  source!: string;
}
