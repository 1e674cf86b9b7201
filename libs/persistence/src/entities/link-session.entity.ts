import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { CaseLinkEntity } from './case-link.entity.js';
import { CommandEntity } from './command.entity.js';
import { WithChecks } from './with-checks.js';

/** Somebody has opened a link: for an hour, known by the hash of a secret of its own. */
@WithChecks('link_sessions_secret_is_hash', 'link_sessions_are_short')
@Index('link_sessions_by_link', ['linkId'])
@Index('link_sessions_by_command', ['commandId'])
@Index('link_sessions_by_expiry', ['expiresAt'])
@Entity({ name: 'link_sessions' })
export class LinkSessionEntity {
  @PrimaryColumn({ type: 'bytea', name: 'secret_hash', primaryKeyConstraintName: 'link_sessions_pk' })
  secretHash!: Buffer;

  @ForeignKey(() => CaseLinkEntity, { name: 'link_sessions_link_fk' })
  @Column({ type: 'uuid', name: 'link_id' })
  linkId!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @ForeignKey(() => CommandEntity, { name: 'link_sessions_command_fk' })
  @Column({ type: 'text', name: 'command_id', nullable: true })
  commandId!: string | null;
}
