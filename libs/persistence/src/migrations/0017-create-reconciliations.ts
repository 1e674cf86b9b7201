import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was compared between the register and what runs, what was amiss and what was done about it: no deadline of a case is
 * kept while nobody runs it (D11.1c, D11.3).
 */
export class CreateReconciliations1795536400000 implements MigrationInterface {
  readonly name = 'CreateReconciliations1795536400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(reconciliations);
    await queryRunner.query(messages);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM outbox WHERE kind = 'startReconciliation';
      ALTER TABLE outbox DROP CONSTRAINT outbox_kind_known, DROP CONSTRAINT outbox_case_kind_fits_kind,
        ADD CONSTRAINT outbox_kind_known CHECK (kind IN ('startMail', 'startRollout', 'startImport', 'signalCase')),
        ADD CONSTRAINT outbox_case_kind_fits_kind CHECK (
          CASE kind WHEN 'startMail' THEN case_kind = 'mail' WHEN 'startRollout' THEN case_kind = 'rollout'
            WHEN 'startImport' THEN case_kind = 'import' ELSE case_kind IN ('petition', 'conference', 'report') END);
      DROP INDEX outbox_by_case;
      DROP TABLE reconciliation_findings, reconciliations;
    `);
  }
}

const reconciliations = `
  CREATE TABLE reconciliations (
    -- What follows "reconciliation/" in the id of its workflow.
    id text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    requested_by uuid,
    -- When it last did something: one that is silent for long counts as given up.
    touched_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    is_given_up boolean NOT NULL DEFAULT false,
    looked integer NOT NULL DEFAULT 0,
    CONSTRAINT reconciliations_pk PRIMARY KEY (id),
    CONSTRAINT reconciliations_given_up_is_finished CHECK (finished_at IS NOT NULL OR NOT is_given_up),
    CONSTRAINT reconciliations_requested_by_fk FOREIGN KEY (requested_by) REFERENCES accounts (id)
  );
  CREATE UNIQUE INDEX reconciliations_one_at_a_time ON reconciliations ((finished_at IS NULL)) WHERE finished_at IS NULL;
  CREATE INDEX reconciliations_newest_first ON reconciliations (started_at, id);
  CREATE INDEX reconciliations_by_requested_by ON reconciliations (requested_by);

  CREATE TABLE reconciliation_findings (
    reconciliation_id text NOT NULL,
    kind text NOT NULL,
    -- No reference: a run may be found of which the register knows nothing.
    id text NOT NULL,
    finding text NOT NULL,
    action text NOT NULL,
    needs_person boolean NOT NULL,
    found_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT reconciliation_findings_pk PRIMARY KEY (reconciliation_id, kind, id),
    CONSTRAINT reconciliation_findings_kind_known CHECK (kind IN ('petition', 'conference', 'report', 'mail', 'rollout', 'import')),
    CONSTRAINT reconciliation_findings_finding_known CHECK (finding IN (
      'beginningLost', 'notBegun', 'runMissing', 'taskFailing', 'registerAhead', 'runAhead', 'stepFailing', 'overButRunning',
      'stageDiffers', 'overdue', 'commandStuck', 'commandWaits', 'rolloutMissed', 'unknownRun')),
    CONSTRAINT reconciliation_findings_action_known CHECK (action IN ('started', 'restarted', 'resent', 'told', 'reported')),
    CONSTRAINT reconciliation_findings_reconciliation_fk FOREIGN KEY (reconciliation_id) REFERENCES reconciliations (id)
  );
`;

const messages = `
  ALTER TABLE outbox DROP CONSTRAINT outbox_kind_known, DROP CONSTRAINT outbox_case_kind_fits_kind,
    ADD CONSTRAINT outbox_kind_known CHECK (
      kind IN ('startMail', 'startRollout', 'startImport', 'startReconciliation', 'signalCase')),
    ADD CONSTRAINT outbox_case_kind_fits_kind CHECK (
      CASE kind WHEN 'startMail' THEN case_kind = 'mail' WHEN 'startRollout' THEN case_kind = 'rollout'
        WHEN 'startImport' THEN case_kind = 'import' WHEN 'startReconciliation' THEN case_kind = 'reconciliation'
        ELSE case_kind IN ('petition', 'conference', 'report') END);
  CREATE INDEX outbox_by_case ON outbox (case_kind, case_id, id);
`;

const grants = `
  GRANT SELECT ON reconciliations, reconciliation_findings TO dialogue_api, dialogue_worker;
  -- Either begins one, and gives up one that is silent; what is found is the worker's word.
  GRANT INSERT (id, requested_by), UPDATE (finished_at, is_given_up) ON reconciliations TO dialogue_api;
  GRANT INSERT, UPDATE (touched_at, finished_at, is_given_up, looked) ON reconciliations TO dialogue_worker;
  GRANT INSERT ON reconciliation_findings TO dialogue_worker;
`;
