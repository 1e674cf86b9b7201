import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists are searched by words with or without Vietnamese marks, and ordered by what falls due (D11.3): one spelling for
 * what is searched and for what is looked for, with indexes that serve it. Nothing sealed is in them (D11.1d).
 */
export class IndexLists1795550800000 implements MigrationInterface {
  readonly name = 'IndexLists1795550800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(spelling);
    await queryRunner.query(indexes);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX petition_submissions_by_words, conference_plans_by_words, petitions_by_due, petitions_open_by_stage,
        conferences_by_due;
      DROP FUNCTION search_pattern, search_text;
    `);
  }
}

const spelling = String.raw`
  -- Without marks, in small letters, on one line. unaccent(text) is only stable, for its dictionary may change; the one
  -- named here is that of the extension.
  CREATE FUNCTION search_text(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, normalize(given, NFC))), '\s+', ' ', 'g');

  -- Found anywhere; what people type has no wildcards.
  CREATE FUNCTION search_pattern(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN '%' || regexp_replace(public.search_text(given), '([\\%_])', '\\\1', 'g') || '%';
`;

const indexes = `
  CREATE INDEX petition_submissions_by_words ON petition_submissions
    USING gin (search_text(number || ' ' || title || ' ' || content) gin_trgm_ops);
  CREATE INDEX conference_plans_by_words ON conference_plans
    USING gin (search_text(number || ' ' || title || ' ' || contents || ' ' || place) gin_trgm_ops);

  -- Cases that owe something, soonest first; most cases are over and owe nothing.
  CREATE INDEX petitions_by_due ON petitions (next_due_on, id) WHERE next_due_on IS NOT NULL;
  CREATE INDEX petitions_open_by_stage ON petitions (stage, id) WHERE ended_at IS NULL;
  CREATE INDEX conferences_by_due ON conferences (next_due_on, id) WHERE next_due_on IS NOT NULL;
`;
