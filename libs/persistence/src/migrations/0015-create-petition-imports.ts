import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Petitions that an office hands in at once (D2.2): the file, and each of its lines until it is registered, refused or known
 * already. Who stands behind them is sealed from the first moment (D11.1d). The worker registers them through the door; no
 * other command may it let arrive.
 */
export class CreatePetitionImports1795529200000 implements MigrationInterface {
  readonly name = 'CreatePetitionImports1795529200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(imports);
    await queryRunner.query(messages);
    await queryRunner.query(readings);
    await queryRunner.query(door);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM petition_imports) THEN
          RAISE EXCEPTION 'Going down would lose which petitions came with which file';
        END IF;
      END $$;
    `);
    await queryRunner.query(`
      REVOKE INSERT ON petition_submissions, petition_identities FROM dialogue_worker;
      REVOKE INSERT (id, case_kind, case_id, kind, body_hash, payload, words, actor_id, received_at, is_virtual)
        ON commands FROM dialogue_worker;
      REVOKE USAGE ON SEQUENCE petition_numbers FROM dialogue_worker;
      DROP TRIGGER commands_of_worker_are_imported ON commands;
      DROP TRIGGER petition_submissions_of_worker_are_imported ON petition_submissions;
      DROP TRIGGER petition_identities_of_worker_are_imported ON petition_identities;
      DROP FUNCTION only_rows_of_imports_arrive;
      ALTER TABLE access_log DROP CONSTRAINT access_log_of_petition_or_import, DROP CONSTRAINT access_log_import_fk,
        DROP COLUMN import_id, ALTER COLUMN petition_id SET NOT NULL,
        DROP CONSTRAINT access_log_purpose_known, DROP CONSTRAINT access_log_reader_named,
        ADD CONSTRAINT access_log_purpose_known CHECK (purpose IN ('read', 'letter')),
        ADD CONSTRAINT access_log_reader_named CHECK (purpose <> 'read' OR account_id IS NOT NULL);
      ALTER TABLE outbox DROP CONSTRAINT outbox_kind_known, DROP CONSTRAINT outbox_case_kind_fits_kind,
        ADD CONSTRAINT outbox_kind_known CHECK (kind IN ('startMail', 'startRollout', 'signalCase')),
        ADD CONSTRAINT outbox_case_kind_fits_kind CHECK (
          CASE kind WHEN 'startMail' THEN case_kind = 'mail' WHEN 'startRollout' THEN case_kind = 'rollout'
            ELSE case_kind IN ('petition', 'conference', 'report') END);
      DROP TABLE petition_import_rows, petition_imports;
    `);
  }
}

const imports = `
  CREATE TABLE petition_imports (
    id uuid NOT NULL,
    office_code text NOT NULL,
    -- Of the whole file: the same file of the same office is the same import.
    content_hash text NOT NULL,
    columns text[] NOT NULL,
    requested_at timestamptz NOT NULL,
    requested_by uuid NOT NULL,
    cancelled_at timestamptz,
    cancelled_by uuid,
    finished_at timestamptz,
    CONSTRAINT petition_imports_pk PRIMARY KEY (id),
    CONSTRAINT petition_imports_cancelled_by_somebody CHECK ((cancelled_at IS NULL) = (cancelled_by IS NULL)),
    CONSTRAINT petition_imports_office_fk FOREIGN KEY (office_code) REFERENCES organisations (code),
    CONSTRAINT petition_imports_requested_by_fk FOREIGN KEY (requested_by) REFERENCES accounts (id),
    CONSTRAINT petition_imports_cancelled_by_fk FOREIGN KEY (cancelled_by) REFERENCES accounts (id)
  );
  CREATE UNIQUE INDEX petition_imports_once ON petition_imports (office_code, content_hash) WHERE cancelled_at IS NULL;
  CREATE INDEX petition_imports_newest_first ON petition_imports (requested_at, id);
  CREATE INDEX petition_imports_by_office ON petition_imports (office_code);
  CREATE INDEX petition_imports_by_requested_by ON petition_imports (requested_by);
  CREATE INDEX petition_imports_by_cancelled_by ON petition_imports (cancelled_by);

  CREATE TABLE petition_import_rows (
    import_id uuid NOT NULL,
    line integer NOT NULL,
    office_code text NOT NULL,
    state text NOT NULL,
    -- The number that the office has given it itself.
    reference text,
    -- By which the same row is known again, and of what it says as a whole; null where it could not be read.
    row_key text,
    fingerprint text,
    -- Its own, or that of which it is a duplicate.
    petition_id uuid,
    command_id text,
    -- What goes through the door, until it has.
    registration jsonb,
    sealed_identity bytea,
    -- What is wrong with it, in sentences that quote nothing, and the cells themselves, sealed.
    faults jsonb,
    sealed_cells bytea,
    registered_at timestamptz,
    CONSTRAINT petition_import_rows_pk PRIMARY KEY (import_id, line),
    CONSTRAINT petition_import_rows_state_known CHECK (state IN ('waiting', 'registered', 'refused', 'duplicate', 'cancelled')),
    CONSTRAINT petition_import_rows_is_whole CHECK (
      (row_key IS NULL) = (state = 'refused') AND (fingerprint IS NULL) = (row_key IS NULL)
      AND (command_id IS NOT NULL) = (state IN ('waiting', 'registered', 'cancelled'))
      AND (petition_id IS NULL) = (state = 'refused')
      AND (registration IS NOT NULL) = (state = 'waiting') AND (sealed_identity IS NOT NULL) = (state = 'waiting')
      AND (faults IS NOT NULL) = (state = 'refused') AND (sealed_cells IS NOT NULL) = (state = 'refused')
      AND (registered_at IS NOT NULL) = (state = 'registered')),
    CONSTRAINT petition_import_rows_import_fk FOREIGN KEY (import_id) REFERENCES petition_imports (id)
  );
  -- No row of an office is ever registered twice, whatever file it comes in.
  CREATE UNIQUE INDEX petition_import_rows_once ON petition_import_rows (office_code, row_key)
    WHERE state IN ('waiting', 'registered');
  CREATE INDEX petition_import_rows_waiting ON petition_import_rows (import_id, line) WHERE state = 'waiting';
  CREATE INDEX petition_import_rows_by_petition ON petition_import_rows (petition_id);
`;

const messages = `
  ALTER TABLE outbox DROP CONSTRAINT outbox_kind_known, DROP CONSTRAINT outbox_case_kind_fits_kind,
    ADD CONSTRAINT outbox_kind_known CHECK (kind IN ('startMail', 'startRollout', 'startImport', 'signalCase')),
    ADD CONSTRAINT outbox_case_kind_fits_kind CHECK (
      CASE kind WHEN 'startMail' THEN case_kind = 'mail' WHEN 'startRollout' THEN case_kind = 'rollout'
        WHEN 'startImport' THEN case_kind = 'import' ELSE case_kind IN ('petition', 'conference', 'report') END);
`;

/** D11.1d: refused rows that somebody takes out to mend them are a reading, too. */
const readings = `
  ALTER TABLE access_log ALTER COLUMN petition_id DROP NOT NULL, ADD COLUMN import_id uuid,
    DROP CONSTRAINT access_log_purpose_known, DROP CONSTRAINT access_log_reader_named,
    ADD CONSTRAINT access_log_purpose_known CHECK (purpose IN ('read', 'letter', 'mend')),
    ADD CONSTRAINT access_log_reader_named CHECK (purpose = 'letter' OR account_id IS NOT NULL),
    ADD CONSTRAINT access_log_of_petition_or_import CHECK (
      (import_id IS NOT NULL) = (purpose = 'mend') AND (petition_id IS NULL) = (purpose = 'mend')),
    ADD CONSTRAINT access_log_import_fk FOREIGN KEY (import_id) REFERENCES petition_imports (id);
  CREATE INDEX access_log_by_import ON access_log (import_id);
`;

/** What the worker lets arrive is what the API has written down as a row of an import, and nothing else. */
const door = `
  CREATE FUNCTION only_rows_of_imports_arrive() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  DECLARE petition text := CASE TG_TABLE_NAME
    WHEN 'commands' THEN to_jsonb(NEW) ->> 'case_id'
    WHEN 'petition_submissions' THEN to_jsonb(NEW) ->> 'id'
    ELSE to_jsonb(NEW) ->> 'petition_id' END;
  BEGIN
    IF TG_TABLE_NAME = 'commands' AND (to_jsonb(NEW) ->> 'case_kind', to_jsonb(NEW) ->> 'kind') <> ('petition', 'register')
      OR petition !~ '^[0-9a-f-]{36}$'
      OR NOT EXISTS (SELECT FROM petition_import_rows WHERE petition_id = petition::uuid AND state = 'waiting')
    THEN
      RAISE EXCEPTION 'permission denied: the worker lets nothing arrive but rows of an import'
        USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER commands_of_worker_are_imported BEFORE INSERT ON commands
    FOR EACH ROW WHEN (current_user = 'dialogue_worker') EXECUTE FUNCTION only_rows_of_imports_arrive();
  CREATE TRIGGER petition_submissions_of_worker_are_imported BEFORE INSERT ON petition_submissions
    FOR EACH ROW WHEN (current_user = 'dialogue_worker') EXECUTE FUNCTION only_rows_of_imports_arrive();
  CREATE TRIGGER petition_identities_of_worker_are_imported BEFORE INSERT ON petition_identities
    FOR EACH ROW WHEN (current_user = 'dialogue_worker') EXECUTE FUNCTION only_rows_of_imports_arrive();
`;

const grants = `
  GRANT SELECT ON petition_imports, petition_import_rows TO dialogue_api, dialogue_worker;
  GRANT INSERT (id, office_code, content_hash, columns, requested_at, requested_by), UPDATE (cancelled_at, cancelled_by)
    ON petition_imports TO dialogue_api;
  GRANT INSERT, UPDATE (state, registration, sealed_identity) ON petition_import_rows TO dialogue_api;
  GRANT UPDATE (finished_at) ON petition_imports TO dialogue_worker;
  GRANT UPDATE (state, registration, sealed_identity, registered_at) ON petition_import_rows TO dialogue_worker;
  GRANT INSERT (import_id) ON access_log TO dialogue_api;
  GRANT INSERT (id, case_kind, case_id, kind, body_hash, payload, words, actor_id, received_at, is_virtual)
    ON commands TO dialogue_worker;
  GRANT INSERT ON petition_submissions, petition_identities TO dialogue_worker;
  GRANT USAGE ON SEQUENCE petition_numbers TO dialogue_worker;
`;
