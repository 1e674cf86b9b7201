import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { MailDeliveryEntity } from './mail-delivery.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** The link of one letter, by which its body acts once on its case; the token is known by its hash. */
@WithChecks(
  'case_links_token_is_hash',
  'case_links_case_kind_known',
  'case_links_opened_first_and_last',
  'case_links_revoked_because_known',
  'case_links_revocation_is_whole',
)
@Unique('case_links_token_once', ['tokenHash'])
@Unique('case_links_of_one_case', ['id', 'caseKind', 'caseId'])
@Index('case_links_by_case', ['caseKind', 'caseId', 'createdAt'])
@Index('case_links_by_delivery', ['deliveryId'])
@Index('case_links_by_organisation', ['organisationCode'])
@Index('case_links_by_revoked_by', ['revokedBy'])
@Entity({ name: 'case_links' })
export class CaseLinkEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'case_links_pk' })
  id!: string;

  @Column({ type: 'bytea', name: 'token_hash' })
  tokenHash!: Buffer;

  @ForeignKey(() => MailDeliveryEntity, { name: 'case_links_delivery_fk' })
  @Column({ type: 'uuid', name: 'delivery_id' })
  deliveryId!: string;

  @Column({ type: 'text', name: 'case_kind' })
  caseKind!: string;

  @Column({ type: 'text', name: 'case_id' })
  caseId!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'case_links_organisation_fk' })
  @Column({ type: 'text', name: 'organisation_code' })
  organisationCode!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'first_opened_at', nullable: true })
  firstOpenedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'last_opened_at', nullable: true })
  lastOpenedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @ForeignKey(() => AccountEntity, { name: 'case_links_revoked_by_fk' })
  @Column({ type: 'uuid', name: 'revoked_by', nullable: true })
  revokedBy!: string | null;

  @Column({ type: 'text', name: 'revoked_because', nullable: true })
  revokedBecause!: string | null;
}
