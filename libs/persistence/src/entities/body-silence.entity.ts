import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { LetterEntity } from './letter.entity.js';
import { OrganisationEntity } from './organisation.entity.js';

/** That a body did not stir, of which its superior was told (D11.3). */
@Index('body_silences_by_letter', ['letterId'])
@Entity({ name: 'body_silences' })
export class BodySilenceEntity {
  @ForeignKey(() => OrganisationEntity, { name: 'body_silences_organisation_fk' })
  @PrimaryColumn({ type: 'text', name: 'organisation_code', primaryKeyConstraintName: 'body_silences_pk' })
  organisationCode!: string;

  @PrimaryColumn({ type: 'timestamptz', primaryKeyConstraintName: 'body_silences_pk' })
  since!: Date;

  @Column({ type: 'integer', name: 'working_days' })
  workingDays!: number;

  @Column({ type: 'timestamptz', name: 'told_at', default: () => 'now()' })
  toldAt!: Date;

  /** Null: the body has no superior. */
  @ForeignKey(() => LetterEntity, { name: 'body_silences_letter_fk' })
  @Column({ type: 'uuid', name: 'letter_id', nullable: true })
  letterId!: string | null;
}
