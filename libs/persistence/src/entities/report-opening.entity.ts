import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** A report that a period or a request opens (D14.1, D14.2); never changed. */
@WithChecks(
  'report_openings_id_says_both',
  'report_openings_code_is_plain',
  'report_openings_kind_known',
  'report_openings_period_in_order',
)
@Unique('report_openings_once_per_period', ['organisationCode', 'code'])
@Index('report_openings_newest_first', ['dueOn', 'id'])
@Index('report_openings_by_lead_office', ['leadOfficeCode'])
@Index('report_openings_by_opened_by', ['openedBy'])
@Entity({ name: 'report_openings' })
export class ReportOpeningEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'report_openings_pk' })
  id!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'report_openings_organisation_fk' })
  @Column({ type: 'text', name: 'organisation_code' })
  organisationCode!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'report_openings_lead_office_fk' })
  @Column({ type: 'text', name: 'lead_office_code' })
  leadOfficeCode!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'date', name: 'from_day' })
  fromDay!: string;

  @Column({ type: 'date', name: 'cut_on' })
  cutOn!: string;

  @Column({ type: 'date', name: 'due_on' })
  dueOn!: string;

  @Column({ type: 'boolean', name: 'has_superior' })
  hasSuperior!: boolean;

  @Column({ type: 'timestamptz', name: 'opened_at', default: () => 'now()' })
  openedAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'report_openings_opened_by_fk' })
  @Column({ type: 'uuid', name: 'opened_by', nullable: true })
  openedBy!: string | null;
}
