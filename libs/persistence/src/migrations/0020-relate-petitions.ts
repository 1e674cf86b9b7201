import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How petitions are classed and marked (D4.1, D4.5, D8.2a), who may read whom (D2.2, D11.1d), and how they belong together:
 * merged into one (D8.1c, D11.1c), or split from one letter.
 */
export class RelatePetitions1795547200000 implements MigrationInterface {
  readonly name = 'RelatePetitions1795547200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(submissions);
    await queryRunner.query(petitions);
    await queryRunner.query(identities);
    await queryRunner.query(parts);
    await queryRunner.query(beginning);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(refuseLoss);
    await queryRunner.query(`
      DROP FUNCTION begin_petition_parts;
      DROP TABLE petition_parts, petition_fingerprints, petition_identity_changes;
    `);
    await queryRunner.query(undoPetitions);
    await queryRunner.query(undoSubmissions);
  }
}

const submissions = `
  CREATE EXTENSION IF NOT EXISTS pg_trgm;

  ALTER TABLE petition_submissions
    ADD COLUMN classification text NOT NULL DEFAULT 'normal',
    ADD COLUMN stub_number text,
    ADD COLUMN stub_keeper text,
    ADD COLUMN split_from uuid;
  ALTER TABLE petition_submissions
    ADD CONSTRAINT petition_submissions_classification_known CHECK (classification IN ('normal', 'internal', 'stateSecret')),
    -- Of a state secret there is its number and its keeper, and no text (D4.1).
    ADD CONSTRAINT petition_submissions_secret_is_stub CHECK (
      CASE classification WHEN 'stateSecret' THEN num_nonnulls(stub_number, stub_keeper) = 2 AND content = ''
        ELSE num_nonnulls(stub_number, stub_keeper) = 0 END),
    ADD CONSTRAINT petition_submissions_split_from_fk FOREIGN KEY (split_from) REFERENCES petition_submissions (id);
  CREATE INDEX petition_submissions_by_split_from ON petition_submissions (split_from);
  -- Likely duplicates are found by their words.
  CREATE INDEX petition_submissions_by_likeness ON petition_submissions
    USING gin ((title || ' ' || left(content, 1000)) gin_trgm_ops);
`;

const undoSubmissions = `
  DROP INDEX petition_submissions_by_likeness;
  ALTER TABLE petition_submissions DROP COLUMN split_from, DROP COLUMN stub_keeper, DROP COLUMN stub_number,
    DROP COLUMN classification;
`;

const petitions = `
  ALTER TABLE petitions
    ADD COLUMN classification text NOT NULL DEFAULT 'normal',
    ADD COLUMN urgency text,
    ADD COLUMN authority text,
    ADD COLUMN protected_by text,
    ADD COLUMN is_reachable_by_mail boolean,
    ADD COLUMN leading_id uuid;
  ALTER TABLE petitions
    ADD CONSTRAINT petitions_classification_known CHECK (classification IN ('normal', 'internal', 'stateSecret')),
    ADD CONSTRAINT petitions_urgency_known CHECK (urgency IN ('ordinary', 'urgent', 'veryUrgent')),
    ADD CONSTRAINT petitions_authority_known CHECK (authority IN ('within', 'beyond')),
    ADD CONSTRAINT petitions_protected_by_known CHECK (protected_by IN ('leadOffice', 'host', 'administrator')),
    ADD CONSTRAINT petitions_merged_into_one CHECK ((stage = 'merged') <= (leading_id IS NOT NULL)),
    ADD CONSTRAINT petitions_leading_fk FOREIGN KEY (leading_id) REFERENCES petition_submissions (id),
    DROP CONSTRAINT petitions_stage_known,
    ADD CONSTRAINT petitions_stage_known CHECK (stage IN (
      'submitted', 'received', 'accepted', 'assigned', 'inProgress', 'answered', 'resolved', 'settled', 'declined',
      'deferred', 'referred', 'closed', 'redirected', 'withdrawn', 'merged')),
    DROP CONSTRAINT petitions_flags_known,
    ADD CONSTRAINT petitions_flags_known CHECK (flags <@ ARRAY['overdue', 'breached', 'deemedReceipt', 'provisional',
      'mailTrouble', 'urgent', 'beyondAuthority', 'restricted', 'protected', 'abusive']);
  CREATE INDEX petitions_by_leading ON petitions (leading_id);
`;

const undoPetitions = `
  ALTER TABLE petitions DROP COLUMN leading_id, DROP COLUMN is_reachable_by_mail, DROP COLUMN protected_by,
    DROP COLUMN authority, DROP COLUMN urgency, DROP COLUMN classification,
    DROP CONSTRAINT petitions_stage_known,
    ADD CONSTRAINT petitions_stage_known CHECK (stage IN (
      'submitted', 'received', 'accepted', 'assigned', 'inProgress', 'answered', 'resolved', 'settled', 'declined',
      'deferred', 'referred', 'closed', 'redirected', 'withdrawn')),
    DROP CONSTRAINT petitions_flags_known,
    ADD CONSTRAINT petitions_flags_known CHECK (flags <@ ARRAY['overdue', 'breached', 'deemedReceipt', 'provisional', 'mailTrouble']);
`;

/** D11.1d: whoever knows the key sees from two fingerprints that a person is the same; nobody sees from them who it is. */
const identities = `
  CREATE TABLE petition_identity_changes (
    command_id text NOT NULL,
    petition_id uuid NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT petition_identity_changes_pk PRIMARY KEY (command_id),
    CONSTRAINT petition_identity_changes_command_fk FOREIGN KEY (command_id) REFERENCES commands (id),
    CONSTRAINT petition_identity_changes_petition_fk FOREIGN KEY (petition_id) REFERENCES petition_submissions (id)
  );
  CREATE INDEX petition_identity_changes_by_petition ON petition_identity_changes (petition_id);

  CREATE TABLE petition_fingerprints (
    petition_id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    CONSTRAINT petition_fingerprints_pk PRIMARY KEY (petition_id, fingerprint),
    CONSTRAINT petition_fingerprints_petition_fk FOREIGN KEY (petition_id) REFERENCES petition_submissions (id)
  );
  CREATE INDEX petition_fingerprints_by_fingerprint ON petition_fingerprints (fingerprint);
`;

/** What came with a command to split: it becomes petitions when the command is accepted, and nothing otherwise. */
const parts = `
  CREATE TABLE petition_parts (
    petition_id uuid NOT NULL,
    command_id text NOT NULL,
    place integer NOT NULL,
    title text NOT NULL,
    content text NOT NULL,
    sealed bytea,
    CONSTRAINT petition_parts_pk PRIMARY KEY (petition_id),
    CONSTRAINT petition_parts_place_once UNIQUE (command_id, place),
    CONSTRAINT petition_parts_command_fk FOREIGN KEY (command_id) REFERENCES commands (id)
  );
`;

/** The way in which a part becomes a petition: in the words that came through the door, once its split is recorded. */
const beginning = `
  CREATE FUNCTION begin_petition_parts(split_command text, begun_at timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO petition_submissions (id, number, title, content, category, is_collective, source, organisation_code,
      lead_office_code, received_on, is_written_answer_required, is_reachable_by_mail, submitted_at, submitted_by,
      classification, split_from)
    SELECT part.petition_id,
      'KN-' || to_char(begun_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY') || '-' || lpad(part.next, GREATEST(6, length(part.next)), '0'),
      part.title, part.content, whole.category, whole.is_collective, petition.source, memory.state ->> 'organisation',
      memory.state ->> 'leadOffice', whole.received_on, petition.is_written_answer_required,
      COALESCE(petition.is_reachable_by_mail, whole.is_reachable_by_mail), begun_at, command.actor_id,
      petition.classification, whole.id
    FROM (SELECT *, nextval('petition_numbers')::text AS next FROM petition_parts WHERE command_id = split_command ORDER BY place) part
    JOIN commands command ON command.id = part.command_id
    JOIN petition_submissions whole ON whole.id = command.case_id::uuid
    JOIN petitions petition ON petition.id = whole.id
    JOIN case_memory memory ON memory.case_kind = 'petition' AND memory.case_id = whole.id::text
    WHERE command.case_kind = 'petition' AND command.kind = 'split';

    INSERT INTO petition_identities (petition_id, sealed)
    SELECT part.petition_id, part.sealed FROM petition_parts part
    WHERE part.command_id = split_command AND part.sealed IS NOT NULL;

    INSERT INTO petition_fingerprints (petition_id, fingerprint)
    SELECT part.petition_id, known.fingerprint FROM petition_parts part
    JOIN petition_submissions begun ON begun.id = part.petition_id
    JOIN petition_fingerprints known ON known.petition_id = begun.split_from
    WHERE part.command_id = split_command;
  $$;
`;

const grants = `
  GRANT SELECT ON petition_identity_changes, petition_fingerprints, petition_parts TO dialogue_api;
  GRANT SELECT ON petition_identity_changes TO dialogue_worker;
  GRANT INSERT ON petition_identity_changes, petition_fingerprints, petition_parts TO dialogue_api;
  -- Of the rows of a file, which the worker registers.
  GRANT INSERT ON petition_fingerprints TO dialogue_worker;
  REVOKE ALL ON FUNCTION begin_petition_parts FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION begin_petition_parts TO dialogue_worker;
`;

const refuseLoss = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM petition_submissions WHERE classification <> 'normal' OR split_from IS NOT NULL)
      OR EXISTS (SELECT FROM petitions WHERE stage = 'merged' OR num_nonnulls(urgency, authority, protected_by, leading_id) > 0
        OR flags && ARRAY['urgent', 'beyondAuthority', 'restricted', 'protected', 'abusive'])
      OR EXISTS (SELECT FROM petition_identity_changes)
      OR EXISTS (SELECT FROM petition_parts)
      OR EXISTS (SELECT FROM petition_fingerprints) THEN
      RAISE EXCEPTION 'Going down would lose how petitions are classed, sealed and related';
    END IF;
  END $$;
`;
