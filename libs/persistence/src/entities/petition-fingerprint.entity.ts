import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { PetitionSubmissionEntity } from './petition-submission.entity.js';

/** By what a person is known again, without being known (D11.1d). */
@Index('petition_fingerprints_by_fingerprint', ['fingerprint'])
@Entity({ name: 'petition_fingerprints' })
export class PetitionFingerprintEntity {
  @ForeignKey(() => PetitionSubmissionEntity, { name: 'petition_fingerprints_petition_fk' })
  @PrimaryColumn({ type: 'uuid', name: 'petition_id', primaryKeyConstraintName: 'petition_fingerprints_pk' })
  petitionId!: string;

  @PrimaryColumn({ type: 'bytea', primaryKeyConstraintName: 'petition_fingerprints_pk' })
  fingerprint!: Buffer;
}
