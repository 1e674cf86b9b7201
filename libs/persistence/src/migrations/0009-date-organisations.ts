import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Bodies asked about on a day: levels that begin and end, former parents, and how a body ended and who took over from it;
 * addresses of bodies beside those of people (D1, D11.3, D14.1). The API may write what an office edits, column by column.
 */
export class DateOrganisations1795507200000 implements MigrationInterface {
  readonly name = 'DateOrganisations1795507200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(levels);
    await queryRunner.query(kinds(`${bodyKinds}, 'ban-hdnd'`));
    await queryRunner.query(formerParents);
    await queryRunner.query(successors);
    await queryRunner.query(contacts);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM organisation_contacts) OR EXISTS (SELECT FROM organisations WHERE edited_at IS NOT NULL) THEN
          RAISE EXCEPTION 'Going down would lose the addresses of bodies, or what an office has edited';
        END IF;
      END $$;
      GRANT UPDATE ON people, posts, post_holders TO dialogue_api;
      REVOKE INSERT, UPDATE ON organisations FROM dialogue_api;
      DROP TRIGGER organisations_successor_is_main ON organisations;
      DROP TABLE organisation_contacts, organisation_successors, organisation_former_parents;
      DROP FUNCTION check_main_successor;
      DROP INDEX organisations_by_level;
      ALTER TABLE organisations DROP CONSTRAINT organisations_level_fk, DROP COLUMN edited_at,
        ADD CONSTRAINT organisations_level_known CHECK (level IN ('province', 'district', 'commune'));
      DROP TABLE levels;
    `);
    await queryRunner.query(kinds(bodyKinds));
  }
}

/** Names as they are in data/levels.csv, which every set-up loads over them. */
const levels = `
  CREATE TABLE levels (
    code text NOT NULL,
    name text NOT NULL,
    rank integer NOT NULL,
    valid_from date,
    valid_to date,
    CONSTRAINT levels_pk PRIMARY KEY (code),
    CONSTRAINT levels_rank_once UNIQUE (rank) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT levels_rank_from_one CHECK (rank >= 1),
    CONSTRAINT levels_valid_to_after_valid_from CHECK (valid_to >= valid_from)
  );
  INSERT INTO levels (code, name, rank, valid_to) VALUES
    ('province', 'C\u1ea5p t\u1ec9nh', 1, NULL),
    ('district', 'C\u1ea5p huy\u1ec7n', 2, '2025-06-30'),
    ('commune', 'C\u1ea5p x\u00e3', 3, NULL);

  ALTER TABLE organisations
    -- Set: an office has edited the row, and the files of data/ no longer speak for it.
    ADD COLUMN edited_at timestamptz,
    DROP CONSTRAINT organisations_level_known,
    ADD CONSTRAINT organisations_level_fk FOREIGN KEY (level) REFERENCES levels (code);
  CREATE INDEX organisations_by_level ON organisations (level);
`;

const bodyKinds = `
  'tinh', 'huyen', 'thanh-pho', 'thi-xa', 'xa', 'phuong', 'thi-tran',
  'cap-uy', 'van-phong', 'ban-dang', 'to-chuc-dang', 'dang-uy-truc-thuoc', 'hdnd', 'doan-dbqh', 'ubnd', 'so',
  'don-vi-khac', 'luc-luong-vu-trang', 'mttq', 'doan-the'`;

/** D1 leaves out the boards of the People's Council by name: so they are a kind of their own. */
function kinds(known: string): string {
  return `ALTER TABLE organisations DROP CONSTRAINT organisations_kind_known,
    ADD CONSTRAINT organisations_kind_known CHECK (kind IN (${known}))`;
}

/** The row of a body names its last parent; until a day given here, it was another. */
const formerParents = `
  CREATE TABLE organisation_former_parents (
    organisation_code text NOT NULL,
    valid_to date NOT NULL,
    parent_code text NOT NULL,
    source text NOT NULL DEFAULT '',
    CONSTRAINT organisation_former_parents_pk PRIMARY KEY (organisation_code, valid_to),
    CONSTRAINT organisation_former_parents_own_parent_never CHECK (parent_code <> organisation_code),
    CONSTRAINT organisation_former_parents_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code),
    CONSTRAINT organisation_former_parents_parent_fk FOREIGN KEY (parent_code) REFERENCES organisations (code)
  );
  CREATE INDEX organisation_former_parents_by_parent ON organisation_former_parents (parent_code);
`;

/**
 * One of the successors is the main one: the past's figures and the open work go to it (D14.1, D11.3). It stands in the
 * row of the body as well, which every walk along the successors follows; at the end of a transaction both are the same.
 */
const successors = `
  CREATE TABLE organisation_successors (
    predecessor_code text NOT NULL,
    successor_code text NOT NULL,
    kind text NOT NULL,
    on_day date NOT NULL,
    is_main boolean NOT NULL,
    source text NOT NULL DEFAULT '',
    CONSTRAINT organisation_successors_pk PRIMARY KEY (predecessor_code, successor_code),
    CONSTRAINT organisation_successors_kind_known CHECK (kind IN ('merge', 'split', 'abolition', 'renaming')),
    CONSTRAINT organisation_successors_another CHECK (successor_code <> predecessor_code),
    CONSTRAINT organisation_successors_predecessor_fk FOREIGN KEY (predecessor_code) REFERENCES organisations (code),
    CONSTRAINT organisation_successors_successor_fk FOREIGN KEY (successor_code) REFERENCES organisations (code)
  );
  CREATE UNIQUE INDEX organisation_successors_one_main ON organisation_successors (predecessor_code) WHERE is_main;
  CREATE INDEX organisation_successors_by_successor ON organisation_successors (successor_code);

  -- Until the set-up has loaded how each of them ended.
  INSERT INTO organisation_successors (predecessor_code, successor_code, kind, on_day, is_main, source)
    SELECT code, successor_code, 'merge', valid_to + 1, true, source FROM organisations WHERE successor_code IS NOT NULL;

  CREATE FUNCTION check_main_successor() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE changed text := to_jsonb(COALESCE(NEW, OLD)) ->> TG_ARGV[0];
  BEGIN
    IF EXISTS (
      SELECT FROM organisations body
      LEFT JOIN organisation_successors main ON main.predecessor_code = body.code AND main.is_main
      WHERE body.code = changed AND body.successor_code IS DISTINCT FROM main.successor_code
    ) OR EXISTS (
      SELECT FROM organisation_successors part
      JOIN organisations body ON body.code = part.predecessor_code
      WHERE body.code = changed AND (body.successor_code IS NULL OR part.on_day IS DISTINCT FROM body.valid_to + 1)
    ) THEN
      RAISE EXCEPTION 'The main successor of % and its row are not the same, or not of the day after its last', changed
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER organisations_successor_is_main
    AFTER INSERT OR UPDATE OF valid_to, successor_code ON organisations
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_main_successor('code');
  CREATE CONSTRAINT TRIGGER organisation_successors_main_is_named
    AFTER INSERT OR UPDATE OR DELETE ON organisation_successors
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_main_successor('predecessor_code');
`;

const contacts = `
  CREATE TABLE organisation_contacts (
    id uuid NOT NULL,
    organisation_code text NOT NULL,
    kind text NOT NULL,
    email text,
    phone text,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT organisation_contacts_pk PRIMARY KEY (id),
    CONSTRAINT organisation_contacts_kind_known CHECK (kind IN ('desk', 'handler', 'head')),
    CONSTRAINT organisation_contacts_email_is_one_address CHECK (email ~ '^[^@[:space:],;<>]+@[^@[:space:],;<>]+$'),
    CONSTRAINT organisation_contacts_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL),
    CONSTRAINT organisation_contacts_valid_to_after_valid_from CHECK (valid_to >= valid_from),
    CONSTRAINT organisation_contacts_one_at_a_time
      EXCLUDE USING gist (organisation_code WITH =, kind WITH =, daterange(valid_from, valid_to, '[]') WITH &&),
    CONSTRAINT organisation_contacts_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code)
  );
  CREATE INDEX organisation_contacts_by_organisation ON organisation_contacts (organisation_code, kind, valid_from);
`;

const grants = `
  GRANT SELECT ON levels, organisation_former_parents, organisation_successors, organisation_contacts
    TO dialogue_api, dialogue_worker;
  GRANT INSERT ON organisations, organisation_successors, organisation_contacts TO dialogue_api;
  GRANT UPDATE (name, kind, level, parent_code, unit_code, lead_office_code, monitor_code, front_code, valid_from, valid_to,
    successor_code, source, edited_at) ON organisations TO dialogue_api;
  GRANT DELETE ON organisation_successors TO dialogue_api;
  GRANT UPDATE (email, phone, valid_to) ON organisation_contacts TO dialogue_api;
  -- What holds whom together stays as it was written; only names, addresses and days are corrected.
  REVOKE UPDATE ON people, posts, post_holders FROM dialogue_api;
  GRANT UPDATE (full_name, email, phone) ON people TO dialogue_api;
  GRANT UPDATE (valid_from, valid_to) ON posts TO dialogue_api;
  GRANT UPDATE (valid_to) ON post_holders TO dialogue_api;
`;
