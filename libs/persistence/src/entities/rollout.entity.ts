import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { WithChecks } from './with-checks.js';

/** A change that every open case concerned is to hear of (D11.1c, D11.3). */
@WithChecks('rollouts_kind_known', 'rollouts_id_begins_with_kind', 'rollouts_withdrawn_or_finished')
@Index('rollouts_by_requested_by', ['requestedBy'])
@Entity({ name: 'rollouts' })
export class RolloutEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'rollouts_pk' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'jsonb' })
  command!: Readonly<Record<string, unknown>>;

  @Column({ type: 'date', name: 'due_on' })
  dueOn!: string;

  @Column({ type: 'timestamptz', name: 'requested_at', default: () => 'now()' })
  requestedAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'rollouts_requested_by_fk' })
  @Column({ type: 'uuid', name: 'requested_by', nullable: true })
  requestedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
