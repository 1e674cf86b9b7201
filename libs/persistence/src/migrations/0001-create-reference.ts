import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the cases refer to: bodies and administrative units with their lines (D7, D11.1b, D11.3), dated posts and their
 * holders (D1), the working calendar by editions (D11.1c), and local terms (D13.1).
 */
export class CreateReference1795478400000 implements MigrationInterface {
  readonly name = 'CreateReference1795478400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(organisations);
    await queryRunner.query(calendar);
    await queryRunner.query(posts);
    await queryRunner.query(terms);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM organisations) OR EXISTS (SELECT FROM people) THEN
          RAISE EXCEPTION 'Going down would lose the organisations and the holders of their posts';
        END IF;
      END $$;
    `);
    // The extensions stay: they hold nothing, and something else may use them.
    await queryRunner.query(
      'DROP TABLE terms, post_holders, posts, people, calendar_days, calendar_years, calendar_editions, organisations',
    );
  }
}

const organisations = `
  CREATE EXTENSION IF NOT EXISTS unaccent;
  CREATE EXTENSION IF NOT EXISTS btree_gist;

  CREATE TABLE organisations (
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    level text NOT NULL,
    parent_code text,
    unit_code text,
    lead_office_code text,
    monitor_code text,
    front_code text,
    valid_from date,
    valid_to date,
    successor_code text,
    source text NOT NULL DEFAULT '',
    CONSTRAINT organisations_pk PRIMARY KEY (code),
    CONSTRAINT organisations_kind_known CHECK (kind IN (
      'tinh', 'huyen', 'thanh-pho', 'thi-xa', 'xa', 'phuong', 'thi-tran',
      'cap-uy', 'van-phong', 'ban-dang', 'to-chuc-dang', 'dang-uy-truc-thuoc', 'hdnd', 'doan-dbqh', 'ubnd', 'so',
      'don-vi-khac', 'luc-luong-vu-trang', 'mttq', 'doan-the')),
    CONSTRAINT organisations_level_known CHECK (level IN ('province', 'district', 'commune')),
    CONSTRAINT organisations_valid_to_after_valid_from CHECK (valid_to >= valid_from),
    CONSTRAINT organisations_succeeded_when_ended CHECK (successor_code IS NULL OR valid_to IS NOT NULL),
    CONSTRAINT organisations_own_parent_never CHECK (parent_code <> code),
    CONSTRAINT organisations_parent_fk FOREIGN KEY (parent_code) REFERENCES organisations (code) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT organisations_unit_fk FOREIGN KEY (unit_code) REFERENCES organisations (code) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT organisations_lead_office_fk FOREIGN KEY (lead_office_code) REFERENCES organisations (code) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT organisations_monitor_fk FOREIGN KEY (monitor_code) REFERENCES organisations (code) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT organisations_front_fk FOREIGN KEY (front_code) REFERENCES organisations (code) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT organisations_successor_fk FOREIGN KEY (successor_code) REFERENCES organisations (code) DEFERRABLE INITIALLY DEFERRED
  );
  CREATE INDEX organisations_by_parent ON organisations (parent_code);
  CREATE INDEX organisations_by_unit ON organisations (unit_code);
  CREATE INDEX organisations_by_lead_office ON organisations (lead_office_code);
  CREATE INDEX organisations_by_monitor ON organisations (monitor_code);
  CREATE INDEX organisations_by_front ON organisations (front_code);
  CREATE INDEX organisations_by_successor ON organisations (successor_code);
`;

const calendar = `
  CREATE TABLE calendar_editions (
    edition integer NOT NULL,
    published_at timestamptz,
    note text NOT NULL DEFAULT '',
    CONSTRAINT calendar_editions_pk PRIMARY KEY (edition),
    CONSTRAINT calendar_editions_counted_from_one CHECK (edition >= 1)
  );

  CREATE TABLE calendar_years (
    edition integer NOT NULL,
    year integer NOT NULL,
    is_confirmed boolean NOT NULL,
    CONSTRAINT calendar_years_pk PRIMARY KEY (edition, year),
    CONSTRAINT calendar_years_edition_fk FOREIGN KEY (edition) REFERENCES calendar_editions (edition)
  );

  CREATE TABLE calendar_days (
    edition integer NOT NULL,
    on_day date NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    basis text NOT NULL,
    CONSTRAINT calendar_days_pk PRIMARY KEY (edition, on_day),
    CONSTRAINT calendar_days_kind_known CHECK (kind IN ('off', 'worked', 'holiday_on_weekend')),
    CONSTRAINT calendar_days_kind_fits_weekday CHECK ((kind = 'off') = (EXTRACT(ISODOW FROM on_day) <= 5)),
    CONSTRAINT calendar_days_edition_fk FOREIGN KEY (edition) REFERENCES calendar_editions (edition)
  );
`;

const posts = `
  CREATE TABLE people (
    id uuid NOT NULL,
    full_name text NOT NULL,
    email text,
    phone text,
    CONSTRAINT people_pk PRIMARY KEY (id),
    CONSTRAINT people_email_is_one_address CHECK (email ~ '^[^@[:space:],;<>]+@[^@[:space:],;<>]+$')
  );

  CREATE TABLE posts (
    id uuid NOT NULL,
    organisation_code text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    valid_from date,
    valid_to date,
    CONSTRAINT posts_pk PRIMARY KEY (id),
    CONSTRAINT posts_title_once_per_organisation UNIQUE (organisation_code, kind, title),
    CONSTRAINT posts_kind_known CHECK (kind IN (
      'partySecretary', 'deputySecretaryChairingCouncil', 'councilChair', 'committeeChair', 'departmentHead', 'partyBoardHead',
      'frontHead', 'organisationHead', 'officeHead', 'clerk', 'handler')),
    CONSTRAINT posts_valid_to_after_valid_from CHECK (valid_to >= valid_from),
    CONSTRAINT posts_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code)
  );

  CREATE TABLE post_holders (
    id uuid NOT NULL,
    post_id uuid NOT NULL,
    person_id uuid NOT NULL,
    is_acting boolean NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT post_holders_pk PRIMARY KEY (id),
    CONSTRAINT post_holders_valid_to_after_valid_from CHECK (valid_to >= valid_from),
    CONSTRAINT post_holders_one_at_a_time EXCLUDE USING gist (post_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (NOT is_acting),
    CONSTRAINT post_holders_post_fk FOREIGN KEY (post_id) REFERENCES posts (id),
    CONSTRAINT post_holders_person_fk FOREIGN KEY (person_id) REFERENCES people (id)
  );
  CREATE INDEX post_holders_by_post ON post_holders (post_id, valid_from);
  CREATE INDEX post_holders_by_person ON post_holders (person_id);
`;

const terms = `
  CREATE TABLE terms (
    organisation_code text NOT NULL,
    valid_from date NOT NULL,
    petition jsonb NOT NULL,
    legal_basis text,
    CONSTRAINT terms_pk PRIMARY KEY (organisation_code, valid_from),
    CONSTRAINT terms_petition_is_object CHECK (jsonb_typeof(petition) = 'object'),
    CONSTRAINT terms_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code)
  );
`;

const grants = `
  GRANT SELECT ON organisations, calendar_editions, calendar_years, calendar_days, people, posts, post_holders, terms
    TO dialogue_api, dialogue_worker;
  GRANT INSERT, UPDATE ON people, posts, post_holders TO dialogue_api;
  -- TypeORM's own table: whether code and tables agree is asked by both.
  GRANT SELECT ON migrations TO dialogue_api, dialogue_worker;
`;
