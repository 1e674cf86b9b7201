import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { ConferencePlanEntity } from './conference-plan.entity.js';
import { OrganisationEntity } from './organisation.entity.js';

/** A body that helps the lead office prepare a conference (D7.1, D7.2). */
@Index('conference_coordinators_by_organisation', ['organisationCode'])
@Entity({ name: 'conference_coordinators' })
export class ConferenceCoordinatorEntity {
  @ForeignKey(() => ConferencePlanEntity, { name: 'conference_coordinators_conference_fk' })
  @PrimaryColumn({ type: 'uuid', name: 'conference_id', primaryKeyConstraintName: 'conference_coordinators_pk' })
  conferenceId!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'conference_coordinators_organisation_fk' })
  @PrimaryColumn({ type: 'text', name: 'organisation_code', primaryKeyConstraintName: 'conference_coordinators_pk' })
  organisationCode!: string;
}
