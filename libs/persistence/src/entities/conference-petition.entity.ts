import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { ConferenceEntity } from './conference.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { PetitionSubmissionEntity } from './petition-submission.entity.js';
import { WithChecks } from './with-checks.js';

/** What a conference has to conclude, and what became of it (D8.1e, D8.1f, D9, D11.1b). */
@WithChecks(
  'conference_petitions_path_known',
  'conference_petitions_conclusion_known',
  'conference_petitions_urgency_known',
  'conference_petitions_prepared_by_somebody',
)
@Index('conference_petitions_by_petition', ['petitionId'])
@Index('conference_petitions_by_prepared_by', ['preparedByCode'])
@Entity({ name: 'conference_petitions' })
export class ConferencePetitionEntity {
  @ForeignKey(() => ConferenceEntity, { name: 'conference_petitions_conference_fk' })
  @PrimaryColumn({ type: 'uuid', name: 'conference_id', primaryKeyConstraintName: 'conference_petitions_pk' })
  conferenceId!: string;

  @ForeignKey(() => PetitionSubmissionEntity, { name: 'conference_petitions_petition_fk' })
  @PrimaryColumn({ type: 'uuid', name: 'petition_id', primaryKeyConstraintName: 'conference_petitions_pk' })
  petitionId!: string;

  @Column({ type: 'text' })
  path!: string;

  @Column({ type: 'boolean', name: 'is_raised' })
  isRaised!: boolean;

  @Column({ type: 'text', nullable: true })
  conclusion!: string | null;

  @Column({ type: 'date', name: 'attached_on' })
  attachedOn!: string;

  @Column({ type: 'date', name: 'followed_up_on', nullable: true })
  followedUpOn!: string | null;

  @Column({ type: 'date', name: 'detached_on', nullable: true })
  detachedOn!: string | null;

  @ForeignKey(() => OrganisationEntity, { name: 'conference_petitions_prepared_by_fk' })
  @Column({ type: 'text', name: 'prepared_by_code', nullable: true })
  preparedByCode!: string | null;

  @Column({ type: 'date', name: 'prepared_on', nullable: true })
  preparedOn!: string | null;

  @Column({ type: 'text', nullable: true })
  urgency!: string | null;

  @Column({ type: 'boolean', name: 'is_beyond_authority', default: false })
  isBeyondAuthority!: boolean;

  @Column({ type: 'boolean', name: 'is_after_briefing', default: false })
  isAfterBriefing!: boolean;
}
