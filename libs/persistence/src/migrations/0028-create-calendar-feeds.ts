import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Calendars of deadlines that an office or an agency subscribes to under a secret address (D11.1c, D11.3), and how often each
 * deadline has moved, which a calendar program asks for.
 */
export class CreateCalendarFeeds1795576000000 implements MigrationInterface {
  readonly name = 'CreateCalendarFeeds1795576000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE calendar_feeds (
        id uuid NOT NULL,
        -- SHA-256 of the secret in the address; the secret itself is shown once and not kept.
        token_hash text NOT NULL,
        kind text NOT NULL,
        organisation_code text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid NOT NULL,
        revoked_at timestamptz,
        revoked_by uuid,
        CONSTRAINT calendar_feeds_pk PRIMARY KEY (id),
        CONSTRAINT calendar_feeds_token_once UNIQUE (token_hash),
        CONSTRAINT calendar_feeds_token_is_hash CHECK (token_hash ~ '^[0-9a-f]{64}$'),
        CONSTRAINT calendar_feeds_kind_known CHECK (kind IN ('leadOffice', 'agency')),
        CONSTRAINT calendar_feeds_revoked_by_somebody CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)),
        CONSTRAINT calendar_feeds_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code),
        CONSTRAINT calendar_feeds_created_by_fk FOREIGN KEY (created_by) REFERENCES accounts (id),
        CONSTRAINT calendar_feeds_revoked_by_fk FOREIGN KEY (revoked_by) REFERENCES accounts (id)
      );
      CREATE INDEX calendar_feeds_by_organisation ON calendar_feeds (organisation_code);
      CREATE INDEX calendar_feeds_by_created_by ON calendar_feeds (created_by);
      CREATE INDEX calendar_feeds_by_revoked_by ON calendar_feeds (revoked_by);
      GRANT SELECT ON calendar_feeds TO dialogue_api;
      GRANT INSERT (id, token_hash, kind, organisation_code, created_by), UPDATE (revoked_at, revoked_by)
        ON calendar_feeds TO dialogue_api;

      ALTER TABLE milestones ADD COLUMN moves integer NOT NULL DEFAULT 0,
        ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
      -- Whose cases an office leads since the last reorganisation, their memory says.
      CREATE INDEX case_memory_by_lead_office ON case_memory ((state ->> 'leadOffice'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM calendar_feeds) THEN
          RAISE EXCEPTION 'Going down would lose the addresses of calendars';
        END IF;
      END $$;
    `);
    await queryRunner.query(`
      DROP INDEX case_memory_by_lead_office;
      ALTER TABLE milestones DROP COLUMN moves, DROP COLUMN changed_at;
      DROP TABLE calendar_feeds;
    `);
  }
}
