import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * More time for an agency (D11.1c): the day that it has asked for and the day that it was granted, the decision of the host
 * and the report on the progress as duties of their own.
 */
export class ExtendAssignments1795532800000 implements MigrationInterface {
  readonly name = 'ExtendAssignments1795532800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE assignments ADD COLUMN extension_wanted_on date, ADD COLUMN extended_to date;
      ALTER TABLE milestones DROP CONSTRAINT milestones_kind_known,
        ADD CONSTRAINT milestones_kind_known CHECK (kind IN (
          'screen', 'assign', 'receipt', 'answer', 'approve', 'resolve', 'review', 'followReferral', 'tell', 'close',
          'decideExtension', 'reportProgress',
          'approvePlan', 'requestOpinions', 'holdBriefing', 'sendInvitations', 'recordOutcome', 'followUpPetitions',
          'issueConclusionNotice', 'issueResultReport', 'sendUpwards', 'sendReport'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM milestones WHERE kind IN ('decideExtension', 'reportProgress'))
          OR EXISTS (SELECT FROM assignments WHERE extension_wanted_on IS NOT NULL OR extended_to IS NOT NULL) THEN
          RAISE EXCEPTION 'Going down would lose extensions of deadlines';
        END IF;
      END $$;
    `);
    await queryRunner.query(`
      ALTER TABLE milestones DROP CONSTRAINT milestones_kind_known,
        ADD CONSTRAINT milestones_kind_known CHECK (kind IN (
          'screen', 'assign', 'receipt', 'answer', 'approve', 'resolve', 'review', 'followReferral', 'tell', 'close',
          'approvePlan', 'requestOpinions', 'holdBriefing', 'sendInvitations', 'recordOutcome', 'followUpPetitions',
          'issueConclusionNotice', 'issueResultReport', 'sendUpwards', 'sendReport'));
      ALTER TABLE assignments DROP COLUMN extension_wanted_on, DROP COLUMN extended_to;
    `);
  }
}
