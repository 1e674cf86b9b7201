import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answered and finally resolved are two facts of a petition, each with its day (D10.1a, D11.1c). */
export class DateOutcomes1795554400000 implements MigrationInterface {
  readonly name = 'DateOutcomes1795554400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE petitions ADD COLUMN answered_on date, ADD COLUMN resolved_on date;
      UPDATE petitions SET answered_on = (
          CASE WHEN (memory.state -> 'answer' ->> 'isApproved')::boolean THEN memory.state -> 'answer' ->> 'answeredOn'
            ELSE memory.state -> 'referral' -> 'answer' ->> 'signedOn' END)::date
        FROM case_memory memory WHERE memory.case_kind = 'petition' AND memory.case_id = petitions.id::text;
      UPDATE petitions SET resolved_on = (
          SELECT (max(event.at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM case_events event
          WHERE event.case_kind = 'petition' AND event.case_id = petitions.id::text AND event.event = 'resolved'
            AND event.sequence > COALESCE((SELECT max(reopened.sequence) FROM case_events reopened
              WHERE reopened.case_kind = 'petition' AND reopened.case_id = event.case_id AND reopened.event = 'reopened'), 0))
        WHERE stage IN ('resolved', 'closed');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE petitions DROP COLUMN answered_on, DROP COLUMN resolved_on');
  }
}
