import { Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { PersonEntity } from './person.entity.js';
import { PostEntity } from './post.entity.js';
import { WithChecks } from './with-checks.js';

/** Who holds a post from which day to which, acting or appointed (D1). */
@WithChecks('post_holders_valid_to_after_valid_from')
@Exclusion('post_holders_one_at_a_time', 'see the migration')
@Index('post_holders_by_post', ['postId', 'validFrom'])
@Index('post_holders_by_person', ['personId'])
@Entity({ name: 'post_holders' })
export class PostHolderEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'post_holders_pk' })
  id!: string;

  @ForeignKey(() => PostEntity, { name: 'post_holders_post_fk' })
  @Column({ type: 'uuid', name: 'post_id' })
  postId!: string;

  @ForeignKey(() => PersonEntity, { name: 'post_holders_person_fk' })
  @Column({ type: 'uuid', name: 'person_id' })
  personId!: string;

  @Column({ type: 'boolean', name: 'is_acting' })
  isActing!: boolean;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom!: string;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;
}
