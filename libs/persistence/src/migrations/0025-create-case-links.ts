import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Links by which a body acts on one case without an account (D8.1b, D8.1d, D10.3a, D11.1b, D11.1c): each is good for one
 * act, and PostgreSQL sees to it; a command by a link is of the case of that link, and of nobody's account.
 */
export class CreateCaseLinks1795565200000 implements MigrationInterface {
  readonly name = 'CreateCaseLinks1795565200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(links);
    await queryRunner.query(sessions);
    await queryRunner.query(commands);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM commands WHERE link_id IS NOT NULL) THEN
          RAISE EXCEPTION 'Going down would lose who has acted by a link';
        END IF;
      END $$;
    `);
    await queryRunner.query(`
      DROP INDEX commands_link_once, commands_by_link;
      ALTER TABLE commands DROP CONSTRAINT commands_one_actor, DROP CONSTRAINT commands_link_fk, DROP COLUMN link_id;
      DROP TABLE link_sessions, case_links;
    `);
  }
}

const links = `
  CREATE TABLE case_links (
    id uuid NOT NULL,
    -- The token itself stands in the letter alone.
    token_hash bytea NOT NULL,
    delivery_id uuid NOT NULL,
    case_kind text NOT NULL,
    case_id text NOT NULL,
    organisation_code text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    first_opened_at timestamptz,
    last_opened_at timestamptz,
    revoked_at timestamptz,
    revoked_by uuid,
    revoked_because text,
    CONSTRAINT case_links_pk PRIMARY KEY (id),
    CONSTRAINT case_links_token_once UNIQUE (token_hash),
    CONSTRAINT case_links_of_one_case UNIQUE (id, case_kind, case_id),
    CONSTRAINT case_links_token_is_hash CHECK (octet_length(token_hash) = 32),
    CONSTRAINT case_links_case_kind_known CHECK (case_kind IN ('petition', 'conference')),
    CONSTRAINT case_links_opened_first_and_last CHECK ((first_opened_at IS NULL) = (last_opened_at IS NULL)),
    CONSTRAINT case_links_revoked_because_known CHECK (revoked_because IN ('person', 'bodyLeft')),
    CONSTRAINT case_links_revocation_is_whole CHECK (
      (revoked_at IS NULL) = (revoked_because IS NULL)
      AND (revoked_by IS NOT NULL) = (revoked_because IS NOT DISTINCT FROM 'person')),
    CONSTRAINT case_links_delivery_fk FOREIGN KEY (delivery_id) REFERENCES mail_deliveries (id),
    CONSTRAINT case_links_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code),
    CONSTRAINT case_links_revoked_by_fk FOREIGN KEY (revoked_by) REFERENCES accounts (id)
  );
  CREATE INDEX case_links_by_case ON case_links (case_kind, case_id, created_at);
  CREATE INDEX case_links_by_delivery ON case_links (delivery_id);
  CREATE INDEX case_links_by_organisation ON case_links (organisation_code);
  CREATE INDEX case_links_by_revoked_by ON case_links (revoked_by);
`;

const sessions = `
  CREATE TABLE link_sessions (
    secret_hash bytea NOT NULL,
    link_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    -- What has been done in it: from then on it shows that, and nothing else.
    command_id text,
    CONSTRAINT link_sessions_pk PRIMARY KEY (secret_hash),
    CONSTRAINT link_sessions_secret_is_hash CHECK (octet_length(secret_hash) = 32),
    CONSTRAINT link_sessions_are_short CHECK (expires_at <= created_at + interval '2 hours'),
    CONSTRAINT link_sessions_link_fk FOREIGN KEY (link_id) REFERENCES case_links (id),
    CONSTRAINT link_sessions_command_fk FOREIGN KEY (command_id) REFERENCES commands (id)
  );
  CREATE INDEX link_sessions_by_link ON link_sessions (link_id);
  CREATE INDEX link_sessions_by_command ON link_sessions (command_id);
`;

const commands = `
  ALTER TABLE commands ADD COLUMN link_id uuid,
    ADD CONSTRAINT commands_one_actor CHECK (actor_id IS NULL OR link_id IS NULL),
    -- With the case: a link of one case can give no command to another.
    ADD CONSTRAINT commands_link_fk FOREIGN KEY (link_id, case_kind, case_id) REFERENCES case_links (id, case_kind, case_id);
  -- One link, one act; what a rule refused may be mended and sent again.
  CREATE UNIQUE INDEX commands_link_once ON commands (link_id)
    WHERE link_id IS NOT NULL AND outcome IS DISTINCT FROM 'refused';
  CREATE INDEX commands_by_link ON commands (link_id, case_kind, case_id) WHERE link_id IS NOT NULL;
`;

const grants = `
  GRANT SELECT ON case_links, link_sessions TO dialogue_api;
  GRANT UPDATE (first_opened_at, last_opened_at, revoked_at, revoked_by, revoked_because) ON case_links TO dialogue_api;
  GRANT INSERT (secret_hash, link_id, expires_at), UPDATE (command_id), DELETE ON link_sessions TO dialogue_api;
  GRANT INSERT (link_id) ON commands TO dialogue_api;
  GRANT SELECT ON case_links TO dialogue_worker;
  GRANT INSERT (id, token_hash, delivery_id, case_kind, case_id, organisation_code, expires_at) ON case_links TO dialogue_worker;
  GRANT UPDATE (revoked_at, revoked_because) ON case_links TO dialogue_worker;
`;
