import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file that came by a link came by one that there is (D11.1c). */
export class TieFilesToLinks1795586400000 implements MigrationInterface {
  readonly name = 'TieFilesToLinks1795586400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE files ADD CONSTRAINT files_uploaded_by_link_fk FOREIGN KEY (uploaded_by_link) REFERENCES case_links (id);
      CREATE INDEX files_by_uploaded_by_link ON files (uploaded_by_link);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX files_by_uploaded_by_link;
      ALTER TABLE files DROP CONSTRAINT files_uploaded_by_link_fk;
    `);
  }
}
