import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Editions of the working calendar are drafts until they are published, and nothing changes them after (D11.1c): cases hold
 * slices of them. A day says whom it binds, and half of a swap names the other half, which is there.
 */
export class AddCalendarDrafts1795503600000 implements MigrationInterface {
  readonly name = 'AddCalendarDrafts1795503600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(editions);
    await queryRunner.query(days);
    await queryRunner.query(swaps);
    await queryRunner.query(frozen);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM calendar_editions WHERE published_at IS NULL OR edition > 1) THEN
          RAISE EXCEPTION 'Going down would lose editions of the calendar';
        END IF;
      END $$;
    `);
    await queryRunner.query(`
      DROP TRIGGER calendar_days_frozen ON calendar_days;
      DROP TRIGGER calendar_years_frozen ON calendar_years;
      DROP TRIGGER calendar_editions_frozen ON calendar_editions;
      DROP TRIGGER calendar_days_swaps_whole ON calendar_days;
      DROP FUNCTION refuse_change_of_published_calendar, refuse_change_of_published_edition, require_whole_swaps;
      DROP INDEX calendar_editions_one_draft;
      REVOKE INSERT, DELETE ON calendar_days, calendar_years FROM dialogue_api;
      REVOKE INSERT (edition, note, created_by, based_on), UPDATE (note), DELETE ON calendar_editions FROM dialogue_api;
      ALTER TABLE calendar_days DROP CONSTRAINT calendar_days_name_and_basis_given,
        DROP COLUMN binds, DROP COLUMN swap_with, DROP COLUMN source, DROP COLUMN confidence;
      ALTER TABLE calendar_editions
        DROP COLUMN created_at, DROP COLUMN created_by, DROP COLUMN published_by, DROP COLUMN based_on;
    `);
  }
}

const editions = `
  ALTER TABLE calendar_editions
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
    -- Null: the set-up, from the file of data/.
    ADD COLUMN created_by uuid,
    ADD COLUMN published_by uuid,
    ADD COLUMN based_on integer,
    ADD CONSTRAINT calendar_editions_draft_has_no_publisher CHECK (published_by IS NULL OR published_at IS NOT NULL),
    ADD CONSTRAINT calendar_editions_based_on_earlier CHECK (based_on < edition),
    ADD CONSTRAINT calendar_editions_created_by_fk FOREIGN KEY (created_by) REFERENCES accounts (id),
    ADD CONSTRAINT calendar_editions_published_by_fk FOREIGN KEY (published_by) REFERENCES accounts (id),
    ADD CONSTRAINT calendar_editions_based_on_fk FOREIGN KEY (based_on) REFERENCES calendar_editions (edition);
  UPDATE calendar_editions SET created_at = published_at WHERE published_at IS NOT NULL;
  CREATE INDEX calendar_editions_by_created_by ON calendar_editions (created_by);
  CREATE INDEX calendar_editions_by_published_by ON calendar_editions (published_by);
  CREATE INDEX calendar_editions_by_based_on ON calendar_editions (based_on);
  CREATE UNIQUE INDEX calendar_editions_one_draft ON calendar_editions ((published_at IS NULL)) WHERE published_at IS NULL;
`;

const days = `
  ALTER TABLE calendar_days
    ADD COLUMN binds text NOT NULL DEFAULT 'stateBodies',
    ADD COLUMN swap_with date,
    ADD COLUMN source text NOT NULL DEFAULT '',
    ADD COLUMN confidence text NOT NULL DEFAULT 'confirmed';
  -- The files of data/ have always ended the name of a swap with the day of its other half.
  UPDATE calendar_days SET swap_with = to_date(substring(name FROM '([0-9]{2}/[0-9]{2}/[0-9]{4})[)]?$'), 'DD/MM/YYYY')
    WHERE kind IN ('off', 'worked');
  ALTER TABLE calendar_days
    ADD CONSTRAINT calendar_days_binds_known CHECK (binds IN ('stateBodies')),
    ADD CONSTRAINT calendar_days_confidence_known CHECK (confidence IN ('confirmed', 'derived', 'disputed', 'open')),
    ADD CONSTRAINT calendar_days_name_and_basis_given CHECK (btrim(name) <> '' AND btrim(basis) <> ''),
    ADD CONSTRAINT calendar_days_swap_is_of_a_kind CHECK (
      CASE kind WHEN 'worked' THEN swap_with IS NOT NULL WHEN 'holiday_on_weekend' THEN swap_with IS NULL ELSE true END);
`;

/** Both halves or none, when the transaction ends; only a half before the first year of the edition may lie outside of it. */
const swaps = `
  CREATE FUNCTION require_whole_swaps() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    half record;
  BEGIN
    SELECT day.on_day, day.swap_with INTO half FROM calendar_days day
    WHERE day.edition = COALESCE(NEW.edition, OLD.edition)
      AND (day.on_day IN (NEW.on_day, OLD.on_day) OR day.swap_with IN (NEW.on_day, OLD.on_day))
      AND EXTRACT(YEAR FROM day.swap_with) >= (SELECT min(year) FROM calendar_years WHERE calendar_years.edition = day.edition)
      AND NOT EXISTS (
        SELECT FROM calendar_days other WHERE other.edition = day.edition AND other.on_day = day.swap_with
          AND other.swap_with = day.on_day AND other.kind <> day.kind)
    LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'Half of a swap: % without %', half.on_day, half.swap_with
        USING ERRCODE = 'check_violation', CONSTRAINT = 'calendar_days_swaps_whole';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER calendar_days_swaps_whole AFTER INSERT OR UPDATE OR DELETE ON calendar_days
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_whole_swaps();
`;

/** To the owner, too. A draft may be discarded; its days go first. */
const frozen = `
  CREATE FUNCTION refuse_change_of_published_calendar() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (
      SELECT FROM calendar_editions
      WHERE edition IN (COALESCE(NEW.edition, OLD.edition), COALESCE(OLD.edition, NEW.edition)) AND published_at IS NOT NULL)
    THEN
      RAISE EXCEPTION 'The calendar edition % is published: nothing changes it', COALESCE(OLD.edition, NEW.edition)
        USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN COALESCE(NEW, OLD);
  END $$;
  CREATE TRIGGER calendar_days_frozen BEFORE INSERT OR UPDATE OR DELETE ON calendar_days
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_calendar();
  CREATE TRIGGER calendar_years_frozen BEFORE INSERT OR UPDATE OR DELETE ON calendar_years
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_calendar();

  CREATE FUNCTION refuse_change_of_published_edition() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'The calendar edition % is published: nothing changes it', OLD.edition
      USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER calendar_editions_frozen BEFORE UPDATE OR DELETE ON calendar_editions
    FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_published_edition();
`;

const grants = `
  GRANT INSERT, DELETE ON calendar_days, calendar_years TO dialogue_api;
  -- The note is changed by nobody; whoever may update a column may lock the row, so that no draft is published half written.
  GRANT INSERT (edition, note, created_by, based_on), UPDATE (note), DELETE ON calendar_editions TO dialogue_api;
`;
