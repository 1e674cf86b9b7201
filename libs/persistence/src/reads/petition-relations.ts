import type { PetitionReference, PetitionStage } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/** Another petition that belongs together with one, and where it stands. */
export interface RelatedPetition extends PetitionReference {
  readonly stage: PetitionStage;
}

/** How petitions belong together: merged into one, or split from one letter (D8.1c). */
export interface RelatedPetitions {
  readonly mergedInto: RelatedPetition | null;
  readonly followers: readonly RelatedPetition[];
  readonly splitFrom: RelatedPetition | null;
  readonly splitInto: readonly RelatedPetition[];
}

type Relation = 'mergedInto' | 'follower' | 'splitFrom' | 'splitInto';

export async function relatedPetitions(sql: Sql, id: string): Promise<RelatedPetitions> {
  const rows = await sql<RelatedPetition & { readonly relation: Relation }>(
    `SELECT related.relation, submission.id, submission.number, COALESCE(petition.stage, 'submitted') AS stage
     FROM (
       SELECT 'mergedInto' AS relation, leading_id AS id FROM petitions WHERE id = $1
       UNION ALL SELECT 'follower', id FROM petitions WHERE leading_id = $1
       UNION ALL SELECT 'splitFrom', split_from FROM petition_submissions WHERE id = $1
       UNION ALL SELECT 'splitInto', id FROM petition_submissions WHERE split_from = $1
     ) related
     JOIN petition_submissions submission ON submission.id = related.id
     LEFT JOIN petitions petition ON petition.id = submission.id
     ORDER BY submission.number`,
    [id],
  );
  const related = (wanted: Relation): readonly RelatedPetition[] =>
    rows.filter(({ relation }) => relation === wanted).map(({ relation: _, ...petition }) => petition);
  return {
    mergedInto: related('mergedInto')[0] ?? null,
    followers: related('follower'),
    splitFrom: related('splitFrom')[0] ?? null,
    splitInto: related('splitInto'),
  };
}
