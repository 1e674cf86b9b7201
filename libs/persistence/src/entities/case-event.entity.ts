import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { WithChecks } from './with-checks.js';

/** The legal history; rows are only added. */
@WithChecks('case_events_case_kind_known', 'case_events_sequence_counted_from_one')
@Index('case_events_command_once', ['commandId'], { unique: true, where: 'command_id IS NOT NULL' })
@Index('case_events_by_actor', ['actorId'])
@Entity({ name: 'case_events' })
export class CaseEventEntity {
  @PrimaryColumn({ type: 'text', name: 'case_kind', primaryKeyConstraintName: 'case_events_pk' })
  caseKind!: string;

  @PrimaryColumn({ type: 'text', name: 'case_id', primaryKeyConstraintName: 'case_events_pk' })
  caseId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'case_events_pk' })
  sequence!: number;

  @Column({ type: 'text' })
  event!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  rule!: string;

  @Column({ type: 'jsonb' })
  facts!: Readonly<Record<string, unknown>>;

  @ForeignKey(() => AccountEntity, { name: 'case_events_actor_fk' })
  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column({ type: 'text', name: 'command_id', nullable: true })
  commandId!: string | null;

  @Column({ type: 'text', name: 'content_hash' })
  contentHash!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;
}
