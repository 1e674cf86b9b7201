import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Bodies that end and begin on one day by one decision (D11.3, D14.1): what was decided, by whom it was entered, and which
 * rows it made beside the bodies themselves, so that it can be taken back before its day.
 */
export class CreateReorganisations1795521600000 implements MigrationInterface {
  readonly name = 'CreateReorganisations1795521600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(reorganisations);
    await queryRunner.query(takingBack);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM reorganisations) THEN
          RAISE EXCEPTION 'Going down would lose by which decision bodies ended and began';
        END IF;
      END $$;
    `);
    await queryRunner.query(`
      DROP FUNCTION take_back_reorganisation;
      DROP TABLE reorganisation_rows, reorganisation_changes, reorganisations;
    `);
  }
}

const reorganisations = `
  CREATE TABLE reorganisations (
    id uuid NOT NULL,
    effective_on date NOT NULL,
    document_number text NOT NULL,
    document_on date NOT NULL,
    reason text NOT NULL,
    -- Of all that was asked for: the same is carried out once.
    content_hash text NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    requested_by uuid NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    CONSTRAINT reorganisations_pk PRIMARY KEY (id),
    CONSTRAINT reorganisations_withdrawn_by_somebody CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
    CONSTRAINT reorganisations_requested_by_fk FOREIGN KEY (requested_by) REFERENCES accounts (id),
    CONSTRAINT reorganisations_withdrawn_by_fk FOREIGN KEY (withdrawn_by) REFERENCES accounts (id)
  );
  CREATE UNIQUE INDEX reorganisations_once ON reorganisations (content_hash) WHERE withdrawn_at IS NULL;
  CREATE INDEX reorganisations_by_requested_by ON reorganisations (requested_by);
  CREATE INDEX reorganisations_by_withdrawn_by ON reorganisations (withdrawn_by);

  -- Each predecessor with each of its successors, in the order of the decision.
  CREATE TABLE reorganisation_changes (
    reorganisation_id uuid NOT NULL,
    place integer NOT NULL,
    kind text NOT NULL,
    predecessor_code text NOT NULL,
    -- No reference: a body that was to begin is gone when it was taken back.
    successor_code text,
    successor_name text,
    is_main boolean NOT NULL,
    is_new boolean NOT NULL,
    predecessor_edited_at timestamptz,
    CONSTRAINT reorganisation_changes_pk PRIMARY KEY (reorganisation_id, place),
    CONSTRAINT reorganisation_changes_kind_known CHECK (kind IN ('merge', 'split', 'abolition', 'renaming')),
    CONSTRAINT reorganisation_changes_successor_named CHECK ((successor_code IS NULL) = (successor_name IS NULL)),
    CONSTRAINT reorganisation_changes_reorganisation_fk FOREIGN KEY (reorganisation_id) REFERENCES reorganisations (id),
    CONSTRAINT reorganisation_changes_predecessor_fk FOREIGN KEY (predecessor_code) REFERENCES organisations (code)
  );
  CREATE INDEX reorganisation_changes_by_predecessor ON reorganisation_changes (predecessor_code);

  -- What the successors were given of their predecessors.
  CREATE TABLE reorganisation_rows (
    reorganisation_id uuid NOT NULL,
    kind text NOT NULL,
    row_id text NOT NULL,
    CONSTRAINT reorganisation_rows_pk PRIMARY KEY (reorganisation_id, kind, row_id),
    CONSTRAINT reorganisation_rows_kind_known CHECK (kind IN ('post', 'holding', 'contact', 'line')),
    CONSTRAINT reorganisation_rows_reorganisation_fk FOREIGN KEY (reorganisation_id) REFERENCES reorganisations (id)
  );
`;

/**
 * The only way in which the API deletes a body or a post: those of a reorganisation whose day has not come, that begin on
 * that day, and that nothing refers to. Whatever else refers to them makes a foreign key refuse all of it.
 */
const takingBack = `
  CREATE FUNCTION take_back_reorganisation(taken_back uuid, account uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE first_day date;
  BEGIN
    UPDATE reorganisations SET withdrawn_at = now(), withdrawn_by = account
      WHERE id = taken_back AND withdrawn_at IS NULL AND effective_on > (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
      RETURNING effective_on INTO first_day;
    IF first_day IS NULL THEN
      RAISE EXCEPTION 'No reorganisation % that is still to come', taken_back USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    UPDATE rollouts SET withdrawn_at = now() WHERE id = 'organisation/' || taken_back;

    -- Whoever may name rows here may not erase by it what was there before: nothing goes but what begins on that day.
    DELETE FROM post_holders WHERE valid_from = first_day AND id::text IN (SELECT row_id FROM reorganisation_rows WHERE reorganisation_id = taken_back AND kind = 'holding');
    DELETE FROM posts WHERE valid_from = first_day AND id::text IN (SELECT row_id FROM reorganisation_rows WHERE reorganisation_id = taken_back AND kind = 'post');
    DELETE FROM organisation_contacts WHERE valid_from = first_day AND id::text IN (SELECT row_id FROM reorganisation_rows WHERE reorganisation_id = taken_back AND kind = 'contact');
    DELETE FROM organisation_line_bodies USING organisation_lines line
      WHERE line.id = line_id AND line.valid_from = first_day
        AND line_id::text IN (SELECT row_id FROM reorganisation_rows WHERE reorganisation_id = taken_back AND kind = 'line');
    DELETE FROM organisation_lines WHERE valid_from = first_day AND id::text IN (SELECT row_id FROM reorganisation_rows WHERE reorganisation_id = taken_back AND kind = 'line');

    DELETE FROM organisation_successors successor USING reorganisation_changes change
      WHERE change.reorganisation_id = taken_back AND successor.predecessor_code = change.predecessor_code
        AND successor.successor_code = change.successor_code AND successor.on_day = first_day;
    UPDATE organisations SET valid_to = NULL, successor_code = NULL, edited_at = change.predecessor_edited_at
      FROM reorganisation_changes change
      WHERE change.reorganisation_id = taken_back AND organisations.code = change.predecessor_code
        AND organisations.valid_to = first_day - 1;
    DELETE FROM organisations USING reorganisation_changes change
      WHERE change.reorganisation_id = taken_back AND change.is_new AND organisations.code = change.successor_code
        AND organisations.valid_from = first_day;
  END $$;
`;

const grants = `
  GRANT SELECT ON reorganisations, reorganisation_changes, reorganisation_rows TO dialogue_api, dialogue_worker;
  GRANT INSERT (id, effective_on, document_number, document_on, reason, content_hash, requested_by)
    ON reorganisations TO dialogue_api;
  GRANT INSERT ON reorganisation_changes, reorganisation_rows TO dialogue_api;
  REVOKE ALL ON FUNCTION take_back_reorganisation FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION take_back_reorganisation TO dialogue_api;
`;
