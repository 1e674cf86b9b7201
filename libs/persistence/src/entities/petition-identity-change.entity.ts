import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { CommandEntity } from './command.entity.js';
import { PetitionSubmissionEntity } from './petition-submission.entity.js';

/** Who stands behind a petition once the command is accepted that says so, sealed (D2.2, D11.1d). */
@Index('petition_identity_changes_by_petition', ['petitionId'])
@Entity({ name: 'petition_identity_changes' })
export class PetitionIdentityChangeEntity {
  @ForeignKey(() => CommandEntity, { name: 'petition_identity_changes_command_fk' })
  @PrimaryColumn({ type: 'text', name: 'command_id', primaryKeyConstraintName: 'petition_identity_changes_pk' })
  commandId!: string;

  @ForeignKey(() => PetitionSubmissionEntity, { name: 'petition_identity_changes_petition_fk' })
  @Column({ type: 'uuid', name: 'petition_id' })
  petitionId!: string;

  @Column({ type: 'bytea' })
  sealed!: Buffer;
}
