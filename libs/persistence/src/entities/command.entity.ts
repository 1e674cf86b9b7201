import { Column, Entity, ForeignKey, Generated, Index, PrimaryColumn, Unique } from 'typeorm';

import { AccountEntity } from './account.entity.js';
import { CaseLinkEntity } from './case-link.entity.js';
import { WithChecks } from './with-checks.js';

/** What somebody wants of a case, in order of arrival, with its outcome. */
@WithChecks(
  'commands_case_kind_known',
  'commands_payload_is_object',
  'commands_outcome_known',
  'commands_outcome_is_whole',
  'commands_one_actor',
)
@Unique('commands_arrival_once', ['arrival'])
@Index('commands_by_case', ['caseKind', 'caseId', 'arrival'])
@Index('commands_unsignalled', ['arrival'], { where: 'signalled_at IS NULL' })
@Index('commands_undecided', ['receivedAt'], { where: 'outcome IS NULL' })
@Index('commands_by_actor', ['actorId'])
@Index('commands_link_once', ['linkId'], {
  unique: true,
  where: "link_id IS NOT NULL AND outcome IS DISTINCT FROM 'refused'",
})
@Index('commands_by_link', ['linkId', 'caseKind', 'caseId'], { where: 'link_id IS NOT NULL' })
@ForeignKey(() => CaseLinkEntity, ['linkId', 'caseKind', 'caseId'], ['id', 'caseKind', 'caseId'], {
  name: 'commands_link_fk',
})
@Entity({ name: 'commands' })
export class CommandEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'commands_pk' })
  id!: string;

  @Column({ type: 'bigint', generatedIdentity: 'ALWAYS' })
  @Generated('increment')
  arrival!: number;

  @Column({ type: 'text', name: 'case_kind' })
  caseKind!: string;

  @Column({ type: 'text', name: 'case_id' })
  caseId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', name: 'body_hash' })
  bodyHash!: string;

  @Column({ type: 'jsonb' })
  payload!: Readonly<Record<string, unknown>>;

  @Column({ type: 'jsonb', nullable: true })
  words!: Readonly<Record<string, unknown>> | null;

  @ForeignKey(() => AccountEntity, { name: 'commands_actor_fk' })
  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId!: string | null;

  /** The link by which a body has acted without an account. */
  @Column({ type: 'uuid', name: 'link_id', nullable: true })
  linkId!: string | null;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt!: Date;

  @Column({ type: 'boolean', name: 'is_virtual', default: false })
  isVirtual!: boolean;

  @Column({ type: 'timestamptz', name: 'signalled_at', nullable: true })
  signalledAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ type: 'text', name: 'outcome_code', nullable: true })
  outcomeCode!: string | null;

  @Column({ type: 'text', name: 'outcome_rule', nullable: true })
  outcomeRule!: string | null;

  @Column({ type: 'integer', name: 'outcome_sequence', nullable: true })
  outcomeSequence!: number | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'recorded_at', nullable: true })
  recordedAt!: Date | null;
}
