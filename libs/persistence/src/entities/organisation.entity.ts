import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { LevelEntity } from './level.entity.js';
import { WithChecks } from './with-checks.js';

/** A body or an administrative unit, with its lines (D7, D11.1b, D11.3). */
@WithChecks(
  'organisations_kind_known',
  'organisations_valid_to_after_valid_from',
  'organisations_succeeded_when_ended',
  'organisations_own_parent_never',
)
@Index('organisations_by_level', ['level'])
@Index('organisations_by_parent', ['parentCode'])
@Index('organisations_by_unit', ['unitCode'])
@Index('organisations_by_lead_office', ['leadOfficeCode'])
@Index('organisations_by_monitor', ['monitorCode'])
@Index('organisations_by_front', ['frontCode'])
@Index('organisations_by_successor', ['successorCode'])
@Entity({ name: 'organisations' })
export class OrganisationEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'organisations_pk' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kind!: string;

  @ForeignKey(() => LevelEntity, { name: 'organisations_level_fk' })
  @Column({ type: 'text' })
  level!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'organisations_parent_fk', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text', name: 'parent_code', nullable: true })
  parentCode!: string | null;

  @ForeignKey(() => OrganisationEntity, { name: 'organisations_unit_fk', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text', name: 'unit_code', nullable: true })
  unitCode!: string | null;

  @ForeignKey(() => OrganisationEntity, { name: 'organisations_lead_office_fk', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text', name: 'lead_office_code', nullable: true })
  leadOfficeCode!: string | null;

  @ForeignKey(() => OrganisationEntity, { name: 'organisations_monitor_fk', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text', name: 'monitor_code', nullable: true })
  monitorCode!: string | null;

  @ForeignKey(() => OrganisationEntity, { name: 'organisations_front_fk', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text', name: 'front_code', nullable: true })
  frontCode!: string | null;

  @Column({ type: 'date', name: 'valid_from', nullable: true })
  validFrom!: string | null;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;

  @ForeignKey(() => OrganisationEntity, { name: 'organisations_successor_fk', deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'text', name: 'successor_code', nullable: true })
  successorCode!: string | null;

  @Column({ type: 'text', default: '' })
  source!: string;

  /** Set: an office has edited the row, and the files of `data/` no longer speak for it. */
  @Column({ type: 'timestamptz', name: 'edited_at', nullable: true })
  editedAt!: Date | null;
}
