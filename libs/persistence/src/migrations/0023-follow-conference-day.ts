import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A conference without a day, one that failed, and what comes after one that was held (D8.1a, D8.3b, D10.3b, D11.1a): its
 * stages and milestones, the days and the minutes that lists show, and the secretary who takes the minutes.
 */
export class FollowConferenceDay1795558000000 implements MigrationInterface {
  readonly name = 'FollowConferenceDay1795558000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE conferences DROP CONSTRAINT conferences_stage_known,
        ADD CONSTRAINT conferences_stage_known CHECK (stage IN (
          'drafted', 'planning', 'preparing', 'postponed', 'held', 'followUp', 'awaitingDirection', 'closed', 'cancelled')),
        ADD COLUMN postponed_on date,
        ADD COLUMN failed_on date,
        ADD COLUMN minutes_versions integer NOT NULL DEFAULT 0,
        ADD COLUMN signed_minutes_version integer,
        ADD COLUMN minutes_signed_on date,
        ADD COLUMN internal_review_on date,
        -- Of the versions of the minutes one that there is may be signed (D10.3b).
        ADD CONSTRAINT conferences_minutes_signed CHECK (
          (signed_minutes_version IS NULL) = (minutes_signed_on IS NULL)
          AND (signed_minutes_version IS NULL OR signed_minutes_version BETWEEN 1 AND minutes_versions));
    `);
    await queryRunner.query(`
      ALTER TABLE milestones DROP CONSTRAINT milestones_kind_known, ADD CONSTRAINT milestones_kind_known CHECK (kind IN (
        'screen', 'assign', 'receipt', 'answer', 'approve', 'resolve', 'review', 'followReferral', 'tell', 'close',
        'decideExtension', 'reportProgress', 'contribute',
        'answerDemand', 'approvePlan', 'requestOpinions', 'reportSituation', 'issueAggregateReport', 'supplyOpinions',
        'prepareAnswers', 'holdBriefing', 'sendInvitations', 'nameHelpers', 'confirmAttendance', 'recordOutcome',
        'followUpPetitions', 'issueConclusionNotice', 'issueResultReport', 'recordInternalReview', 'setNewDate', 'awaitDirection',
        'sendUpwards', 'sendReport'));
    `);
    await queryRunner.query(`
      ALTER TABLE accounts DROP CONSTRAINT accounts_role_known,
        ADD CONSTRAINT accounts_role_known CHECK (role IN (
          'admin', 'clerk', 'host', 'agency', 'minutesSecretary', 'monitor', 'auditor'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM conferences WHERE stage IN ('postponed', 'awaitingDirection') OR minutes_versions > 0
            OR num_nonnulls(postponed_on, failed_on, internal_review_on) > 0)
          OR EXISTS (SELECT FROM milestones WHERE kind IN ('recordInternalReview', 'setNewDate', 'awaitDirection')) THEN
          RAISE EXCEPTION 'Going down would lose what became of conferences';
        END IF;
        IF EXISTS (SELECT FROM accounts WHERE role = 'minutesSecretary') THEN
          RAISE EXCEPTION 'Going down would lose accounts of minutes secretaries';
        END IF;
      END $$;
    `);
    await queryRunner.query(`
      ALTER TABLE accounts DROP CONSTRAINT accounts_role_known,
        ADD CONSTRAINT accounts_role_known CHECK (role IN ('admin', 'clerk', 'host', 'agency', 'monitor', 'auditor'));
      ALTER TABLE milestones DROP CONSTRAINT milestones_kind_known, ADD CONSTRAINT milestones_kind_known CHECK (kind IN (
        'screen', 'assign', 'receipt', 'answer', 'approve', 'resolve', 'review', 'followReferral', 'tell', 'close',
        'decideExtension', 'reportProgress', 'contribute',
        'answerDemand', 'approvePlan', 'requestOpinions', 'reportSituation', 'issueAggregateReport', 'supplyOpinions',
        'prepareAnswers', 'holdBriefing', 'sendInvitations', 'nameHelpers', 'confirmAttendance', 'recordOutcome',
        'followUpPetitions', 'issueConclusionNotice', 'issueResultReport',
        'sendUpwards', 'sendReport'));
      ALTER TABLE conferences DROP CONSTRAINT conferences_minutes_signed, DROP CONSTRAINT conferences_stage_known,
        DROP COLUMN postponed_on, DROP COLUMN failed_on, DROP COLUMN minutes_versions, DROP COLUMN signed_minutes_version,
        DROP COLUMN minutes_signed_on, DROP COLUMN internal_review_on,
        ADD CONSTRAINT conferences_stage_known CHECK (stage IN (
          'drafted', 'planning', 'preparing', 'held', 'followUp', 'closed', 'cancelled'));
    `);
  }
}
