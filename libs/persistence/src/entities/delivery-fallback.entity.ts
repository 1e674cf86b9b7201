import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

import { CommandEntity } from './command.entity.js';
import { MailDeliveryEntity } from './mail-delivery.entity.js';
import { WithChecks } from './with-checks.js';

/** What a letter says was told otherwise than by mail; the newest counts (D11.3). */
@WithChecks('delivery_fallbacks_means_known', 'delivery_fallbacks_is_whole')
@Unique('delivery_fallbacks_command_once', ['commandId'])
@Entity({ name: 'delivery_fallbacks' })
export class DeliveryFallbackEntity {
  @ForeignKey(() => MailDeliveryEntity, { name: 'delivery_fallbacks_delivery_fk' })
  @PrimaryColumn({ type: 'uuid', name: 'delivery_id', primaryKeyConstraintName: 'delivery_fallbacks_pk' })
  deliveryId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'delivery_fallbacks_pk' })
  number!: number;

  /** Null: what was recorded before is taken back. */
  @Column({ type: 'text', nullable: true })
  means!: string | null;

  @Column({ type: 'date', name: 'told_on', nullable: true })
  toldOn!: string | null;

  @Column({ type: 'text', name: 'evidence_number', nullable: true })
  evidenceNumber!: string | null;

  @ForeignKey(() => CommandEntity, { name: 'delivery_fallbacks_command_fk' })
  @Column({ type: 'text', name: 'command_id' })
  commandId!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;
}
