import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import type { OrganisationCode } from '@dialogue/domain';

import type { AccountRole } from '../accounts/accounts.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** Who may log in, as what, for which organisation. */
@WithChecks('accounts_username_in_small_letters', 'accounts_role_known', 'accounts_organisation_unless_central')
@Unique('accounts_username_once', ['username'])
@Index('accounts_by_organisation', ['organisationCode'])
@Entity({ name: 'accounts' })
export class AccountEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'accounts_pk' })
  id!: string;

  @Column({ type: 'text' })
  username!: string;

  @Column({ type: 'text', name: 'password_hash' })
  passwordHash!: string;

  @Column({ type: 'text' })
  role!: AccountRole;

  @ForeignKey(() => OrganisationEntity, { name: 'accounts_organisation_fk' })
  @Column({ type: 'text', name: 'organisation_code', nullable: true })
  organisationCode!: OrganisationCode | null;

  @Column({ type: 'boolean', name: 'is_active', default: true })
  isActive!: boolean;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
