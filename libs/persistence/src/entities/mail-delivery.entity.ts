import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { LetterEntity } from './letter.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { PersonEntity } from './person.entity.js';
import { WithChecks } from './with-checks.js';

/** One letter on its way to one person. */
@WithChecks(
  'mail_deliveries_recipient_role_known',
  'mail_deliveries_state_known',
  'mail_deliveries_claim_is_whole',
  'mail_deliveries_address_known',
  'mail_deliveries_bounce_is_whole',
  'mail_deliveries_delay_is_whole',
  'mail_deliveries_dropped_because_known',
)
@Unique('mail_deliveries_message_id_once', ['messageId'])
@Index('mail_deliveries_by_letter', ['letterId'])
@Index('mail_deliveries_by_organisation', ['organisationCode'])
@Index('mail_deliveries_by_person', ['personId'])
@Index('mail_deliveries_by_decided_by', ['decidedBy'])
@Index('mail_deliveries_by_digest', ['digestId'])
@Index('mail_deliveries_by_deputy_for', ['deputyFor'])
@Index('mail_deliveries_waiting', ['queuedAt'], { where: "state = 'queued' AND digest_id IS NULL" })
@Index('mail_deliveries_in_trouble', ['updatedAt'], {
  where: "state IN ('refused', 'bounced', 'uncertain', 'unaddressed')",
})
@Entity({ name: 'mail_deliveries' })
export class MailDeliveryEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'mail_deliveries_pk' })
  id!: string;

  @ForeignKey(() => LetterEntity, { name: 'mail_deliveries_letter_fk' })
  @Column({ type: 'uuid', name: 'letter_id' })
  letterId!: string;

  @Column({ type: 'text', name: 'recipient_role' })
  recipientRole!: string;

  @ForeignKey(() => OrganisationEntity, { name: 'mail_deliveries_organisation_fk' })
  @Column({ type: 'text', name: 'organisation_code', nullable: true })
  organisationCode!: string | null;

  @ForeignKey(() => PersonEntity, { name: 'mail_deliveries_person_fk' })
  @Column({ type: 'uuid', name: 'person_id', nullable: true })
  personId!: string | null;

  @Column({ type: 'text', name: 'post_kind', nullable: true })
  postKind!: string | null;

  @Column({ type: 'text', name: 'post_title', nullable: true })
  postTitle!: string | null;

  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ type: 'uuid', name: 'claim_token', nullable: true })
  claimToken!: string | null;

  @Column({ type: 'timestamptz', name: 'lease_until', nullable: true })
  leaseUntil!: Date | null;

  @Column({ type: 'integer', name: 'smtp_code', nullable: true })
  smtpCode!: number | null;

  @Column({ type: 'text', name: 'smtp_answer', nullable: true })
  smtpAnswer!: string | null;

  @Column({ type: 'text', name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column({ type: 'timestamptz', name: 'queued_at', default: () => 'now()' })
  queuedAt!: Date;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'mail_deliveries_decided_by_fk' })
  @Column({ type: 'uuid', name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'bounced_at', nullable: true })
  bouncedAt!: Date | null;

  /** The enhanced status code (RFC 3463) with which it came back last. */
  @Column({ type: 'text', name: 'bounce_status', nullable: true })
  bounceStatus!: string | null;

  @Column({ type: 'text', name: 'bounce_text', nullable: true })
  bounceText!: string | null;

  @Column({ type: 'timestamptz', name: 'delayed_at', nullable: true })
  delayedAt!: Date | null;

  @Column({ type: 'text', name: 'delay_status', nullable: true })
  delayStatus!: string | null;
  /** Not before that instant; null: at once. */
  @Column({ type: 'timestamptz', name: 'send_after', nullable: true })
  sendAfter!: Date | null;

  @Column({ type: 'text', name: 'dropped_because', nullable: true })
  droppedBecause!: string | null;

  /** The letter of the morning that this one is a part of; it fares as that one does. */
  @ForeignKey(() => MailDeliveryEntity, { name: 'mail_deliveries_digest_fk' })
  @Column({ type: 'uuid', name: 'digest_id', nullable: true })
  digestId!: string | null;

  /** Who holds the post and is away; null: the person written to holds it. */
  @ForeignKey(() => PersonEntity, { name: 'mail_deliveries_deputy_for_fk' })
  @Column({ type: 'uuid', name: 'deputy_for', nullable: true })
  deputyFor!: string | null;
}
