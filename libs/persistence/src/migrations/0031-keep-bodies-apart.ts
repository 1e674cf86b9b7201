import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A body says of its own mail alone who stands in (D11.3): that it does so takes nothing from another body in which the same
 * person holds a post.
 */
export class KeepBodiesApart1795590000000 implements MigrationInterface {
  readonly name = 'KeepBodiesApart1795590000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE mail_absences DROP CONSTRAINT mail_absences_one_at_a_time,
        ADD CONSTRAINT mail_absences_one_at_a_time EXCLUDE USING gist (
          organisation_code WITH =, person_id WITH =, daterange(from_on, to_on, '[]') WITH &&) WHERE (withdrawn_at IS NULL);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE mail_absences DROP CONSTRAINT mail_absences_one_at_a_time,
        ADD CONSTRAINT mail_absences_one_at_a_time
          EXCLUDE USING gist (person_id WITH =, daterange(from_on, to_on, '[]') WITH &&) WHERE (withdrawn_at IS NULL);
    `);
  }
}
