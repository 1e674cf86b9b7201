import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was revoked stays revoked: the link by which a body acts (D11.1c), and the address of a calendar (D11.3). Grants say
 * who may revoke, but not that nobody takes it back.
 */
export class RevokeForGood1795593600000 implements MigrationInterface {
  readonly name = 'RevokeForGood1795593600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refuse_change_of_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'What was revoked stays revoked: % %', TG_TABLE_NAME, OLD.id USING ERRCODE = 'insufficient_privilege';
      END $$;

      -- Who still opens a revoked link is written down, so only the revocation itself is fixed.
      CREATE TRIGGER case_links_revoked_for_good BEFORE UPDATE ON case_links FOR EACH ROW
        WHEN (OLD.revoked_at IS NOT NULL AND (NEW.revoked_at, NEW.revoked_by, NEW.revoked_because)
          IS DISTINCT FROM (OLD.revoked_at, OLD.revoked_by, OLD.revoked_because))
        EXECUTE FUNCTION refuse_change_of_revoked();
      CREATE TRIGGER calendar_feeds_revoked_for_good BEFORE UPDATE ON calendar_feeds FOR EACH ROW
        WHEN (OLD.revoked_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_revoked();

      -- What is over is looked for once an hour.
      CREATE INDEX link_sessions_by_expiry ON link_sessions (expires_at);
    `);
  }

  /** Loses nothing that was recorded. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX link_sessions_by_expiry;
      DROP TRIGGER calendar_feeds_revoked_for_good ON calendar_feeds;
      DROP TRIGGER case_links_revoked_for_good ON case_links;
      DROP FUNCTION refuse_change_of_revoked;
    `);
  }
}
