import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

import { CommandEntity } from './command.entity.js';

/** Another matter of one letter, until the command that splits it is accepted (D8.1c). */
@Unique('petition_parts_place_once', ['commandId', 'place'])
@Entity({ name: 'petition_parts' })
export class PetitionPartEntity {
  @PrimaryColumn({ type: 'uuid', name: 'petition_id', primaryKeyConstraintName: 'petition_parts_pk' })
  petitionId!: string;

  @ForeignKey(() => CommandEntity, { name: 'petition_parts_command_fk' })
  @Column({ type: 'text', name: 'command_id' })
  commandId!: string;

  @Column({ type: 'integer' })
  place!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  content!: string;

  @Column({ type: 'bytea', nullable: true })
  sealed!: Buffer | null;
}
