import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is done before the day of a conference: the demand of an ad hoc one (D8.3a), the plan and its announcement (D8.1a),
 * opinions (D8.1b), the aggregated report and prepared answers (D8.1c, D8.1d), helpers (D8.1h), attendance (D10.3a),
 * situation reports (D13.3), urgency (D8.2a), and another host than was planned (D1).
 */
export class RecordPreparation1795540000000 implements MigrationInterface {
  readonly name = 'RecordPreparation1795540000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const each of [plans, conferences, bodies, petitions, milestones]) await queryRunner.query(each);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(refuseLoss);
    await queryRunner.query(undo);
  }
}

const plans = `
  ALTER TABLE conference_plans
    ADD COLUMN demanded_by_code text,
    ADD COLUMN demand_number text,
    ADD COLUMN demand_on date,
    DROP CONSTRAINT conference_plans_host_known,
    ADD CONSTRAINT conference_plans_host_known CHECK (host IN ('levelHead', 'departmentHead', 'communeSecretary')),
    -- D8.3a: by a document, and of an ad hoc conference only.
    ADD CONSTRAINT conference_plans_demand_is_whole CHECK (
      num_nonnulls(demanded_by_code, demand_number, demand_on) IN (0, 3)
      AND (demanded_by_code IS NULL OR kind = 'adHoc')),
    ADD CONSTRAINT conference_plans_demanded_by_fk FOREIGN KEY (demanded_by_code) REFERENCES organisations (code);
  CREATE INDEX conference_plans_by_demanded_by ON conference_plans (demanded_by_code);
  GRANT INSERT (demanded_by_code, demand_number, demand_on) ON conference_plans TO dialogue_api;
`;

const conferences = `
  ALTER TABLE conferences
    ADD COLUMN plan_versions integer NOT NULL DEFAULT 0,
    ADD COLUMN plan_submitted_on date,
    ADD COLUMN demand_answered_on date,
    ADD COLUMN announced_on date,
    ADD COLUMN aggregated_on date,
    ADD COLUMN briefed_on date,
    ADD COLUMN helpers_named_on date,
    ADD COLUMN situation_reported_by text[] NOT NULL DEFAULT '{}',
    -- Only where another one hosts than was planned.
    ADD COLUMN host text,
    ADD COLUMN host_post text,
    ADD COLUMN host_organisation_code text,
    ADD COLUMN host_decision_number text,
    ADD COLUMN host_decision_on date,
    ADD CONSTRAINT conferences_host_known CHECK (host IN ('levelHead', 'departmentHead', 'communeSecretary')),
    ADD CONSTRAINT conferences_host_change_is_whole CHECK (
      num_nonnulls(host, host_post, host_organisation_code, host_decision_number, host_decision_on) IN (0, 5)),
    ADD CONSTRAINT conferences_host_organisation_fk FOREIGN KEY (host_organisation_code) REFERENCES organisations (code);
  CREATE INDEX conferences_by_host_organisation ON conferences (host_organisation_code);
`;

const bodies = `
  ALTER TABLE conference_bodies
    ADD COLUMN opinions_on date,
    -- A body may answer that it has none.
    ADD COLUMN opinions_are_none boolean,
    ADD COLUMN attendance text,
    ADD COLUMN attendee_rank text,
    ADD COLUMN attendance_on date,
    -- Its part passed to the body that succeeds it.
    ADD COLUMN left_on date,
    ADD CONSTRAINT conference_bodies_attendance_known CHECK (attendance IN ('confirmed', 'declined')),
    ADD CONSTRAINT conference_bodies_attendee_rank_known CHECK (attendee_rank IN ('head', 'deputy', 'other')),
    ADD CONSTRAINT conference_bodies_answers_are_whole CHECK (
      num_nonnulls(opinions_on, opinions_are_none) IN (0, 2)
      AND num_nonnulls(attendance, attendee_rank, attendance_on) IN (0, 3));
`;

const petitions = `
  ALTER TABLE conference_petitions
    ADD COLUMN prepared_by_code text,
    ADD COLUMN prepared_on date,
    ADD COLUMN urgency text,
    ADD COLUMN is_beyond_authority boolean NOT NULL DEFAULT false,
    ADD COLUMN is_after_briefing boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT conference_petitions_urgency_known CHECK (urgency IN ('pressing', 'ordinary')),
    ADD CONSTRAINT conference_petitions_prepared_by_somebody CHECK (
      (prepared_on IS NULL OR prepared_by_code IS NOT NULL) AND (NOT is_beyond_authority OR prepared_by_code IS NULL)),
    ADD CONSTRAINT conference_petitions_prepared_by_fk FOREIGN KEY (prepared_by_code) REFERENCES organisations (code);
  CREATE INDEX conference_petitions_by_prepared_by ON conference_petitions (prepared_by_code);
`;

const milestones = `
  ALTER TABLE milestones DROP CONSTRAINT milestones_kind_known,
    ADD CONSTRAINT milestones_kind_known CHECK (kind IN (
      'screen', 'assign', 'receipt', 'answer', 'approve', 'resolve', 'review', 'followReferral', 'tell', 'close',
      'decideExtension', 'reportProgress',
      'answerDemand', 'approvePlan', 'requestOpinions', 'reportSituation', 'issueAggregateReport', 'supplyOpinions',
      'prepareAnswers', 'holdBriefing', 'sendInvitations', 'nameHelpers', 'confirmAttendance', 'recordOutcome',
      'followUpPetitions', 'issueConclusionNotice', 'issueResultReport', 'sendUpwards', 'sendReport'));
`;

const refuseLoss = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM conference_plans WHERE host = 'communeSecretary' OR demanded_by_code IS NOT NULL)
      OR EXISTS (SELECT FROM conferences WHERE plan_versions > 0 OR host IS NOT NULL
        OR num_nonnulls(announced_on, aggregated_on, briefed_on, helpers_named_on) > 0)
      OR EXISTS (SELECT FROM conference_bodies WHERE num_nonnulls(opinions_on, attendance, left_on) > 0)
      OR EXISTS (SELECT FROM milestones WHERE kind IN ('answerDemand', 'reportSituation', 'issueAggregateReport',
        'supplyOpinions', 'prepareAnswers', 'nameHelpers', 'confirmAttendance')) THEN
      RAISE EXCEPTION 'Going down would lose how conferences were prepared';
    END IF;
  END $$;
`;

const undo = `
  ALTER TABLE milestones DROP CONSTRAINT milestones_kind_known,
    ADD CONSTRAINT milestones_kind_known CHECK (kind IN (
      'screen', 'assign', 'receipt', 'answer', 'approve', 'resolve', 'review', 'followReferral', 'tell', 'close',
      'decideExtension', 'reportProgress',
      'approvePlan', 'requestOpinions', 'holdBriefing', 'sendInvitations', 'recordOutcome', 'followUpPetitions',
      'issueConclusionNotice', 'issueResultReport', 'sendUpwards', 'sendReport'));
  ALTER TABLE conference_petitions DROP COLUMN prepared_by_code, DROP COLUMN prepared_on, DROP COLUMN urgency,
    DROP COLUMN is_beyond_authority, DROP COLUMN is_after_briefing;
  ALTER TABLE conference_bodies DROP COLUMN opinions_on, DROP COLUMN opinions_are_none, DROP COLUMN attendance,
    DROP COLUMN attendee_rank, DROP COLUMN attendance_on, DROP COLUMN left_on;
  ALTER TABLE conferences DROP COLUMN plan_versions, DROP COLUMN plan_submitted_on, DROP COLUMN demand_answered_on,
    DROP COLUMN announced_on, DROP COLUMN aggregated_on, DROP COLUMN briefed_on, DROP COLUMN helpers_named_on,
    DROP COLUMN situation_reported_by, DROP COLUMN host, DROP COLUMN host_post, DROP COLUMN host_organisation_code,
    DROP COLUMN host_decision_number, DROP COLUMN host_decision_on;
  ALTER TABLE conference_plans DROP COLUMN demanded_by_code, DROP COLUMN demand_number, DROP COLUMN demand_on,
    DROP CONSTRAINT conference_plans_host_known,
    ADD CONSTRAINT conference_plans_host_known CHECK (host IN ('levelHead', 'departmentHead'));
`;
