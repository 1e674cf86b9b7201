import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { ConferenceEntity } from './conference.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** A body that was asked for opinions (D8.1b) or invited (D8.1g). */
@WithChecks(
  'conference_bodies_asked_or_invited',
  'conference_bodies_attendance_known',
  'conference_bodies_attendee_rank_known',
  'conference_bodies_answers_are_whole',
)
@Index('conference_bodies_by_organisation', ['organisationCode'])
@Entity({ name: 'conference_bodies' })
export class ConferenceBodyEntity {
  @ForeignKey(() => ConferenceEntity, { name: 'conference_bodies_conference_fk' })
  @PrimaryColumn({ type: 'uuid', name: 'conference_id', primaryKeyConstraintName: 'conference_bodies_pk' })
  conferenceId!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'conference_bodies_organisation_fk' })
  @PrimaryColumn({ type: 'text', name: 'organisation_code', primaryKeyConstraintName: 'conference_bodies_pk' })
  organisationCode!: string;

  @Column({ type: 'date', name: 'asked_on', nullable: true })
  askedOn!: string | null;

  @Column({ type: 'date', name: 'invited_on', nullable: true })
  invitedOn!: string | null;

  @Column({ type: 'date', name: 'opinions_on', nullable: true })
  opinionsOn!: string | null;

  @Column({ type: 'boolean', name: 'opinions_are_none', nullable: true })
  opinionsAreNone!: boolean | null;

  @Column({ type: 'text', nullable: true })
  attendance!: string | null;

  @Column({ type: 'text', name: 'attendee_rank', nullable: true })
  attendeeRank!: string | null;

  @Column({ type: 'date', name: 'attendance_on', nullable: true })
  attendanceOn!: string | null;

  @Column({ type: 'date', name: 'left_on', nullable: true })
  leftOn!: string | null;
}
