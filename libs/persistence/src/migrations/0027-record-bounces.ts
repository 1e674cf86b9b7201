import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Letters that come back (RFC 3464) are told to their cases, and what is told otherwise than by mail is recorded; both stand
 * beside the deadline that the letter spoke of, which they do not move. Of a body that does not stir the superior hears once
 * for each silence (D11.3).
 */
export class RecordBounces1795572400000 implements MigrationInterface {
  readonly name = 'RecordBounces1795572400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(deliveries);
    await queryRunner.query(reports);
    await queryRunner.query(fallbacks);
    await queryRunner.query(silences);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM mail_deliveries WHERE num_nonnulls(bounced_at, delayed_at) > 0)
          OR EXISTS (SELECT FROM bounce_reports) OR EXISTS (SELECT FROM delivery_fallbacks)
          OR EXISTS (SELECT FROM body_silences) OR EXISTS (SELECT FROM silence_limits) THEN
          RAISE EXCEPTION 'Going down would lose which letters came back, what was told otherwise, and who was silent';
        END IF;
      END $$;
    `);
    await queryRunner.query(`
      DROP TABLE silence_limits, body_silences, delivery_fallbacks, bounce_reports, bounce_mailboxes;
      REVOKE SELECT (id, organisation_code) ON accounts FROM dialogue_worker;
      ALTER TABLE letters DROP CONSTRAINT letters_sequence_of_cases,
        ADD CONSTRAINT letters_sequence_of_cases CHECK ((sequence IS NULL) = (case_kind = 'rollout'));
      DROP INDEX mail_deliveries_in_trouble;
      ALTER TABLE mail_deliveries DROP CONSTRAINT mail_deliveries_bounce_is_whole,
        DROP CONSTRAINT mail_deliveries_delay_is_whole,
        DROP COLUMN bounced_at, DROP COLUMN bounce_status, DROP COLUMN bounce_text, DROP COLUMN delayed_at,
        DROP COLUMN delay_status, DROP CONSTRAINT mail_deliveries_state_known,
        ADD CONSTRAINT mail_deliveries_state_known CHECK (state IN (
          'queued', 'claimed', 'sending', 'sent', 'deferred', 'refused', 'uncertain', 'dropped', 'unaddressed'));
      CREATE INDEX mail_deliveries_in_trouble ON mail_deliveries (updated_at) WHERE state IN ('refused', 'uncertain', 'unaddressed');
    `);
  }
}

const deliveries = `
  ALTER TABLE mail_deliveries
    ADD COLUMN bounced_at timestamptz,
    -- The enhanced status code (RFC 3463), and the words of the server that sent it back, without addresses.
    ADD COLUMN bounce_status text,
    ADD COLUMN bounce_text text,
    ADD COLUMN delayed_at timestamptz,
    ADD COLUMN delay_status text;
  ALTER TABLE mail_deliveries DROP CONSTRAINT mail_deliveries_state_known,
    ADD CONSTRAINT mail_deliveries_state_known CHECK (state IN (
      'queued', 'claimed', 'sending', 'sent', 'deferred', 'refused', 'bounced', 'uncertain', 'dropped', 'unaddressed')),
    ADD CONSTRAINT mail_deliveries_bounce_is_whole CHECK (
      (bounced_at IS NULL) = (bounce_status IS NULL) AND (bounced_at IS NOT NULL OR bounce_text IS NULL AND state <> 'bounced')),
    ADD CONSTRAINT mail_deliveries_delay_is_whole CHECK ((delayed_at IS NULL) = (delay_status IS NULL));
  DROP INDEX mail_deliveries_in_trouble;
  CREATE INDEX mail_deliveries_in_trouble ON mail_deliveries (updated_at)
    WHERE state IN ('refused', 'bounced', 'uncertain', 'unaddressed');
`;

const reports = `
  CREATE TABLE bounce_mailboxes (
    name text NOT NULL,
    -- Uids count anew under another validity (RFC 9051).
    uid_validity text NOT NULL,
    last_uid bigint NOT NULL,
    read_at timestamptz NOT NULL DEFAULT now(),
    -- Mail that is no report of delivery.
    others integer NOT NULL DEFAULT 0,
    CONSTRAINT bounce_mailboxes_pk PRIMARY KEY (name)
  );

  CREATE TABLE bounce_reports (
    -- SHA-256 of the message, and which of its recipients.
    message_key text NOT NULL,
    number integer NOT NULL,
    mailbox text NOT NULL,
    uid_validity text NOT NULL,
    uid bigint NOT NULL,
    delivery_id uuid,
    action text,
    status text,
    diagnostic text,
    outcome text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT bounce_reports_pk PRIMARY KEY (message_key, number),
    CONSTRAINT bounce_reports_action_known CHECK (action IN ('failed', 'delayed', 'delivered', 'relayed', 'expanded')),
    CONSTRAINT bounce_reports_outcome_known CHECK (outcome IN (
      'bounced', 'delayed', 'noted', 'repeated', 'notSent', 'otherRecipient', 'unknown', 'unreadable')),
    CONSTRAINT bounce_reports_delivery_fk FOREIGN KEY (delivery_id) REFERENCES mail_deliveries (id)
  );
  CREATE INDEX bounce_reports_by_delivery ON bounce_reports (delivery_id);
  CREATE INDEX bounce_reports_by_outcome ON bounce_reports (outcome, recorded_at);
`;

const fallbacks = `
  CREATE TABLE delivery_fallbacks (
    delivery_id uuid NOT NULL,
    number integer NOT NULL,
    -- None: what was recorded before is taken back.
    means text,
    told_on date,
    evidence_number text,
    -- Who was told, and why it is corrected, are words of the command.
    command_id text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT delivery_fallbacks_pk PRIMARY KEY (delivery_id, number),
    CONSTRAINT delivery_fallbacks_command_once UNIQUE (command_id),
    CONSTRAINT delivery_fallbacks_means_known CHECK (means IN ('phone', 'paper', 'byHand')),
    CONSTRAINT delivery_fallbacks_is_whole CHECK (
      (means IS NULL) = (told_on IS NULL) AND (means IS NOT NULL OR evidence_number IS NULL AND number > 1)),
    CONSTRAINT delivery_fallbacks_delivery_fk FOREIGN KEY (delivery_id) REFERENCES mail_deliveries (id),
    CONSTRAINT delivery_fallbacks_command_fk FOREIGN KEY (command_id) REFERENCES commands (id)
  );
  CREATE TRIGGER delivery_fallbacks_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON delivery_fallbacks
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const silences = `
  ALTER TABLE letters DROP CONSTRAINT letters_sequence_of_cases,
    ADD CONSTRAINT letters_sequence_of_cases CHECK ((sequence IS NULL) = (case_kind IN ('rollout', 'silence')));

  CREATE TABLE body_silences (
    organisation_code text NOT NULL,
    -- When the first letter went out that it has left lying.
    since timestamptz NOT NULL,
    working_days integer NOT NULL,
    told_at timestamptz NOT NULL DEFAULT now(),
    -- None: the body has no superior.
    letter_id uuid,
    CONSTRAINT body_silences_pk PRIMARY KEY (organisation_code, since),
    CONSTRAINT body_silences_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code),
    CONSTRAINT body_silences_letter_fk FOREIGN KEY (letter_id) REFERENCES letters (id)
  );
  CREATE INDEX body_silences_by_letter ON body_silences (letter_id);

  CREATE TABLE silence_limits (
    organisation_code text NOT NULL,
    set_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    set_by uuid NOT NULL,
    working_days integer NOT NULL,
    CONSTRAINT silence_limits_pk PRIMARY KEY (organisation_code, set_at),
    CONSTRAINT silence_limits_working_days_possible CHECK (working_days BETWEEN 1 AND 60),
    CONSTRAINT silence_limits_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code),
    CONSTRAINT silence_limits_set_by_fk FOREIGN KEY (set_by) REFERENCES accounts (id)
  );
  CREATE INDEX silence_limits_by_set_by ON silence_limits (set_by);
`;

const grants = `
  GRANT SELECT ON body_silences, silence_limits TO dialogue_api, dialogue_worker;
  GRANT INSERT ON body_silences TO dialogue_worker;
  GRANT INSERT (organisation_code, set_by, working_days) ON silence_limits TO dialogue_api;
  -- Whose account it was that acted: a body that acts is not silent.
  GRANT SELECT (id, organisation_code) ON accounts TO dialogue_worker;
  GRANT SELECT ON bounce_mailboxes, bounce_reports, delivery_fallbacks TO dialogue_api, dialogue_worker;
  GRANT INSERT, UPDATE ON bounce_mailboxes TO dialogue_worker;
  GRANT INSERT ON bounce_reports, delivery_fallbacks TO dialogue_worker;
`;
