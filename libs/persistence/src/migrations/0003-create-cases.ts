import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The cases as the ledger records them: the legal history, what a run starts from, and the projections that people read
 * (D10.1a, D11.1b, D11.1c, D11.3).
 */
export class CreateCases1795485600000 implements MigrationInterface {
  readonly name = 'CreateCases1795485600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(memory);
    await queryRunner.query(events);
    await queryRunner.query(petitions);
    await queryRunner.query(assignments);
    await queryRunner.query(milestones);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM case_events) THEN
          RAISE EXCEPTION 'Going down would lose the history of the cases';
        END IF;
      END $$;
    `);
    await queryRunner.query('DROP TABLE milestones, answers, assignments, petitions, case_events, case_memory');
  }
}

const memory = `
  CREATE TABLE case_memory (
    case_kind text NOT NULL,
    case_id text NOT NULL,
    sequence integer NOT NULL,
    last_at timestamptz NOT NULL,
    state jsonb NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT case_memory_pk PRIMARY KEY (case_kind, case_id),
    CONSTRAINT case_memory_case_kind_known CHECK (case_kind IN ('petition')),
    CONSTRAINT case_memory_sequence_counted_from_one CHECK (sequence >= 1)
  );
`;

const events = `
  CREATE TABLE case_events (
    case_kind text NOT NULL,
    case_id text NOT NULL,
    sequence integer NOT NULL,
    event text NOT NULL,
    at timestamptz NOT NULL,
    rule text NOT NULL,
    facts jsonb NOT NULL,
    actor_id uuid,
    -- No foreign key: what the system itself tells a case (a letter was refused) did not come through the door.
    command_id text,
    content_hash text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT case_events_pk PRIMARY KEY (case_kind, case_id, sequence),
    CONSTRAINT case_events_case_kind_known CHECK (case_kind IN ('petition')),
    CONSTRAINT case_events_sequence_counted_from_one CHECK (sequence >= 1),
    CONSTRAINT case_events_actor_fk FOREIGN KEY (actor_id) REFERENCES accounts (id)
  );
  -- A command is carried out once, whatever repeats it.
  CREATE UNIQUE INDEX case_events_command_once ON case_events (command_id) WHERE command_id IS NOT NULL;
  CREATE INDEX case_events_by_actor ON case_events (actor_id);
  CREATE TRIGGER case_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const petitions = `
  CREATE TABLE petitions (
    id uuid NOT NULL,
    stage text NOT NULL,
    agency_code text,
    flags text[] NOT NULL DEFAULT '{}',
    next_due_on date,
    next_due_rule text,
    field text,
    last_sequence integer NOT NULL,
    told_on date,
    ended_at timestamptz,
    CONSTRAINT petitions_pk PRIMARY KEY (id),
    CONSTRAINT petitions_stage_known CHECK (stage IN (
      'submitted', 'received', 'accepted', 'assigned', 'inProgress', 'answered', 'resolved', 'closed', 'redirected', 'withdrawn')),
    CONSTRAINT petitions_flags_known CHECK (flags <@ ARRAY['overdue', 'breached', 'deemedReceipt', 'provisional', 'mailTrouble']),
    CONSTRAINT petitions_field_known CHECK (field IN ('economy', 'cultureAndSociety', 'defenceAndSecurity', 'publicOrder', 'partyAndGovernment')),
    CONSTRAINT petitions_due_with_its_rule CHECK ((next_due_on IS NULL) = (next_due_rule IS NULL)),
    CONSTRAINT petitions_submission_fk FOREIGN KEY (id) REFERENCES petition_submissions (id),
    CONSTRAINT petitions_agency_fk FOREIGN KEY (agency_code) REFERENCES organisations (code)
  );
  CREATE INDEX petitions_by_stage ON petitions (stage);
  CREATE INDEX petitions_by_agency ON petitions (agency_code);
  CREATE INDEX petitions_by_next_due ON petitions (next_due_on);
  CREATE INDEX petitions_by_flag ON petitions USING gin (flags);
`;

const assignments = `
  CREATE TABLE assignments (
    petition_id uuid NOT NULL,
    round integer NOT NULL,
    agency_code text NOT NULL,
    document_number text NOT NULL,
    document_on date NOT NULL,
    assigned_on date NOT NULL,
    received_on date,
    is_receipt_deemed boolean NOT NULL,
    due_on date,
    breached_on date,
    first_answered_on date,
    is_first_answer_late boolean NOT NULL,
    ended_on date,
    CONSTRAINT assignments_pk PRIMARY KEY (petition_id, round),
    CONSTRAINT assignments_round_counted_from_one CHECK (round >= 1),
    CONSTRAINT assignments_late_only_when_answered CHECK (first_answered_on IS NOT NULL OR NOT is_first_answer_late),
    CONSTRAINT assignments_petition_fk FOREIGN KEY (petition_id) REFERENCES petitions (id),
    CONSTRAINT assignments_agency_fk FOREIGN KEY (agency_code) REFERENCES organisations (code)
  );
  CREATE INDEX assignments_by_agency ON assignments (agency_code, assigned_on);

  CREATE TABLE answers (
    petition_id uuid NOT NULL,
    number integer NOT NULL,
    round integer NOT NULL,
    kind text NOT NULL,
    document_number text NOT NULL,
    document_on date NOT NULL,
    answered_on date NOT NULL,
    is_late boolean NOT NULL,
    is_approved boolean NOT NULL,
    CONSTRAINT answers_pk PRIMARY KEY (petition_id, number),
    CONSTRAINT answers_kind_known CHECK (kind IN ('measure', 'result', 'advice', 'progress')),
    CONSTRAINT answers_petition_fk FOREIGN KEY (petition_id) REFERENCES petitions (id),
    CONSTRAINT answers_assignment_fk FOREIGN KEY (petition_id, round) REFERENCES assignments (petition_id, round)
  );
  CREATE INDEX answers_by_assignment ON answers (petition_id, round);
`;

const milestones = `
  CREATE TABLE milestones (
    petition_id uuid NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    rule text NOT NULL,
    anchor_on date NOT NULL,
    due_on date NOT NULL,
    is_provisional boolean NOT NULL,
    missed_at timestamptz,
    done_at timestamptz,
    CONSTRAINT milestones_pk PRIMARY KEY (petition_id, number),
    CONSTRAINT milestones_kind_known CHECK (kind IN ('screen', 'assign', 'receipt', 'answer', 'approve', 'resolve', 'tell', 'close')),
    CONSTRAINT milestones_petition_fk FOREIGN KEY (petition_id) REFERENCES petitions (id)
  );
  CREATE INDEX milestones_open ON milestones (due_on) WHERE done_at IS NULL;
`;

const grants = `
  GRANT SELECT ON case_memory, case_events, petitions, assignments, answers, milestones TO dialogue_api, dialogue_worker;
  GRANT INSERT ON case_events TO dialogue_worker;
  GRANT INSERT, UPDATE ON case_memory, petitions, assignments, answers, milestones TO dialogue_worker;
`;
