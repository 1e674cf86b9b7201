import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { FieldEntity } from './field.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** A conference as it was planned (D8.1a); never changed. */
@WithChecks(
  'conference_plans_kind_known',
  'conference_plans_host_known',
  'conference_plans_field_when_ad_hoc',
  'conference_plans_starts_at_is_an_hour',
  'conference_plans_host_post_known',
  'conference_plans_routing_case_known',
  'conference_plans_lead_offices_differ',
  'conference_plans_demand_is_whole',
)
@Unique('conference_plans_number_once', ['number'])
@Index('conference_plans_by_words', { synchronize: false })
@Index('conference_plans_by_field', ['field'])
@Index('conference_plans_by_organisation', ['organisationCode'])
@Index('conference_plans_by_lead_office', ['leadOfficeCode'])
@Index('conference_plans_by_co_lead_office', ['coLeadOfficeCode'])
@Index('conference_plans_by_planned_by', ['plannedBy'])
@Index('conference_plans_by_demanded_by', ['demandedByCode'])
@Entity({ name: 'conference_plans' })
export class ConferencePlanEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'conference_plans_pk' })
  id!: string;

  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  host!: string;

  @ForeignKey(() => FieldEntity, { name: 'conference_plans_field_fk' })
  @Column({ type: 'text', nullable: true })
  field!: string | null;

  @ForeignKey(() => OrganisationEntity, { name: 'conference_plans_organisation_fk' })
  @Column({ type: 'text', name: 'organisation_code' })
  organisationCode!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'conference_plans_lead_office_fk' })
  @Column({ type: 'text', name: 'lead_office_code' })
  leadOfficeCode!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  contents!: string;

  @Column({ type: 'text' })
  place!: string;

  @Column({ type: 'text', nullable: true })
  programme!: string | null;

  @Column({ type: 'date', name: 'on_day' })
  onDay!: string;

  @Column({ type: 'text', name: 'starts_at' })
  startsAt!: string;

  @Column({ type: 'timestamptz', name: 'planned_at' })
  plannedAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'conference_plans_planned_by_fk' })
  @Column({ type: 'uuid', name: 'planned_by', nullable: true })
  plannedBy!: string | null;

  @Column({ type: 'text', name: 'host_post', nullable: true })
  hostPost!: string | null;

  @Column({ type: 'text', name: 'routing_case', nullable: true })
  routingCase!: string | null;

  @ForeignKey(() => OrganisationEntity, { name: 'conference_plans_co_lead_office_fk' })
  @Column({ type: 'text', name: 'co_lead_office_code', nullable: true })
  coLeadOfficeCode!: string | null;

  @Column({ type: 'text', name: 'lead_office_reason', nullable: true })
  leadOfficeReason!: string | null;

  @Column({ type: 'text', name: 'lead_office_named_by', nullable: true })
  leadOfficeNamedBy!: string | null;

  @ForeignKey(() => OrganisationEntity, { name: 'conference_plans_demanded_by_fk' })
  @Column({ type: 'text', name: 'demanded_by_code', nullable: true })
  demandedByCode!: string | null;

  @Column({ type: 'text', name: 'demand_number', nullable: true })
  demandNumber!: string | null;

  @Column({ type: 'date', name: 'demand_on', nullable: true })
  demandOn!: string | null;
}
