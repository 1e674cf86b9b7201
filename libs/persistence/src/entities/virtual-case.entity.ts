import { Entity, PrimaryColumn } from 'typeorm';

import { WithChecks } from './with-checks.js';

/** A case that counts on its workflow's own clock; tests and demonstrations only. */
@WithChecks('virtual_cases_case_kind_known')
@Entity({ name: 'virtual_cases' })
export class VirtualCaseEntity {
  @PrimaryColumn({ type: 'text', name: 'case_kind', primaryKeyConstraintName: 'virtual_cases_pk' })
  caseKind!: string;

  @PrimaryColumn({ type: 'text', name: 'case_id', primaryKeyConstraintName: 'virtual_cases_pk' })
  caseId!: string;
}
