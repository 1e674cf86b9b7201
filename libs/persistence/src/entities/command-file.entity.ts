import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import { CommandEntity } from './command.entity.js';
import { FileEntity } from './file.entity.js';

/** A file that a command names; it counts once the case has accepted the command. */
@Unique('command_files_place_once', ['commandId', 'place'])
@Index('command_files_by_file', ['fileId'])
@Entity({ name: 'command_files' })
export class CommandFileEntity {
  @ForeignKey(() => CommandEntity, { name: 'command_files_command_fk' })
  @PrimaryColumn({ type: 'text', name: 'command_id', primaryKeyConstraintName: 'command_files_pk' })
  commandId!: string;

  @ForeignKey(() => FileEntity, { name: 'command_files_file_fk' })
  @PrimaryColumn({ type: 'uuid', name: 'file_id', primaryKeyConstraintName: 'command_files_pk' })
  fileId!: string;

  @Column({ type: 'integer' })
  place!: number;

  @Column({ type: 'boolean', name: 'is_for_agency' })
  isForAgency!: boolean;
}
