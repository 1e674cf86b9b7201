import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { MailDeliveryEntity } from './mail-delivery.entity.js';
import { WithChecks } from './with-checks.js';

/** What a report of delivery said of one recipient, and what came of it (RFC 3464). */
@WithChecks('bounce_reports_action_known', 'bounce_reports_outcome_known')
@Index('bounce_reports_by_delivery', ['deliveryId'])
@Index('bounce_reports_by_outcome', ['outcome', 'recordedAt'])
@Entity({ name: 'bounce_reports' })
export class BounceReportEntity {
  @PrimaryColumn({ type: 'text', name: 'message_key', primaryKeyConstraintName: 'bounce_reports_pk' })
  messageKey!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'bounce_reports_pk' })
  number!: number;

  @Column({ type: 'text' })
  mailbox!: string;

  @Column({ type: 'text', name: 'uid_validity' })
  uidValidity!: string;

  @Column({ type: 'bigint' })
  uid!: string;

  @ForeignKey(() => MailDeliveryEntity, { name: 'bounce_reports_delivery_fk' })
  @Column({ type: 'uuid', name: 'delivery_id', nullable: true })
  deliveryId!: string | null;

  @Column({ type: 'text', nullable: true })
  action!: string | null;

  @Column({ type: 'text', nullable: true })
  status!: string | null;

  @Column({ type: 'text', nullable: true })
  diagnostic!: string | null;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;
}
