import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { WithChecks } from './with-checks.js';

/** Something to be told outside of PostgreSQL. */
@WithChecks('outbox_kind_known', 'outbox_case_kind_fits_kind')
@Unique('outbox_command_once', ['commandId'])
@Index('outbox_by_case', ['caseKind', 'caseId', 'id'])
@Index('outbox_waiting', ['nextAttemptAt', 'id'], { where: 'sent_at IS NULL' })
@Entity({ name: 'outbox' })
export class OutboxEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'outbox_pk',
  })
  id!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', name: 'case_kind' })
  caseKind!: string;

  @Column({ type: 'text', name: 'case_id' })
  caseId!: string;

  @Column({ type: 'jsonb' })
  payload!: Readonly<Record<string, unknown>>;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ type: 'timestamptz', name: 'next_attempt_at', default: () => 'clock_timestamp()' })
  nextAttemptAt!: Date;

  @Column({ type: 'text', name: 'last_error', nullable: true })
  lastError!: string | null;

  /** Under which a case takes what it is told, once. The schema builder reads defaults without their casts. */
  @Column({ type: 'text', name: 'command_id', default: () => '(gen_random_uuid())' })
  commandId!: string;
}
