import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { WithChecks } from './with-checks.js';

/** A comparison of the register with what runs. */
@WithChecks('reconciliations_given_up_is_finished')
@Index('reconciliations_newest_first', ['startedAt', 'id'])
@Index('reconciliations_by_requested_by', ['requestedBy'])
// On an expression, which TypeORM cannot say.
@Index('reconciliations_one_at_a_time', { synchronize: false })
@Entity({ name: 'reconciliations' })
export class ReconciliationEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'reconciliations_pk' })
  id!: string;

  @Column({ type: 'timestamptz', name: 'started_at', default: () => 'now()' })
  startedAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'reconciliations_requested_by_fk' })
  @Column({ type: 'uuid', name: 'requested_by', nullable: true })
  requestedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'touched_at', default: () => 'now()' })
  touchedAt!: Date;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'boolean', name: 'is_given_up', default: false })
  isGivenUp!: boolean;

  @Column({ type: 'integer', default: 0 })
  looked!: number;
}
