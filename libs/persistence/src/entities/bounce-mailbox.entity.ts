import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mailbox to which reports of delivery come, and how far it has been read. */
@Entity({ name: 'bounce_mailboxes' })
export class BounceMailboxEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'bounce_mailboxes_pk' })
  name!: string;

  @Column({ type: 'text', name: 'uid_validity' })
  uidValidity!: string;

  @Column({ type: 'bigint', name: 'last_uid' })
  lastUid!: string;

  @Column({ type: 'timestamptz', name: 'read_at', default: () => 'now()' })
  readAt!: Date;

  /** Mail that is no report of delivery. */
  @Column({ type: 'integer', default: 0 })
  others!: number;
}
