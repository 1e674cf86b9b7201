import { Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** Which body has a role of article 7 in an area, from which day to which (D7.1, D7.2). */
@WithChecks('routing_bodies_role_known', 'routing_bodies_valid_to_after_valid_from')
@Exclusion('routing_bodies_one_at_a_time', 'see the migration')
@Index('routing_bodies_by_body', ['bodyCode'])
@Entity({ name: 'routing_bodies' })
export class RoutingBodyEntity {
  @ForeignKey(() => OrganisationEntity, { name: 'routing_bodies_area_fk' })
  @PrimaryColumn({ type: 'text', name: 'area_code', primaryKeyConstraintName: 'routing_bodies_pk' })
  areaCode!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'routing_bodies_pk' })
  role!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'routing_bodies_body_fk' })
  @PrimaryColumn({ type: 'text', name: 'body_code', primaryKeyConstraintName: 'routing_bodies_pk' })
  bodyCode!: string;

  @Column({ type: 'date', name: 'valid_from', nullable: true })
  validFrom!: string | null;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column({ type: 'text', default: '' })
  source!: string;
}
