import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { CaseLinkEntity } from './case-link.entity.js';
import { WithChecks } from './with-checks.js';

/** A file that somebody has sent; its content lies on the disk under its hash. */
@WithChecks(
  'files_sha256_is_hash',
  'files_bytes_positive',
  'files_content_type_known',
  'files_name_fits',
  'files_uploaded_by_one',
  'files_case_kind_known',
  'files_case_is_whole',
)
@Index('files_by_sha256', ['sha256'])
@Index('files_by_uploaded_by_account', ['uploadedByAccount'])
@Index('files_by_uploaded_by_link', ['uploadedByLink'])
@Index('files_by_case', ['caseKind', 'caseId'])
@Entity({ name: 'files' })
export class FileEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'files_pk' })
  id!: string;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'integer' })
  bytes!: number;

  @Column({ type: 'text', name: 'content_type' })
  contentType!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'timestamptz', name: 'scanned_at', nullable: true })
  scannedAt!: Date | null;

  @ForeignKey(() => AccountEntity, { name: 'files_uploaded_by_account_fk' })
  @Column({ type: 'uuid', name: 'uploaded_by_account', nullable: true })
  uploadedByAccount!: string | null;

  @ForeignKey(() => CaseLinkEntity, { name: 'files_uploaded_by_link_fk' })
  @Column({ type: 'uuid', name: 'uploaded_by_link', nullable: true })
  uploadedByLink!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'text', name: 'case_kind', nullable: true })
  caseKind!: string | null;

  @Column({ type: 'text', name: 'case_id', nullable: true })
  caseId!: string | null;
}
