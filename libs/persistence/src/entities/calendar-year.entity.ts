import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { CalendarEditionEntity } from './calendar-edition.entity.js';

/** A year of an edition; unconfirmed while a notice may still change it. */
@Entity({ name: 'calendar_years' })
export class CalendarYearEntity {
  @ForeignKey(() => CalendarEditionEntity, { name: 'calendar_years_edition_fk' })
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'calendar_years_pk' })
  edition!: number;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'calendar_years_pk' })
  year!: number;

  @Column({ type: 'boolean', name: 'is_confirmed' })
  isConfirmed!: boolean;
}
