import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files that people attach: what an agency must read with its assignment (D11.1b), its answers and contributions (D11.1c),
 * decisions entered as evidence (D10.1a). Content lies on the disk under its hash; who may read it, the case says (D11.1d).
 */
export class CreateFiles1795561600000 implements MigrationInterface {
  readonly name = 'CreateFiles1795561600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(files);
    await queryRunner.query(commandFiles);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM files) THEN
          RAISE EXCEPTION 'Going down would lose which files belong to which cases';
        END IF;
      END $$;
    `);
    await queryRunner.query(`
      DROP TABLE command_files, files;
      DROP FUNCTION refuse_unnaming_files;
    `);
  }
}

const files = `
  CREATE TABLE files (
    id uuid NOT NULL,
    sha256 text NOT NULL,
    bytes integer NOT NULL,
    -- By its content, never by what was sent as its type.
    content_type text NOT NULL,
    name text NOT NULL,
    -- Null: there was no scanner.
    scanned_at timestamptz,
    uploaded_by_account uuid,
    -- Whoever had a one-time link.
    uploaded_by_link uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    -- The one case that it belongs to, since a command of it has named it.
    case_kind text,
    case_id text,
    CONSTRAINT files_pk PRIMARY KEY (id),
    CONSTRAINT files_sha256_is_hash CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT files_bytes_positive CHECK (bytes > 0),
    CONSTRAINT files_content_type_known CHECK (content_type IN (
      'application/pdf', 'application/msword', 'application/vnd.ms-excel', 'image/jpeg', 'image/png', 'text/plain', 'text/csv',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet')),
    CONSTRAINT files_name_fits CHECK (name <> '' AND length(name) <= 255 AND name !~ '[/\\\\[:cntrl:]]'),
    CONSTRAINT files_uploaded_by_one CHECK (num_nonnulls(uploaded_by_account, uploaded_by_link) = 1),
    CONSTRAINT files_case_kind_known CHECK (case_kind IN ('petition', 'conference', 'report')),
    CONSTRAINT files_case_is_whole CHECK ((case_kind IS NULL) = (case_id IS NULL)),
    CONSTRAINT files_uploaded_by_account_fk FOREIGN KEY (uploaded_by_account) REFERENCES accounts (id)
  );
  CREATE INDEX files_by_sha256 ON files (sha256);
  CREATE INDEX files_by_uploaded_by_account ON files (uploaded_by_account);
  CREATE INDEX files_by_case ON files (case_kind, case_id);
`;

const commandFiles = `
  CREATE TABLE command_files (
    command_id text NOT NULL,
    file_id uuid NOT NULL,
    -- In the order in which the command names them.
    place integer NOT NULL,
    -- Whether the agencies of the case may read it: it may hold names (D11.1d).
    is_for_agency boolean NOT NULL,
    CONSTRAINT command_files_pk PRIMARY KEY (command_id, file_id),
    CONSTRAINT command_files_place_once UNIQUE (command_id, place),
    CONSTRAINT command_files_command_fk FOREIGN KEY (command_id) REFERENCES commands (id),
    CONSTRAINT command_files_file_fk FOREIGN KEY (file_id) REFERENCES files (id)
  );
  CREATE INDEX command_files_by_file ON command_files (file_id);

  -- What a case has accepted, or may yet accept, is kept: a file goes only when no such command names it.
  CREATE FUNCTION refuse_unnaming_files() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM commands WHERE id = OLD.command_id AND outcome IS DISTINCT FROM 'refused') THEN
      RAISE EXCEPTION 'A file that a command names is kept';
    END IF;
    RETURN OLD;
  END;
  $$;
  CREATE TRIGGER command_files_kept BEFORE DELETE ON command_files FOR EACH ROW EXECUTE FUNCTION refuse_unnaming_files();
`;

/** The API alone has the disk, so it also removes what nobody has named. */
const grants = `
  GRANT SELECT, DELETE ON files, command_files TO dialogue_api;
  GRANT INSERT (id, sha256, bytes, content_type, name, scanned_at, uploaded_by_account, uploaded_by_link),
    UPDATE (case_kind, case_id) ON files TO dialogue_api;
  GRANT INSERT ON command_files TO dialogue_api;
  GRANT SELECT ON files, command_files TO dialogue_worker;
`;
