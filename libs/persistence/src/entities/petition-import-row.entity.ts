import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { PetitionImportEntity } from './petition-import.entity.js';
import { WithChecks } from './with-checks.js';

/** One line of a file of petitions, and what has become of it. */
@WithChecks('petition_import_rows_state_known', 'petition_import_rows_is_whole')
@Index('petition_import_rows_once', ['officeCode', 'rowKey'], {
  unique: true,
  where: "state IN ('waiting', 'registered')",
})
@Index('petition_import_rows_waiting', ['importId', 'line'], { where: "state = 'waiting'" })
@Index('petition_import_rows_by_petition', ['petitionId'])
@Entity({ name: 'petition_import_rows' })
export class PetitionImportRowEntity {
  @ForeignKey(() => PetitionImportEntity, { name: 'petition_import_rows_import_fk' })
  @PrimaryColumn({ type: 'uuid', name: 'import_id', primaryKeyConstraintName: 'petition_import_rows_pk' })
  importId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'petition_import_rows_pk' })
  line!: number;

  @Column({ type: 'text', name: 'office_code' })
  officeCode!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'text', nullable: true })
  reference!: string | null;

  @Column({ type: 'text', name: 'row_key', nullable: true })
  rowKey!: string | null;

  @Column({ type: 'text', nullable: true })
  fingerprint!: string | null;

  @Column({ type: 'uuid', name: 'petition_id', nullable: true })
  petitionId!: string | null;

  @Column({ type: 'text', name: 'command_id', nullable: true })
  commandId!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  registration!: Readonly<Record<string, unknown>> | null;

  @Column({ type: 'bytea', name: 'sealed_identity', nullable: true })
  sealedIdentity!: Buffer | null;

  @Column({ type: 'jsonb', nullable: true })
  faults!: readonly unknown[] | null;

  @Column({ type: 'bytea', name: 'sealed_cells', nullable: true })
  sealedCells!: Buffer | null;

  @Column({ type: 'timestamptz', name: 'registered_at', nullable: true })
  registeredAt!: Date | null;
}
