import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What every open case is to hear of: an edition of the calendar (D11.1c), or the succession of bodies (D11.3). Which cases
 * were told, and the one letter to each person with all that has moved, which belongs to no single case.
 */
export class CreateRollouts1795518000000 implements MigrationInterface {
  readonly name = 'CreateRollouts1795518000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(rollouts);
    await queryRunner.query(messages);
    await queryRunner.query(letters);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM rollouts) THEN
          RAISE EXCEPTION 'Going down would lose which cases were told of a change';
        END IF;
      END $$;
    `);
    await queryRunner.query(`
      REVOKE UPDATE (published_at, published_by) ON calendar_editions FROM dialogue_api;
      ALTER TABLE letters DROP CONSTRAINT letters_sequence_of_cases, ALTER COLUMN sequence SET NOT NULL;
      ALTER TABLE outbox DROP CONSTRAINT outbox_kind_known, DROP CONSTRAINT outbox_case_kind_fits_kind,
        ADD CONSTRAINT outbox_kind_known CHECK (kind IN ('startMail', 'signalCase')),
        ADD CONSTRAINT outbox_case_kind_fits_kind CHECK (
          CASE kind WHEN 'startMail' THEN case_kind = 'mail' ELSE case_kind IN ('petition', 'conference', 'report') END);
      DROP TABLE rollout_cases, rollouts;
    `);
  }
}

const rollouts = `
  CREATE TABLE rollouts (
    id text NOT NULL,
    kind text NOT NULL,
    -- What each case hears, and from which day on.
    command jsonb NOT NULL,
    due_on date NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    requested_by uuid,
    withdrawn_at timestamptz,
    finished_at timestamptz,
    CONSTRAINT rollouts_pk PRIMARY KEY (id),
    CONSTRAINT rollouts_kind_known CHECK (kind IN ('calendar', 'organisation')),
    CONSTRAINT rollouts_id_begins_with_kind CHECK (id LIKE kind || '/%'),
    CONSTRAINT rollouts_withdrawn_or_finished CHECK (withdrawn_at IS NULL OR finished_at IS NULL),
    CONSTRAINT rollouts_requested_by_fk FOREIGN KEY (requested_by) REFERENCES accounts (id)
  );
  CREATE INDEX rollouts_by_requested_by ON rollouts (requested_by);

  CREATE TABLE rollout_cases (
    rollout_id text NOT NULL,
    case_kind text NOT NULL,
    case_id text NOT NULL,
    told_at timestamptz NOT NULL DEFAULT now(),
    times_told integer NOT NULL DEFAULT 1,
    CONSTRAINT rollout_cases_pk PRIMARY KEY (rollout_id, case_kind, case_id),
    CONSTRAINT rollout_cases_rollout_fk FOREIGN KEY (rollout_id) REFERENCES rollouts (id),
    CONSTRAINT rollout_cases_case_fk FOREIGN KEY (case_kind, case_id) REFERENCES case_memory (case_kind, case_id)
  );
  CREATE INDEX rollout_cases_by_case ON rollout_cases (case_kind, case_id);
`;

const messages = `
  ALTER TABLE outbox DROP CONSTRAINT outbox_kind_known, DROP CONSTRAINT outbox_case_kind_fits_kind,
    ADD CONSTRAINT outbox_kind_known CHECK (kind IN ('startMail', 'startRollout', 'signalCase')),
    ADD CONSTRAINT outbox_case_kind_fits_kind CHECK (
      CASE kind WHEN 'startMail' THEN case_kind = 'mail' WHEN 'startRollout' THEN case_kind = 'rollout'
        ELSE case_kind IN ('petition', 'conference', 'report') END);
`;

/** A letter of a rollout belongs to no event of one case. */
const letters = `
  ALTER TABLE letters ALTER COLUMN sequence DROP NOT NULL,
    ADD CONSTRAINT letters_sequence_of_cases CHECK ((sequence IS NULL) = (case_kind = 'rollout'));
`;

const grants = `
  GRANT SELECT ON rollouts, rollout_cases TO dialogue_api, dialogue_worker;
  -- The API asks for a rollout, or takes one back before its day; what becomes of it is the worker's word.
  GRANT INSERT (id, kind, command, due_on, requested_by), UPDATE (withdrawn_at) ON rollouts TO dialogue_api;
  GRANT UPDATE (finished_at) ON rollouts TO dialogue_worker;
  GRANT INSERT, UPDATE (told_at, times_told) ON rollout_cases TO dialogue_worker;
  GRANT UPDATE (published_at, published_by) ON calendar_editions TO dialogue_api;
`;
