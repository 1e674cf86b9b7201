import { Column, Entity, PrimaryColumn } from 'typeorm';

import { WithChecks } from './with-checks.js';

/** Somebody who holds or held a post. */
@WithChecks('people_email_is_one_address')
@Entity({ name: 'people' })
export class PersonEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'people_pk' })
  id!: string;

  @Column({ type: 'text', name: 'full_name' })
  fullName!: string;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;
}
