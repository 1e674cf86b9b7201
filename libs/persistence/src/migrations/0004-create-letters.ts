import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters that are owed, each once per case (D11.1b, D11.1c, D11.3), and their way to the people that they are for. */
export class CreateLetters1795489200000 implements MigrationInterface {
  readonly name = 'CreateLetters1795489200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(letters);
    await queryRunner.query(deliveries);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM letters) THEN
          RAISE EXCEPTION 'Going down would lose the letters and what became of them';
        END IF;
      END $$;
    `);
    await queryRunner.query('DROP TABLE mail_deliveries, letters');
  }
}

const letters = `
  CREATE TABLE letters (
    id uuid NOT NULL,
    case_kind text NOT NULL,
    case_id text NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    content jsonb NOT NULL,
    sequence integer NOT NULL,
    owed_at timestamptz NOT NULL,
    rule text NOT NULL,
    CONSTRAINT letters_pk PRIMARY KEY (id),
    CONSTRAINT letters_key_once_per_case UNIQUE (case_kind, case_id, key),
    CONSTRAINT letters_content_is_of_its_kind CHECK (content ->> 'kind' = kind),
    CONSTRAINT letters_event_fk FOREIGN KEY (case_kind, case_id, sequence) REFERENCES case_events (case_kind, case_id, sequence)
  );
  CREATE INDEX letters_by_event ON letters (case_kind, case_id, sequence);
  CREATE TRIGGER letters_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON letters FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const deliveries = `
  CREATE TABLE mail_deliveries (
    id uuid NOT NULL,
    letter_id uuid NOT NULL,
    recipient_role text NOT NULL,
    organisation_code text,
    person_id uuid,
    post_kind text,
    post_title text,
    address text,
    state text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    claim_token uuid,
    lease_until timestamptz,
    smtp_code integer,
    smtp_answer text,
    message_id text,
    queued_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz,
    updated_at timestamptz NOT NULL DEFAULT now(),
    decided_by uuid,
    CONSTRAINT mail_deliveries_pk PRIMARY KEY (id),
    CONSTRAINT mail_deliveries_message_id_once UNIQUE (message_id),
    CONSTRAINT mail_deliveries_recipient_role_known CHECK (recipient_role IN (
      'handler', 'agencyHead', 'leadOffice', 'monitor', 'front', 'host', 'superior', 'petitioner')),
    CONSTRAINT mail_deliveries_state_known CHECK (state IN (
      'queued', 'claimed', 'sending', 'sent', 'deferred', 'refused', 'uncertain', 'dropped', 'unaddressed')),
    CONSTRAINT mail_deliveries_claim_is_whole CHECK (
      (state IN ('claimed', 'sending')) = (claim_token IS NOT NULL) AND (claim_token IS NULL) = (lease_until IS NULL)),
    CONSTRAINT mail_deliveries_address_known CHECK (
      (address IS NULL) = (recipient_role = 'petitioner' OR state = 'unaddressed')),
    CONSTRAINT mail_deliveries_letter_fk FOREIGN KEY (letter_id) REFERENCES letters (id),
    CONSTRAINT mail_deliveries_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code),
    CONSTRAINT mail_deliveries_person_fk FOREIGN KEY (person_id) REFERENCES people (id),
    CONSTRAINT mail_deliveries_decided_by_fk FOREIGN KEY (decided_by) REFERENCES accounts (id)
  );
  CREATE INDEX mail_deliveries_by_letter ON mail_deliveries (letter_id);
  CREATE INDEX mail_deliveries_by_organisation ON mail_deliveries (organisation_code);
  CREATE INDEX mail_deliveries_by_person ON mail_deliveries (person_id);
  CREATE INDEX mail_deliveries_by_decided_by ON mail_deliveries (decided_by);
  CREATE INDEX mail_deliveries_in_trouble ON mail_deliveries (updated_at) WHERE state IN ('refused', 'uncertain', 'unaddressed');
`;

const grants = `
  GRANT SELECT ON letters, mail_deliveries TO dialogue_api, dialogue_worker;
  GRANT INSERT ON letters TO dialogue_worker;
  GRANT INSERT, UPDATE ON mail_deliveries TO dialogue_worker;
`;
