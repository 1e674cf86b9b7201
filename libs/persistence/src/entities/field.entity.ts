import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

import { WithChecks } from './with-checks.js';

/** A field of the list: one of article 5, or one under it that may be given to cases on these days (D5). */
@WithChecks('fields_root_known', 'fields_of_article_for_ever', 'fields_valid_to_after_valid_from')
@Unique('fields_name_once_per_root', ['rootCode', 'name'])
@Entity({ name: 'fields' })
export class FieldEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'fields_pk' })
  code!: string;

  @ForeignKey(() => FieldEntity, { name: 'fields_root_fk' })
  @Column({ type: 'text', name: 'root_code' })
  rootCode!: string;

  @Column({ type: 'text' })
  name!: string;

  /** Among those of its root; of the roots, in the order of article 5. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'date', name: 'valid_from', nullable: true })
  validFrom!: string | null;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;
}
