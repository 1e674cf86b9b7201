import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The fields of petitions, conferences and reports as a list that can be edited, under the five of article 5 (D5). */
export class ListFields1795568800000 implements MigrationInterface {
  readonly name = 'ListFields1795568800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(fields);
    await queryRunner.query(`
      ALTER TABLE petitions DROP CONSTRAINT petitions_field_known,
        ADD CONSTRAINT petitions_field_fk FOREIGN KEY (field) REFERENCES fields (code);
      CREATE INDEX petitions_by_field ON petitions (field);
      ALTER TABLE conference_plans DROP CONSTRAINT conference_plans_field_known,
        ADD CONSTRAINT conference_plans_field_fk FOREIGN KEY (field) REFERENCES fields (code);
      CREATE INDEX conference_plans_by_field ON conference_plans (field);
    `);
    await queryRunner.query(`
      GRANT SELECT ON fields TO dialogue_api, dialogue_worker;
      GRANT INSERT, UPDATE (name, valid_to) ON fields TO dialogue_api;
      GRANT SELECT, INSERT ON field_changes TO dialogue_api;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM fields WHERE code <> root_code) THEN
          RAISE EXCEPTION 'Going down would lose the fields under those of article 5';
        END IF;
      END $$;
    `);
    await queryRunner.query(`
      DROP INDEX petitions_by_field, conference_plans_by_field;
      ALTER TABLE petitions DROP CONSTRAINT petitions_field_fk,
        ADD CONSTRAINT petitions_field_known CHECK (field IN (
          'economy', 'cultureAndSociety', 'defenceAndSecurity', 'publicOrder', 'partyAndGovernment'));
      ALTER TABLE conference_plans DROP CONSTRAINT conference_plans_field_fk,
        ADD CONSTRAINT conference_plans_field_known CHECK (field IN (
          'economy', 'cultureAndSociety', 'defenceAndSecurity', 'publicOrder', 'partyAndGovernment'));
      DROP TABLE field_changes, fields;
    `);
  }
}

// eslint-disable-next-line house/ascii-only -- the fields as article 5 calls them; a migration imports nothing (MG3)
const fields = `
  CREATE TABLE fields (
    code text NOT NULL,
    root_code text NOT NULL,
    name text NOT NULL,
    position integer NOT NULL,
    valid_from date,
    valid_to date,
    CONSTRAINT fields_pk PRIMARY KEY (code),
    CONSTRAINT fields_name_once_per_root UNIQUE (root_code, name),
    -- Those of article 5 stand for themselves and for ever; all others stand under one of them.
    CONSTRAINT fields_root_known CHECK (root_code IN (
      'economy', 'cultureAndSociety', 'defenceAndSecurity', 'publicOrder', 'partyAndGovernment')),
    CONSTRAINT fields_of_article_for_ever CHECK (code <> root_code OR num_nonnulls(valid_from, valid_to) = 0),
    CONSTRAINT fields_valid_to_after_valid_from CHECK (valid_to >= valid_from),
    CONSTRAINT fields_root_fk FOREIGN KEY (root_code) REFERENCES fields (code)
  );

  INSERT INTO fields (code, root_code, name, position) VALUES
    ('economy', 'economy', 'kinh tế', 1),
    ('cultureAndSociety', 'cultureAndSociety', 'văn hóa - xã hội', 2),
    ('defenceAndSecurity', 'defenceAndSecurity', 'quốc phòng - an ninh', 3),
    ('publicOrder', 'publicOrder', 'trật tự, an toàn xã hội', 4),
    ('partyAndGovernment', 'partyAndGovernment', 'xây dựng Đảng, chính quyền, Mặt trận và đoàn thể', 5);

  -- Who has changed a field, and how it was from then on.
  CREATE TABLE field_changes (
    id bigint GENERATED ALWAYS AS IDENTITY,
    field_code text NOT NULL,
    name text NOT NULL,
    valid_to date,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by uuid NOT NULL,
    CONSTRAINT field_changes_pk PRIMARY KEY (id),
    CONSTRAINT field_changes_field_fk FOREIGN KEY (field_code) REFERENCES fields (code),
    CONSTRAINT field_changes_changed_by_fk FOREIGN KEY (changed_by) REFERENCES accounts (id)
  );
  CREATE INDEX field_changes_by_field ON field_changes (field_code, id);
  CREATE INDEX field_changes_by_changed_by ON field_changes (changed_by);
`;
