import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

import { WithChecks } from './with-checks.js';

/** A level of the country's order; the highest has rank 1. The district ended on 30 June 2025. */
@WithChecks('levels_rank_from_one', 'levels_valid_to_after_valid_from')
@Unique('levels_rank_once', ['rank'], { deferrable: 'INITIALLY DEFERRED' })
@Entity({ name: 'levels' })
export class LevelEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'levels_pk' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'integer' })
  rank!: number;

  @Column({ type: 'date', name: 'valid_from', nullable: true })
  validFrom!: string | null;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;
}
