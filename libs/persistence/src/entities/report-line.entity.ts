import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** Who sends reports, copies of them, or the results of conferences to whom (D8.2b, D11.2b, D14.1). */
@WithChecks('report_lines_kind_known', 'report_lines_to_another')
@Index('report_lines_by_to', ['toCode', 'kind'])
@Entity({ name: 'report_lines' })
export class ReportLineEntity {
  @ForeignKey(() => OrganisationEntity, { name: 'report_lines_organisation_fk' })
  @PrimaryColumn({ type: 'text', name: 'organisation_code', primaryKeyConstraintName: 'report_lines_pk' })
  organisationCode!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'report_lines_pk' })
  kind!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'report_lines_to_fk' })
  @PrimaryColumn({ type: 'text', name: 'to_code', primaryKeyConstraintName: 'report_lines_pk' })
  toCode!: string;

  @Column({ type: 'text', default: '' })
  source!: string;
}
