import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { WithChecks } from './with-checks.js';

/** A state of the working calendar: a draft, of which there is one at most, or published, and then never changed. */
@WithChecks(
  'calendar_editions_counted_from_one',
  'calendar_editions_draft_has_no_publisher',
  'calendar_editions_based_on_earlier',
)
@Index('calendar_editions_by_created_by', ['createdBy'])
@Index('calendar_editions_by_published_by', ['publishedBy'])
@Index('calendar_editions_by_based_on', ['basedOn'])
@Index('calendar_editions_one_draft', { synchronize: false })
@Entity({ name: 'calendar_editions' })
export class CalendarEditionEntity {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'calendar_editions_pk' })
  edition!: number;

  @Column({ type: 'timestamptz', name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column({ type: 'text', default: '' })
  note!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'calendar_editions_created_by_fk' })
  @Column({ type: 'uuid', name: 'created_by', nullable: true })
  createdBy!: string | null;

  @ForeignKey(() => AccountEntity, { name: 'calendar_editions_published_by_fk' })
  @Column({ type: 'uuid', name: 'published_by', nullable: true })
  publishedBy!: string | null;

  @ForeignKey(() => CalendarEditionEntity, { name: 'calendar_editions_based_on_fk' })
  @Column({ type: 'integer', name: 'based_on', nullable: true })
  basedOn!: number | null;
}
