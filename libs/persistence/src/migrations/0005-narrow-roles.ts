import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The two roles may do what their programs do, column by column: an API that was taken over can neither write a command
 * that is decided already nor give an account another role, and the worker does not see who may log in.
 */
export class NarrowRoles1795492800000 implements MigrationInterface {
  readonly name = 'NarrowRoles1795492800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      REVOKE INSERT ON commands FROM dialogue_api;
      GRANT INSERT (id, case_kind, case_id, kind, body_hash, payload, words, actor_id, received_at, is_virtual)
        ON commands TO dialogue_api;
      REVOKE UPDATE ON accounts FROM dialogue_api;
      GRANT UPDATE (password_hash, is_active) ON accounts TO dialogue_api;
      REVOKE SELECT ON accounts, access_log FROM dialogue_worker;
      -- When a seal was opened is the database's word, not the reader's (D11.1d).
      REVOKE INSERT ON access_log FROM dialogue_api, dialogue_worker;
      GRANT INSERT (account_id, purpose, petition_id) ON access_log TO dialogue_api, dialogue_worker;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      GRANT INSERT ON commands TO dialogue_api;
      GRANT UPDATE ON accounts TO dialogue_api;
      GRANT SELECT ON accounts, access_log TO dialogue_worker;
      GRANT INSERT ON access_log TO dialogue_api, dialogue_worker;
    `);
  }
}
