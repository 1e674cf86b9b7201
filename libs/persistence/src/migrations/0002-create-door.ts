import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where people come in: accounts, petitions as submitted (D2.2), sealed identities with the log of their readings
 * (D11.1d), commands in their order of arrival, and what is to be told outside of PostgreSQL.
 */
export class CreateDoor1795482000000 implements MigrationInterface {
  readonly name = 'CreateDoor1795482000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(appendOnly);
    await queryRunner.query(accounts);
    await queryRunner.query(submissions);
    await queryRunner.query(identities);
    await queryRunner.query(commands);
    await queryRunner.query(outbox);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM commands) OR EXISTS (SELECT FROM petition_submissions) OR EXISTS (SELECT FROM accounts) THEN
          RAISE EXCEPTION 'Going down would lose accounts, petitions or commands';
        END IF;
      END $$;
    `);
    await queryRunner.query(`
      DROP TABLE outbox, virtual_cases, commands, access_log, petition_identities, petition_submissions, accounts;
      DROP SEQUENCE petition_numbers;
      DROP FUNCTION refuse_change, announce_outbox, announce_commands, announce_outcome;
    `);
  }
}

const appendOnly = `
  -- A second wall behind the missing privileges: not even the owner changes history by mistake.
  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% on % is refused: rows are only ever added', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END $$;
`;

const accounts = `
  CREATE TABLE accounts (
    id uuid NOT NULL,
    username text NOT NULL,
    password_hash text NOT NULL,
    role text NOT NULL,
    organisation_code text,
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT accounts_pk PRIMARY KEY (id),
    CONSTRAINT accounts_username_once UNIQUE (username),
    CONSTRAINT accounts_username_in_small_letters CHECK (username = lower(username) AND username <> ''),
    CONSTRAINT accounts_role_known CHECK (role IN ('admin', 'clerk', 'host', 'agency', 'monitor', 'auditor')),
    CONSTRAINT accounts_organisation_unless_central CHECK (organisation_code IS NOT NULL OR role IN ('admin', 'auditor')),
    CONSTRAINT accounts_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code)
  );
  CREATE INDEX accounts_by_organisation ON accounts (organisation_code);
`;

const submissions = `
  CREATE SEQUENCE petition_numbers;

  CREATE TABLE petition_submissions (
    id uuid NOT NULL,
    number text NOT NULL,
    title text NOT NULL,
    content text NOT NULL,
    category text NOT NULL,
    is_collective boolean NOT NULL,
    source text NOT NULL,
    organisation_code text NOT NULL,
    lead_office_code text NOT NULL,
    received_on date NOT NULL,
    is_written_answer_required boolean NOT NULL,
    is_reachable_by_mail boolean NOT NULL,
    submitted_at timestamptz NOT NULL,
    submitted_by uuid,
    CONSTRAINT petition_submissions_pk PRIMARY KEY (id),
    CONSTRAINT petition_submissions_number_once UNIQUE (number),
    CONSTRAINT petition_submissions_category_known CHECK (category IN ('cadre', 'worker', 'member', 'armedForces', 'resident', 'investor')),
    CONSTRAINT petition_submissions_source_known CHECK (source IN ('beforeCutOff', 'late', 'atConference', 'outsideConference')),
    CONSTRAINT petition_submissions_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code),
    CONSTRAINT petition_submissions_lead_office_fk FOREIGN KEY (lead_office_code) REFERENCES organisations (code),
    CONSTRAINT petition_submissions_submitted_by_fk FOREIGN KEY (submitted_by) REFERENCES accounts (id)
  );
  CREATE INDEX petition_submissions_newest_first ON petition_submissions (submitted_at, id);
  CREATE INDEX petition_submissions_by_organisation ON petition_submissions (organisation_code);
  CREATE INDEX petition_submissions_by_lead_office ON petition_submissions (lead_office_code);
  CREATE INDEX petition_submissions_by_submitted_by ON petition_submissions (submitted_by);
`;

const identities = `
  CREATE TABLE petition_identities (
    petition_id uuid NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT petition_identities_pk PRIMARY KEY (petition_id),
    CONSTRAINT petition_identities_petition_fk FOREIGN KEY (petition_id) REFERENCES petition_submissions (id)
  );

  CREATE TABLE access_log (
    id bigint GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL DEFAULT now(),
    account_id uuid,
    purpose text NOT NULL,
    petition_id uuid NOT NULL,
    CONSTRAINT access_log_pk PRIMARY KEY (id),
    CONSTRAINT access_log_purpose_known CHECK (purpose IN ('read', 'letter')),
    CONSTRAINT access_log_reader_named CHECK (purpose <> 'read' OR account_id IS NOT NULL),
    CONSTRAINT access_log_account_fk FOREIGN KEY (account_id) REFERENCES accounts (id),
    CONSTRAINT access_log_petition_fk FOREIGN KEY (petition_id) REFERENCES petition_submissions (id)
  );
  CREATE INDEX access_log_by_petition ON access_log (petition_id, at);
  CREATE INDEX access_log_by_account ON access_log (account_id);
  CREATE TRIGGER access_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const commands = `
  CREATE TABLE commands (
    id text NOT NULL,
    arrival bigint GENERATED ALWAYS AS IDENTITY,
    case_kind text NOT NULL,
    case_id text NOT NULL,
    kind text NOT NULL,
    body_hash text NOT NULL,
    payload jsonb NOT NULL,
    words jsonb,
    actor_id uuid,
    received_at timestamptz NOT NULL,
    is_virtual boolean NOT NULL DEFAULT false,
    signalled_at timestamptz,
    outcome text,
    outcome_code text,
    outcome_rule text,
    outcome_sequence integer,
    decided_at timestamptz,
    recorded_at timestamptz,
    CONSTRAINT commands_pk PRIMARY KEY (id),
    CONSTRAINT commands_arrival_once UNIQUE (arrival),
    CONSTRAINT commands_case_kind_known CHECK (case_kind IN ('petition', 'mail')),
    CONSTRAINT commands_payload_is_object CHECK (jsonb_typeof(payload) = 'object'),
    CONSTRAINT commands_outcome_known CHECK (outcome IN ('accepted', 'refused')),
    CONSTRAINT commands_outcome_is_whole CHECK (
      (outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (recorded_at IS NULL)
      AND (outcome IS NOT DISTINCT FROM 'refused') = (outcome_code IS NOT NULL)
      AND (outcome IS NOT DISTINCT FROM 'refused') = (outcome_rule IS NOT NULL)
      AND (outcome IS NOT DISTINCT FROM 'accepted' OR outcome_sequence IS NULL)),
    CONSTRAINT commands_actor_fk FOREIGN KEY (actor_id) REFERENCES accounts (id)
  );
  CREATE INDEX commands_by_case ON commands (case_kind, case_id, arrival);
  CREATE INDEX commands_unsignalled ON commands (arrival) WHERE signalled_at IS NULL;
  CREATE INDEX commands_undecided ON commands (received_at) WHERE outcome IS NULL;
  CREATE INDEX commands_by_actor ON commands (actor_id);

  CREATE FUNCTION announce_commands() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN PERFORM pg_notify('commands', ''); RETURN NULL; END $$;
  CREATE TRIGGER commands_announced AFTER INSERT ON commands FOR EACH STATEMENT EXECUTE FUNCTION announce_commands();

  CREATE FUNCTION announce_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN PERFORM pg_notify('command_outcomes', NEW.id); RETURN NULL; END $$;
  CREATE TRIGGER commands_outcome_announced AFTER UPDATE OF outcome ON commands
    FOR EACH ROW WHEN (NEW.outcome IS NOT NULL) EXECUTE FUNCTION announce_outcome();
`;

const outbox = `
  CREATE TABLE virtual_cases (
    case_kind text NOT NULL,
    case_id text NOT NULL,
    CONSTRAINT virtual_cases_pk PRIMARY KEY (case_kind, case_id),
    CONSTRAINT virtual_cases_case_kind_known CHECK (case_kind IN ('petition', 'mail'))
  );

  CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL,
    case_kind text NOT NULL,
    case_id text NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_error text,
    CONSTRAINT outbox_pk PRIMARY KEY (id),
    CONSTRAINT outbox_kind_known CHECK (kind IN ('startMail', 'signalCase')),
    CONSTRAINT outbox_case_kind_fits_kind CHECK (case_kind = CASE kind WHEN 'startMail' THEN 'mail' ELSE 'petition' END)
  );
  CREATE INDEX outbox_waiting ON outbox (next_attempt_at, id) WHERE sent_at IS NULL;

  CREATE FUNCTION announce_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN PERFORM pg_notify('outbox', ''); RETURN NULL; END $$;
  CREATE TRIGGER outbox_announced AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION announce_outbox();
`;

const grants = `
  GRANT SELECT ON accounts, petition_submissions, petition_identities, access_log, commands, virtual_cases, outbox
    TO dialogue_api, dialogue_worker;
  GRANT USAGE ON SEQUENCE petition_numbers TO dialogue_api;
  GRANT INSERT ON petition_submissions, petition_identities, commands, outbox TO dialogue_api;
  GRANT INSERT, UPDATE ON accounts TO dialogue_api;
  GRANT UPDATE (signalled_at) ON commands TO dialogue_api;
  GRANT INSERT ON access_log TO dialogue_api, dialogue_worker;
  GRANT INSERT, UPDATE ON outbox TO dialogue_worker;
  GRANT UPDATE (signalled_at, outcome, outcome_code, outcome_rule, outcome_sequence, decided_at, recorded_at) ON commands TO dialogue_worker;
`;
