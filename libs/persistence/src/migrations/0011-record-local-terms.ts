import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Local terms as an office writes them down (D13.1): only what differs from the defaults, on which legal basis, for what
 * reason, by whom. Versions are added; one whose day has not come may be withdrawn, and stays to be seen. Running cases
 * keep the terms that they began with until somebody has them adopt others, which is recorded.
 */
export class RecordLocalTerms1795514400000 implements MigrationInterface {
  readonly name = 'RecordLocalTerms1795514400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(versions);
    await queryRunner.query(carriedOver);
    await queryRunner.query(constraints);
    await queryRunner.query(kept);
    await queryRunner.query(adoptions);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM terms) OR EXISTS (SELECT FROM terms_adoptions) THEN
          RAISE EXCEPTION 'Going down would lose who has set which terms for whom, and why';
        END IF;
      END $$;
    `);
    await queryRunner.query(undo);
  }
}

const versions = `
  ALTER TABLE terms
    ADD COLUMN id uuid,
    ADD COLUMN legal_basis_number text,
    ADD COLUMN legal_basis_on date,
    ADD COLUMN legal_basis_issuer text,
    ADD COLUMN reason text,
    -- Null: set by hand, before there was a route.
    ADD COLUMN recorded_by uuid,
    ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN withdrawn_by uuid,
    ADD COLUMN withdrawn_at timestamptz,
    ADD COLUMN withdrawal_reason text;
`;

/** What was set by hand named everything, and its version within; as a difference from the defaults it means the same. */
const carriedOver = `
  UPDATE terms SET id = gen_random_uuid(), petition = petition - 'version', conference = conference - 'version',
    report = report - 'version', reason = COALESCE(legal_basis, '');
`;

const constraints = `
  ALTER TABLE terms DROP COLUMN legal_basis, ALTER COLUMN id SET NOT NULL, ALTER COLUMN reason SET NOT NULL,
    DROP CONSTRAINT terms_pk, ADD CONSTRAINT terms_pk PRIMARY KEY (id),
    ADD CONSTRAINT terms_legal_basis_whole
      CHECK (num_nonnulls(legal_basis_number, legal_basis_on, legal_basis_issuer) IN (0, 3)),
    ADD CONSTRAINT terms_never_dated_back
      CHECK (recorded_by IS NULL OR valid_from >= (recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
    ADD CONSTRAINT terms_withdrawal_whole CHECK (num_nonnulls(withdrawn_by, withdrawn_at, withdrawal_reason) IN (0, 3)),
    ADD CONSTRAINT terms_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES accounts (id),
    ADD CONSTRAINT terms_withdrawn_by_fk FOREIGN KEY (withdrawn_by) REFERENCES accounts (id);
  CREATE UNIQUE INDEX terms_one_from_a_day ON terms (organisation_code, valid_from) WHERE withdrawn_at IS NULL;
  CREATE INDEX terms_by_recorded_by ON terms (recorded_by);
  CREATE INDEX terms_by_withdrawn_by ON terms (withdrawn_by);
`;

/** What cases count with has to be found again: only a withdrawal is written into a row, once, before its day. */
const kept = `
  CREATE FUNCTION refuse_change_of_terms() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'The terms % may only be withdrawn, once, before their day', OLD.id USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER terms_only_withdrawn BEFORE UPDATE ON terms FOR EACH ROW
    WHEN (OLD.withdrawn_at IS NOT NULL OR OLD.valid_from <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date OR
      (NEW.id, NEW.organisation_code, NEW.valid_from, NEW.petition, NEW.conference, NEW.report, NEW.legal_basis_number,
        NEW.legal_basis_on, NEW.legal_basis_issuer, NEW.reason, NEW.recorded_by, NEW.recorded_at)
      IS DISTINCT FROM
      (OLD.id, OLD.organisation_code, OLD.valid_from, OLD.petition, OLD.conference, OLD.report, OLD.legal_basis_number,
        OLD.legal_basis_on, OLD.legal_basis_issuer, OLD.reason, OLD.recorded_by, OLD.recorded_at))
    EXECUTE FUNCTION refuse_change_of_terms();
  CREATE TRIGGER terms_kept BEFORE DELETE OR TRUNCATE ON terms FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const adoptions = `
  CREATE TABLE terms_adoptions (
    id uuid NOT NULL,
    organisation_code text NOT NULL,
    petition_version text NOT NULL,
    conference_version text NOT NULL,
    report_version text NOT NULL,
    told integer NOT NULL,
    reason text NOT NULL,
    ordered_by uuid NOT NULL,
    ordered_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT terms_adoptions_pk PRIMARY KEY (id),
    CONSTRAINT terms_adoptions_tells_somebody CHECK (told > 0),
    CONSTRAINT terms_adoptions_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code),
    CONSTRAINT terms_adoptions_ordered_by_fk FOREIGN KEY (ordered_by) REFERENCES accounts (id)
  );
  CREATE INDEX terms_adoptions_by_organisation ON terms_adoptions (organisation_code, ordered_at);
  CREATE INDEX terms_adoptions_by_ordered_by ON terms_adoptions (ordered_by);
  CREATE TRIGGER terms_adoptions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON terms_adoptions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const grants = `
  GRANT SELECT ON terms_adoptions TO dialogue_api, dialogue_worker;
  GRANT INSERT (id, organisation_code, petition_version, conference_version, report_version, told, reason, ordered_by)
    ON terms_adoptions TO dialogue_api;
  GRANT INSERT (id, organisation_code, valid_from, petition, conference, report, legal_basis_number, legal_basis_on,
    legal_basis_issuer, reason, recorded_by) ON terms TO dialogue_api;
  GRANT UPDATE (withdrawn_by, withdrawn_at, withdrawal_reason) ON terms TO dialogue_api;
`;

const undo = `
  DROP TABLE terms_adoptions;
  REVOKE INSERT (id, organisation_code, valid_from, petition, conference, report, legal_basis_number, legal_basis_on,
    legal_basis_issuer, reason, recorded_by) ON terms FROM dialogue_api;
  REVOKE UPDATE (withdrawn_by, withdrawn_at, withdrawal_reason) ON terms FROM dialogue_api;
  DROP TRIGGER terms_only_withdrawn ON terms;
  DROP TRIGGER terms_kept ON terms;
  DROP FUNCTION refuse_change_of_terms;
  DROP INDEX terms_one_from_a_day;
  ALTER TABLE terms DROP CONSTRAINT terms_pk, ADD CONSTRAINT terms_pk PRIMARY KEY (organisation_code, valid_from),
    DROP COLUMN id, DROP COLUMN legal_basis_number, DROP COLUMN legal_basis_on, DROP COLUMN legal_basis_issuer,
    DROP COLUMN reason, DROP COLUMN recorded_by, DROP COLUMN recorded_at, DROP COLUMN withdrawn_by,
    DROP COLUMN withdrawn_at, DROP COLUMN withdrawal_reason, ADD COLUMN legal_basis text;
`;
