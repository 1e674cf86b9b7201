import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cooperating bodies of an assignment (D11.1b): what each contributes to the agency that leads, and until when (D11.1c). */
export class AddContributions1795543600000 implements MigrationInterface {
  readonly name = 'AddContributions1795543600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE contributions (
        petition_id uuid NOT NULL,
        round integer NOT NULL,
        agency_code text NOT NULL,
        due_on date,
        contributed_on date,
        document_number text,
        document_on date,
        is_late boolean NOT NULL,
        -- When a successor took it over.
        ended_on date,
        CONSTRAINT contributions_pk PRIMARY KEY (petition_id, round, agency_code),
        CONSTRAINT contributions_given_by_a_document CHECK (
          (contributed_on IS NULL) = (document_number IS NULL) AND (contributed_on IS NULL) = (document_on IS NULL)),
        CONSTRAINT contributions_late_only_when_given CHECK (contributed_on IS NOT NULL OR NOT is_late),
        CONSTRAINT contributions_assignment_fk FOREIGN KEY (petition_id, round) REFERENCES assignments (petition_id, round),
        CONSTRAINT contributions_agency_fk FOREIGN KEY (agency_code) REFERENCES organisations (code)
      );
      CREATE INDEX contributions_by_agency ON contributions (agency_code);
      GRANT SELECT ON contributions TO dialogue_api, dialogue_worker;
      GRANT INSERT, UPDATE ON contributions TO dialogue_worker;
      ALTER TABLE milestones DROP CONSTRAINT milestones_kind_known,
        ADD CONSTRAINT milestones_kind_known CHECK (kind IN (
          'screen', 'assign', 'receipt', 'answer', 'approve', 'resolve', 'review', 'followReferral', 'tell', 'close',
          'decideExtension', 'reportProgress', 'contribute',
          'answerDemand', 'approvePlan', 'requestOpinions', 'reportSituation', 'issueAggregateReport', 'supplyOpinions',
          'prepareAnswers', 'holdBriefing', 'sendInvitations', 'nameHelpers', 'confirmAttendance', 'recordOutcome',
          'followUpPetitions', 'issueConclusionNotice', 'issueResultReport', 'sendUpwards', 'sendReport'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM contributions) OR EXISTS (SELECT FROM milestones WHERE kind = 'contribute') THEN
          RAISE EXCEPTION 'Going down would lose what bodies have contributed';
        END IF;
      END $$;
    `);
    await queryRunner.query(`
      ALTER TABLE milestones DROP CONSTRAINT milestones_kind_known,
        ADD CONSTRAINT milestones_kind_known CHECK (kind IN (
          'screen', 'assign', 'receipt', 'answer', 'approve', 'resolve', 'review', 'followReferral', 'tell', 'close',
          'decideExtension', 'reportProgress',
          'answerDemand', 'approvePlan', 'requestOpinions', 'reportSituation', 'issueAggregateReport', 'supplyOpinions',
          'prepareAnswers', 'holdBriefing', 'sendInvitations', 'nameHelpers', 'confirmAttendance', 'recordOutcome',
          'followUpPetitions', 'issueConclusionNotice', 'issueResultReport', 'sendUpwards', 'sendReport'));
      DROP TABLE contributions;
    `);
  }
}
