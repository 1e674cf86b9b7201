import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** A calendar of deadlines under a secret address (D11.1c, D11.3). */
@WithChecks('calendar_feeds_token_is_hash', 'calendar_feeds_kind_known', 'calendar_feeds_revoked_by_somebody')
@Unique('calendar_feeds_token_once', ['tokenHash'])
@Index('calendar_feeds_by_organisation', ['organisationCode'])
@Index('calendar_feeds_by_created_by', ['createdBy'])
@Index('calendar_feeds_by_revoked_by', ['revokedBy'])
@Entity({ name: 'calendar_feeds' })
export class CalendarFeedEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'calendar_feeds_pk' })
  id!: string;

  @Column({ type: 'text', name: 'token_hash' })
  tokenHash!: string;

  @Column({ type: 'text' })
  kind!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'calendar_feeds_organisation_fk' })
  @Column({ type: 'text', name: 'organisation_code' })
  organisationCode!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'calendar_feeds_created_by_fk' })
  @Column({ type: 'uuid', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @ForeignKey(() => AccountEntity, { name: 'calendar_feeds_revoked_by_fk' })
  @Column({ type: 'uuid', name: 'revoked_by', nullable: true })
  revokedBy!: string | null;
}
