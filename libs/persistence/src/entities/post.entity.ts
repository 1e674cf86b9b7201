import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** What somebody can be in an organisation (D1). */
@WithChecks('posts_kind_known', 'posts_valid_to_after_valid_from')
@Unique('posts_title_once_per_organisation', ['organisationCode', 'kind', 'title'])
@Entity({ name: 'posts' })
export class PostEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'posts_pk' })
  id!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'posts_organisation_fk' })
  @Column({ type: 'text', name: 'organisation_code' })
  organisationCode!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'date', name: 'valid_from', nullable: true })
  validFrom!: string | null;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;
}
