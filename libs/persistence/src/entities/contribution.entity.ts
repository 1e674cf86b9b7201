import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AssignmentEntity } from './assignment.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** What a cooperating body owes, or has given, to the agency that leads a round (D11.1b, D11.1c). */
@WithChecks('contributions_given_by_a_document', 'contributions_late_only_when_given')
@Index('contributions_by_agency', ['agencyCode'])
@ForeignKey(() => AssignmentEntity, ['petitionId', 'round'], ['petitionId', 'round'], {
  name: 'contributions_assignment_fk',
})
@Entity({ name: 'contributions' })
export class ContributionEntity {
  @PrimaryColumn({ type: 'uuid', name: 'petition_id', primaryKeyConstraintName: 'contributions_pk' })
  petitionId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'contributions_pk' })
  round!: number;

  @ForeignKey(() => OrganisationEntity, { name: 'contributions_agency_fk' })
  @PrimaryColumn({ type: 'text', name: 'agency_code', primaryKeyConstraintName: 'contributions_pk' })
  agencyCode!: string;

  @Column({ type: 'date', name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column({ type: 'date', name: 'contributed_on', nullable: true })
  contributedOn!: string | null;

  @Column({ type: 'text', name: 'document_number', nullable: true })
  documentNumber!: string | null;

  @Column({ type: 'date', name: 'document_on', nullable: true })
  documentOn!: string | null;

  @Column({ type: 'boolean', name: 'is_late' })
  isLate!: boolean;

  /** When a successor took it over (D11.3). */
  @Column({ type: 'date', name: 'ended_on', nullable: true })
  endedOn!: string | null;
}
