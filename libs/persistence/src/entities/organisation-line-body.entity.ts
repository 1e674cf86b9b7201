import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { OrganisationEntity } from './organisation.entity.js';
import { OrganisationLineEntity } from './organisation-line.entity.js';

/** One of the bodies to which a line leads. */
@Index('organisation_line_bodies_by_to', ['toCode'])
@Entity({ name: 'organisation_line_bodies' })
export class OrganisationLineBodyEntity {
  @ForeignKey(() => OrganisationLineEntity, { name: 'organisation_line_bodies_line_fk' })
  @PrimaryColumn({ type: 'bigint', name: 'line_id', primaryKeyConstraintName: 'organisation_line_bodies_pk' })
  lineId!: number;

  @ForeignKey(() => OrganisationEntity, { name: 'organisation_line_bodies_to_fk' })
  @PrimaryColumn({ type: 'text', name: 'to_code', primaryKeyConstraintName: 'organisation_line_bodies_pk' })
  toCode!: string;
}
