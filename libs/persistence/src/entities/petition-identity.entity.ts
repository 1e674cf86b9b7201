import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { PetitionSubmissionEntity } from './petition-submission.entity.js';

/** Who stands behind a petition, sealed (D11.1d). */
@Entity({ name: 'petition_identities' })
export class PetitionIdentityEntity {
  @ForeignKey(() => PetitionSubmissionEntity, { name: 'petition_identities_petition_fk' })
  @PrimaryColumn({ type: 'uuid', name: 'petition_id', primaryKeyConstraintName: 'petition_identities_pk' })
  petitionId!: string;

  @Column({ type: 'bytea' })
  sealed!: Buffer;
}
