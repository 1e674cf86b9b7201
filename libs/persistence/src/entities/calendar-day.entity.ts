import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { CalendarEditionEntity } from './calendar-edition.entity.js';
import { WithChecks } from './with-checks.js';

/** A day that differs from its weekday, with the decision that it rests on. */
@WithChecks(
  'calendar_days_kind_known',
  'calendar_days_kind_fits_weekday',
  'calendar_days_binds_known',
  'calendar_days_confidence_known',
  'calendar_days_name_and_basis_given',
  'calendar_days_swap_is_of_a_kind',
)
@Entity({ name: 'calendar_days' })
export class CalendarDayEntity {
  @ForeignKey(() => CalendarEditionEntity, { name: 'calendar_days_edition_fk' })
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'calendar_days_pk' })
  edition!: number;

  @PrimaryColumn({ type: 'date', name: 'on_day', primaryKeyConstraintName: 'calendar_days_pk' })
  onDay!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  basis!: string;

  @Column({ type: 'text', default: 'stateBodies' })
  binds!: string;

  @Column({ type: 'date', name: 'swap_with', nullable: true })
  swapWith!: string | null;

  @Column({ type: 'text', default: '' })
  source!: string;

  @Column({ type: 'text', default: 'confirmed' })
  confidence!: string;
}
