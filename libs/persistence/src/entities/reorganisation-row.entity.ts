import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { ReorganisationEntity } from './reorganisation.entity.js';
import { WithChecks } from './with-checks.js';

/** A post, a holding, an address or a line that a successor was given of its predecessor (D11.3, D14.1). */
@WithChecks('reorganisation_rows_kind_known')
@Entity({ name: 'reorganisation_rows' })
export class ReorganisationRowEntity {
  @ForeignKey(() => ReorganisationEntity, { name: 'reorganisation_rows_reorganisation_fk' })
  @PrimaryColumn({ type: 'uuid', name: 'reorganisation_id', primaryKeyConstraintName: 'reorganisation_rows_pk' })
  reorganisationId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'reorganisation_rows_pk' })
  kind!: string;

  @PrimaryColumn({ type: 'text', name: 'row_id', primaryKeyConstraintName: 'reorganisation_rows_pk' })
  rowId!: string;
}
