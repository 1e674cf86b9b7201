import type { Sql } from '../sql/sql.js';
import type { PetitionSummary } from './petition-reads.js';
import { summaryColumns, summaryTables, toSummary, type SummaryRow } from './petition-summaries.js';

/** A petition that may say the same as another one. */
export interface PossibleDuplicate {
  readonly petition: PetitionSummary;
  /** Somebody with the same number, mailbox, or name and address; never said of a person who is protected. */
  readonly isSamePerson: boolean;
  /** How alike the words are: 0 nothing, 1 the same. */
  readonly likeness: number;
}

export interface DuplicatesQuestion {
  readonly id: string;
  /** What the reader may see; absent: all. */
  readonly scope?: readonly string[];
  readonly limit: number;
}

/**
 * D8.1c: what a petition could be merged into: to the same head, by the same person, or in much the same words; the likeliest
 * first.
 */
export async function likelyDuplicates(
  sql: Sql,
  { id, scope, limit }: DuplicatesQuestion,
): Promise<readonly PossibleDuplicate[]> {
  const rows = await sql<SummaryRow & Pick<PossibleDuplicate, 'isSamePerson' | 'likeness'>>(duplicates, [
    id,
    scope ?? null,
    limit,
  ]);
  return rows.map(({ isSamePerson, likeness, ...row }) => ({ petition: toSummary(row), isSamePerson, likeness }));
}

const duplicates = `
  WITH mine AS (SELECT *, ${wordsOf('submissions')} AS words FROM petition_submissions submissions WHERE id = $1),
  candidates AS (
    SELECT other.petition_id AS id, true AS is_same_person
    FROM petition_fingerprints own JOIN petition_fingerprints other ON other.fingerprint = own.fingerprint
    WHERE own.petition_id = $1 AND ${notProtected('own.petition_id')} AND ${notProtected('other.petition_id')}
    UNION ALL
    SELECT alike.id, false FROM petition_submissions alike WHERE ${wordsOf('alike')} % (SELECT words FROM mine)
  ),
  likely AS (SELECT id, bool_or(is_same_person) AS is_same_person FROM candidates GROUP BY id)
  SELECT ${summaryColumns}, likely.is_same_person AS "isSamePerson",
    round(similarity(${wordsOf('submission')}, mine.words)::numeric, 2)::float8 AS likeness
  FROM mine, ${summaryTables} JOIN likely ON likely.id = submission.id
  WHERE submission.id <> $1 AND submission.organisation_code = mine.organisation_code
    AND submission.classification <> 'stateSecret' AND mine.classification <> 'stateSecret'
    AND COALESCE(petition.stage, 'submitted') NOT IN ('submitted', 'merged', 'redirected', 'withdrawn')
    AND ($2::text[] IS NULL OR submission.organisation_code = ANY ($2) OR submission.lead_office_code = ANY ($2))
  ORDER BY likely.is_same_person DESC, likeness DESC, submission.id LIMIT $3`;

/**
 * D11.1d: that two petitions are of one person says something of a person who is protected; what was split off is sealed as
 * its letter was, until its own case has begun.
 */
function notProtected(id: string): string {
  return `NOT EXISTS (SELECT FROM petition_submissions named LEFT JOIN petitions begun ON begun.id = named.id
    JOIN petitions sealed ON sealed.id = CASE WHEN begun.id IS NULL THEN named.split_from ELSE named.id END
    WHERE named.id = ${id} AND sealed.protected_by IS NOT NULL)`;
}

/** The same expression as the index by likeness has. */
function wordsOf(submission: string): string {
  return `(${submission}.title || ' ' || left(${submission}.content, 1000))`;
}
