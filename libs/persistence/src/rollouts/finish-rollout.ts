import { dateAt } from '@dialogue/domain';

import { writeDelivery } from '../deliveries/write-delivery.js';
import { deterministicId } from '../sql/deterministic-id.js';
import type { Sql } from '../sql/sql.js';
import { movedByAddressee, type Addressee } from './moved-deadlines.js';
import type { RolloutKind } from './rollouts.js';

interface OpenRollout {
  readonly kind: RolloutKind;
  readonly edition: number | null;
}

/**
 * Inside one transaction, once no case lags behind: every person whose deadlines have moved gets one letter with all of them
 * (D11.1c, D11.3). Of a succession each case has told itself who takes over.
 */
export async function finishRollout(sql: Sql, rolloutId: string): Promise<{ readonly letters: number }> {
  const [rollout] = await sql<OpenRollout>(
    `SELECT kind, (command ->> 'edition')::integer AS edition FROM rollouts
     WHERE id = $1 AND finished_at IS NULL AND withdrawn_at IS NULL FOR UPDATE`,
    [rolloutId],
  );
  if (rollout !== undefined) {
    if (rollout.edition !== null) await oweLettersOfMoves(sql, rolloutId, rollout.edition);
    await sql('UPDATE rollouts SET finished_at = clock_timestamp() WHERE id = $1', [rolloutId]);
  }
  const [counted] = await sql<{ letters: number }>(
    `SELECT count(*) AS letters FROM letters WHERE case_kind = 'rollout' AND case_id = $1`,
    [rolloutId],
  );
  return { letters: counted?.letters ?? 0 };
}

async function oweLettersOfMoves(sql: Sql, rolloutId: string, edition: number): Promise<void> {
  const on = dateAt(Date.now());
  for (const addressee of await movedByAddressee(sql, { edition, on })) await oweLetter(sql, rolloutId, addressee);
}

async function oweLetter(sql: Sql, rolloutId: string, { key, recipient, letter }: Addressee): Promise<void> {
  const letterId = deterministicId('letter', 'rollout', rolloutId, key);
  await sql(
    `INSERT INTO letters (id, case_kind, case_id, key, kind, content, sequence, owed_at, rule)
     VALUES ($1, 'rollout', $2, $3, $4, $5, NULL, clock_timestamp(), 'D11.1c')`,
    [letterId, rolloutId, key, letter.kind, JSON.stringify(letter)],
  );
  // There is no one case that would tell its lead office of whoever cannot be addressed.
  await writeDelivery(sql, { id: deterministicId('delivery', letterId), letterId, recipient });
}
