import { Column, Entity, PrimaryColumn } from 'typeorm';

import { WithChecks } from './with-checks.js';

/** A state of the working calendar; it counts once it is published. */
@WithChecks('calendar_editions_counted_from_one')
@Entity({ name: 'calendar_editions' })
export class CalendarEditionEntity {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'calendar_editions_pk' })
  edition!: number;

  @Column({ type: 'timestamptz', name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column({ type: 'text', default: '' })
  note!: string;
}
