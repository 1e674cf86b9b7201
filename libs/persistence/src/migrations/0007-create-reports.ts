import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Period reports (D14.1, D14.2): who reports to whom, also the results of conferences (D8.2b, D11.2b), the reports that a
 * period or a request opens, and their figures, which nothing changes once they are sent.
 */
export class CreateReports1795500000000 implements MigrationInterface {
  readonly name = 'CreateReports1795500000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(lines);
    await queryRunner.query(openings);
    await queryRunner.query(reports);
    await queryRunner.query(frozen);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM report_openings) THEN
          RAISE EXCEPTION 'Going down would lose the reports';
        END IF;
      END $$;
    `);
    // Lines of reporting come from the files of data/ and are loaded again with every set-up.
    await queryRunner.query('DROP TABLE period_reports, report_openings, report_lines');
    await queryRunner.query('DROP FUNCTION refuse_change_of_sent_report');
  }
}

const lines = `
  CREATE TABLE report_lines (
    organisation_code text NOT NULL,
    kind text NOT NULL,
    to_code text NOT NULL,
    source text NOT NULL DEFAULT '',
    CONSTRAINT report_lines_pk PRIMARY KEY (organisation_code, kind, to_code),
    CONSTRAINT report_lines_kind_known CHECK (kind IN ('reportTo', 'copyTo', 'resultTo')),
    CONSTRAINT report_lines_to_another CHECK (to_code <> organisation_code),
    CONSTRAINT report_lines_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code),
    CONSTRAINT report_lines_to_fk FOREIGN KEY (to_code) REFERENCES organisations (code)
  );
  CREATE INDEX report_lines_by_to ON report_lines (to_code, kind);
`;

const openings = `
  CREATE TABLE report_openings (
    id text NOT NULL,
    organisation_code text NOT NULL,
    lead_office_code text NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    from_day date NOT NULL,
    cut_on date NOT NULL,
    due_on date NOT NULL,
    has_superior boolean NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT now(),
    -- Null: the period itself opened it (D14.1); an account: on demand (D14.2).
    opened_by uuid,
    CONSTRAINT report_openings_pk PRIMARY KEY (id),
    CONSTRAINT report_openings_once_per_period UNIQUE (organisation_code, code),
    CONSTRAINT report_openings_id_says_both CHECK (id = organisation_code || '/' || code),
    CONSTRAINT report_openings_code_is_plain CHECK (code ~ '^[0-9A-Za-z-]+$'),
    CONSTRAINT report_openings_kind_known CHECK (kind IN ('halfYear', 'year', 'extraordinary')),
    CONSTRAINT report_openings_period_in_order CHECK (from_day <= cut_on),
    CONSTRAINT report_openings_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code),
    CONSTRAINT report_openings_lead_office_fk FOREIGN KEY (lead_office_code) REFERENCES organisations (code),
    CONSTRAINT report_openings_opened_by_fk FOREIGN KEY (opened_by) REFERENCES accounts (id)
  );
  CREATE INDEX report_openings_newest_first ON report_openings (due_on, id);
  CREATE INDEX report_openings_by_lead_office ON report_openings (lead_office_code);
  CREATE INDEX report_openings_by_opened_by ON report_openings (opened_by);
`;

const reports = `
  CREATE TABLE period_reports (
    id text NOT NULL,
    stage text NOT NULL,
    flags text[] NOT NULL DEFAULT '{}',
    next_due_on date,
    next_due_rule text,
    -- Taken when it was submitted: all of it, and the part that is the organisation's own work.
    figures jsonb,
    own_figures jsonb,
    figures_taken_at timestamptz,
    document_number text,
    document_on date,
    sent_at timestamptz,
    last_sequence integer NOT NULL,
    CONSTRAINT period_reports_pk PRIMARY KEY (id),
    CONSTRAINT period_reports_stage_known CHECK (stage IN ('planned', 'collecting', 'drafting', 'submitted', 'approved', 'sent')),
    CONSTRAINT period_reports_flags_known CHECK (flags <@ ARRAY['overdue', 'finding', 'provisional', 'mailTrouble']),
    CONSTRAINT period_reports_due_with_its_rule CHECK ((next_due_on IS NULL) = (next_due_rule IS NULL)),
    CONSTRAINT period_reports_figures_are_whole CHECK (
      num_nonnulls(figures, own_figures, figures_taken_at) IN (0, 3)
      AND jsonb_typeof(figures) = 'object' AND jsonb_typeof(own_figures) = 'object'),
    CONSTRAINT period_reports_sent_with_all CHECK (
      (stage = 'sent') = (sent_at IS NOT NULL)
      AND (stage <> 'sent' OR num_nonnulls(figures, document_number, document_on) = 3)),
    CONSTRAINT period_reports_opening_fk FOREIGN KEY (id) REFERENCES report_openings (id)
  );
  CREATE INDEX period_reports_by_stage ON period_reports (stage);
  CREATE INDEX period_reports_by_next_due ON period_reports (next_due_on);
  CREATE INDEX period_reports_by_flag ON period_reports USING gin (flags);
`;

/** D14.1: what was sent stays as it was sent; only how its letters fare may still change. */
const frozen = `
  CREATE FUNCTION refuse_change_of_sent_report() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'The report % is sent: its figures are frozen', OLD.id USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER period_reports_frozen BEFORE UPDATE ON period_reports FOR EACH ROW
    WHEN (OLD.sent_at IS NOT NULL AND
      (NEW.id, NEW.stage, NEW.figures, NEW.own_figures, NEW.figures_taken_at, NEW.document_number, NEW.document_on, NEW.sent_at)
      IS DISTINCT FROM
      (OLD.id, OLD.stage, OLD.figures, OLD.own_figures, OLD.figures_taken_at, OLD.document_number, OLD.document_on, OLD.sent_at))
    EXECUTE FUNCTION refuse_change_of_sent_report();
  CREATE TRIGGER period_reports_kept BEFORE DELETE ON period_reports FOR EACH ROW
    WHEN (OLD.sent_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_sent_report();
`;

const grants = `
  GRANT SELECT ON report_lines, report_openings, period_reports TO dialogue_api, dialogue_worker;
  GRANT INSERT (id, organisation_code, lead_office_code, kind, code, from_day, cut_on, due_on, has_superior, opened_by)
    ON report_openings TO dialogue_api;
  GRANT INSERT (id, organisation_code, lead_office_code, kind, code, from_day, cut_on, due_on, has_superior)
    ON report_openings TO dialogue_worker;
  GRANT INSERT, UPDATE ON period_reports TO dialogue_worker;
`;
