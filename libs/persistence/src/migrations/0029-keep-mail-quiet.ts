import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How bodies want their mail, who stands in for whom, and letters that wait: for the morning, for a digest, or for nothing
 * any more (D11.1c, D11.3).
 */
export class KeepMailQuiet1795582800000 implements MigrationInterface {
  readonly name = 'KeepMailQuiet1795582800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(settings);
    await queryRunner.query(absences);
    await queryRunner.query(deliveries);
    await queryRunner.query(digests);
    await queryRunner.query(messages);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM mail_settings) OR EXISTS (SELECT FROM mail_absences)
          OR EXISTS (SELECT FROM letters WHERE case_kind = 'digest')
          OR EXISTS (SELECT FROM mail_deliveries WHERE dropped_because IS NOT NULL OR deputy_for IS NOT NULL) THEN
          RAISE EXCEPTION 'Going down would lose how bodies want their mail, and what became of it';
        END IF;
      END $$;
    `);
    await queryRunner.query(`
      DROP TRIGGER mail_deliveries_digest_followed ON mail_deliveries;
      DROP FUNCTION follow_digest;
      DELETE FROM outbox WHERE kind = 'wakeMail';
      ALTER TABLE outbox DROP CONSTRAINT outbox_kind_known, DROP CONSTRAINT outbox_case_kind_fits_kind,
        ADD CONSTRAINT outbox_kind_known CHECK (
          kind IN ('startMail', 'startRollout', 'startImport', 'startReconciliation', 'signalCase')),
        ADD CONSTRAINT outbox_case_kind_fits_kind CHECK (
          CASE kind WHEN 'startMail' THEN case_kind = 'mail' WHEN 'startRollout' THEN case_kind = 'rollout'
            WHEN 'startImport' THEN case_kind = 'import' WHEN 'startReconciliation' THEN case_kind = 'reconciliation'
            ELSE case_kind IN ('petition', 'conference', 'report') END);
      ALTER TABLE letters DROP CONSTRAINT letters_sequence_of_cases,
        ADD CONSTRAINT letters_sequence_of_cases CHECK ((sequence IS NULL) = (case_kind IN ('rollout', 'silence')));
      ALTER TABLE mail_deliveries DROP COLUMN deputy_for, DROP COLUMN digest_id, DROP COLUMN dropped_because,
        DROP COLUMN send_after;
      DROP TABLE mail_absences, mail_settings;
    `);
  }
}

/** Rows are only added: of a day that which begins last before it, and of those of one day the newest. So each is its own evidence. */
const settings = `
  CREATE TABLE mail_settings (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    organisation_code text NOT NULL,
    mode text NOT NULL,
    salutation_language text NOT NULL,
    additional_addresses text[] NOT NULL DEFAULT '{}',
    valid_from date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by uuid NOT NULL,
    CONSTRAINT mail_settings_pk PRIMARY KEY (id),
    CONSTRAINT mail_settings_mode_known CHECK (mode IN ('immediate', 'digest')),
    CONSTRAINT mail_settings_salutation_language_known CHECK (salutation_language IN ('vi', 'vi+en')),
    CONSTRAINT mail_settings_few_addresses CHECK (cardinality(additional_addresses) <= 10),
    CONSTRAINT mail_settings_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code),
    CONSTRAINT mail_settings_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES accounts (id)
  );
  CREATE INDEX mail_settings_by_organisation ON mail_settings (organisation_code, valid_from, id);
  CREATE INDEX mail_settings_by_recorded_by ON mail_settings (recorded_by);
  CREATE TRIGGER mail_settings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON mail_settings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const absences = `
  CREATE TABLE mail_absences (
    id uuid NOT NULL,
    organisation_code text NOT NULL,
    person_id uuid NOT NULL,
    deputy_id uuid NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by uuid NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    CONSTRAINT mail_absences_pk PRIMARY KEY (id),
    CONSTRAINT mail_absences_deputy_is_another CHECK (deputy_id <> person_id),
    CONSTRAINT mail_absences_end_after_begin CHECK (to_on >= from_on),
    CONSTRAINT mail_absences_withdrawn_by_somebody CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CONSTRAINT mail_absences_one_at_a_time
      EXCLUDE USING gist (person_id WITH =, daterange(from_on, to_on, '[]') WITH &&) WHERE (withdrawn_at IS NULL),
    CONSTRAINT mail_absences_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code),
    CONSTRAINT mail_absences_person_fk FOREIGN KEY (person_id) REFERENCES people (id),
    CONSTRAINT mail_absences_deputy_fk FOREIGN KEY (deputy_id) REFERENCES people (id),
    CONSTRAINT mail_absences_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES accounts (id),
    CONSTRAINT mail_absences_withdrawn_by_fk FOREIGN KEY (withdrawn_by) REFERENCES accounts (id)
  );
  CREATE INDEX mail_absences_by_organisation ON mail_absences (organisation_code, from_on);
  CREATE INDEX mail_absences_by_person ON mail_absences (person_id, from_on);
  CREATE INDEX mail_absences_by_deputy ON mail_absences (deputy_id);
  CREATE INDEX mail_absences_by_recorded_by ON mail_absences (recorded_by);
  CREATE INDEX mail_absences_by_withdrawn_by ON mail_absences (withdrawn_by);
`;

const deliveries = `
  ALTER TABLE mail_deliveries
    ADD COLUMN send_after timestamptz,
    ADD COLUMN dropped_because text,
    ADD COLUMN digest_id uuid,
    ADD COLUMN deputy_for uuid;
  ALTER TABLE mail_deliveries
    ADD CONSTRAINT mail_deliveries_dropped_because_known CHECK (
      dropped_because IS NULL OR state = 'dropped' AND dropped_because IN ('dutyDone', 'dutyMoved', 'bodyChanged',
        'caseEnded', 'conferenceOff', 'conferenceMoved', 'superseded', 'nobodyLeft', 'nothingLeft')),
    ADD CONSTRAINT mail_deliveries_digest_fk FOREIGN KEY (digest_id) REFERENCES mail_deliveries (id),
    ADD CONSTRAINT mail_deliveries_deputy_for_fk FOREIGN KEY (deputy_for) REFERENCES people (id);
  CREATE INDEX mail_deliveries_by_digest ON mail_deliveries (digest_id);
  CREATE INDEX mail_deliveries_by_deputy_for ON mail_deliveries (deputy_for);
  CREATE INDEX mail_deliveries_waiting ON mail_deliveries (queued_at) WHERE state = 'queued' AND digest_id IS NULL;
  -- A digest belongs to no event of one case.
  ALTER TABLE letters DROP CONSTRAINT letters_sequence_of_cases,
    ADD CONSTRAINT letters_sequence_of_cases CHECK ((sequence IS NULL) = (case_kind IN ('rollout', 'silence', 'digest')));
`;

/** What goes with a digest fares as it does, whoever says what became of it. */
const digests = `
  CREATE FUNCTION follow_digest() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE mail_deliveries SET state = NEW.state, smtp_code = NEW.smtp_code, smtp_answer = NEW.smtp_answer,
      sent_at = NEW.sent_at, decided_by = NEW.decided_by, dropped_because = NEW.dropped_because,
      bounced_at = NEW.bounced_at, bounce_status = NEW.bounce_status, bounce_text = NEW.bounce_text, updated_at = NEW.updated_at
    WHERE digest_id = NEW.id AND state <> 'dropped';
    RETURN NULL;
  END $$;
  CREATE TRIGGER mail_deliveries_digest_followed AFTER UPDATE OF state ON mail_deliveries FOR EACH ROW
    WHEN (NEW.state IS DISTINCT FROM OLD.state AND NEW.state NOT IN ('claimed', 'sending'))
    EXECUTE FUNCTION follow_digest();
`;

const messages = `
  ALTER TABLE outbox DROP CONSTRAINT outbox_kind_known, DROP CONSTRAINT outbox_case_kind_fits_kind,
    ADD CONSTRAINT outbox_kind_known CHECK (
      kind IN ('startMail', 'wakeMail', 'startRollout', 'startImport', 'startReconciliation', 'signalCase')),
    ADD CONSTRAINT outbox_case_kind_fits_kind CHECK (
      CASE kind WHEN 'startMail' THEN case_kind = 'mail' WHEN 'wakeMail' THEN case_kind = 'mail'
        WHEN 'startRollout' THEN case_kind = 'rollout' WHEN 'startImport' THEN case_kind = 'import'
        WHEN 'startReconciliation' THEN case_kind = 'reconciliation'
        ELSE case_kind IN ('petition', 'conference', 'report') END);
`;

const grants = `
  GRANT SELECT ON mail_settings, mail_absences TO dialogue_api, dialogue_worker;
  GRANT INSERT (organisation_code, mode, salutation_language, additional_addresses, valid_from, recorded_by)
    ON mail_settings TO dialogue_api;
  GRANT INSERT (id, organisation_code, person_id, deputy_id, from_on, to_on, recorded_by), UPDATE (withdrawn_at, withdrawn_by)
    ON mail_absences TO dialogue_api;
`;
