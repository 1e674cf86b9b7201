import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several bodies may owe one kind of duty side by side in a case (D8.1d, D10.3a, D11.1c): each row names who owes it. */
export class NameDebtors1795525200000 implements MigrationInterface {
  readonly name = 'NameDebtors1795525200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE milestones ADD COLUMN body text;
      ALTER TABLE milestones ADD CONSTRAINT milestones_body_fk FOREIGN KEY (body) REFERENCES organisations (code);
      CREATE INDEX milestones_body ON milestones (body) WHERE body IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM milestones WHERE body IS NOT NULL) THEN
          RAISE EXCEPTION 'Going down would lose which body owes what';
        END IF;
      END $$;
    `);
    await queryRunner.query('ALTER TABLE milestones DROP COLUMN body');
  }
}
