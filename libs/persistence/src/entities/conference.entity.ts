import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { ConferencePlanEntity } from './conference-plan.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { WithChecks } from './with-checks.js';

/** A conference as it stands (D8.1, D9, D11.1b), written by the ledger only. */
@WithChecks(
  'conferences_stage_known',
  'conferences_flags_known',
  'conferences_due_with_its_rule',
  'conferences_documents_dated',
  'conferences_host_known',
  'conferences_host_change_is_whole',
  'conferences_minutes_signed',
)
@Index('conferences_by_stage', ['stage'])
@Index('conferences_by_day', ['onDay', 'id'])
@Index('conferences_by_next_due', ['nextDueOn'])
@Index('conferences_by_host_organisation', ['hostOrganisationCode'])
@Index('conferences_by_due', ['nextDueOn', 'id'], { where: 'next_due_on IS NOT NULL' })
@Index('conferences_by_flag', ['flags'], { type: 'gin' })
@Entity({ name: 'conferences' })
export class ConferenceEntity {
  @ForeignKey(() => ConferencePlanEntity, { name: 'conferences_plan_fk' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'conferences_pk' })
  id!: string;

  @Column({ type: 'text' })
  stage!: string;

  @Column({ type: 'date', name: 'on_day' })
  onDay!: string;

  @Column({ type: 'text', name: 'starts_at' })
  startsAt!: string;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  flags!: string[];

  @Column({ type: 'date', name: 'next_due_on', nullable: true })
  nextDueOn!: string | null;

  @Column({ type: 'text', name: 'next_due_rule', nullable: true })
  nextDueRule!: string | null;

  @Column({ type: 'date', name: 'invited_on', nullable: true })
  invitedOn!: string | null;

  @Column({ type: 'date', name: 'held_on', nullable: true })
  heldOn!: string | null;

  @Column({ type: 'date', name: 'postponed_on', nullable: true })
  postponedOn!: string | null;

  @Column({ type: 'date', name: 'failed_on', nullable: true })
  failedOn!: string | null;

  @Column({ type: 'integer', name: 'minutes_versions', default: 0 })
  minutesVersions!: number;

  @Column({ type: 'integer', name: 'signed_minutes_version', nullable: true })
  signedMinutesVersion!: number | null;

  @Column({ type: 'date', name: 'minutes_signed_on', nullable: true })
  minutesSignedOn!: string | null;

  @Column({ type: 'date', name: 'internal_review_on', nullable: true })
  internalReviewOn!: string | null;

  @Column({ type: 'text', name: 'conclusion_notice_number', nullable: true })
  conclusionNoticeNumber!: string | null;

  @Column({ type: 'date', name: 'conclusion_notice_on', nullable: true })
  conclusionNoticeOn!: string | null;

  @Column({ type: 'text', name: 'result_report_number', nullable: true })
  resultReportNumber!: string | null;

  @Column({ type: 'date', name: 'result_report_on', nullable: true })
  resultReportOn!: string | null;

  @Column({ type: 'integer', name: 'last_sequence' })
  lastSequence!: number;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'integer', name: 'plan_versions', default: 0 })
  planVersions!: number;

  @Column({ type: 'date', name: 'plan_submitted_on', nullable: true })
  planSubmittedOn!: string | null;

  @Column({ type: 'date', name: 'demand_answered_on', nullable: true })
  demandAnsweredOn!: string | null;

  @Column({ type: 'date', name: 'announced_on', nullable: true })
  announcedOn!: string | null;

  @Column({ type: 'date', name: 'aggregated_on', nullable: true })
  aggregatedOn!: string | null;

  @Column({ type: 'date', name: 'briefed_on', nullable: true })
  briefedOn!: string | null;

  @Column({ type: 'date', name: 'helpers_named_on', nullable: true })
  helpersNamedOn!: string | null;

  @Column({ type: 'text', name: 'situation_reported_by', array: true, default: () => "'{}'" })
  situationReportedBy!: string[];

  @Column({ type: 'text', nullable: true })
  host!: string | null;

  @Column({ type: 'text', name: 'host_post', nullable: true })
  hostPost!: string | null;

  @ForeignKey(() => OrganisationEntity, { name: 'conferences_host_organisation_fk' })
  @Column({ type: 'text', name: 'host_organisation_code', nullable: true })
  hostOrganisationCode!: string | null;

  @Column({ type: 'text', name: 'host_decision_number', nullable: true })
  hostDecisionNumber!: string | null;

  @Column({ type: 'date', name: 'host_decision_on', nullable: true })
  hostDecisionOn!: string | null;
}
