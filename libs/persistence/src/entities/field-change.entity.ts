import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { FieldEntity } from './field.entity.js';

/** Who has changed a field of the list, and how it was from then on (D5); never changed. */
@Index('field_changes_by_field', ['fieldCode', 'id'])
@Index('field_changes_by_changed_by', ['changedBy'])
@Entity({ name: 'field_changes' })
export class FieldChangeEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'field_changes_pk',
  })
  id!: number;

  @ForeignKey(() => FieldEntity, { name: 'field_changes_field_fk' })
  @Column({ type: 'text', name: 'field_code' })
  fieldCode!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column({ type: 'timestamptz', name: 'changed_at', default: () => 'now()' })
  changedAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'field_changes_changed_by_fk' })
  @Column({ type: 'uuid', name: 'changed_by' })
  changedBy!: string;
}
