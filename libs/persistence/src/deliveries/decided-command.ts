import type { DomainErrorCode, Instant, RuleId } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/** A person's command about a letter, and when it was decided. */
export interface DecidedCommand {
  readonly commandId: string;
  readonly at: Instant;
}

const rule: RuleId = 'D11.3';

/** Null: it was carried out; else the code by which it was refused. */
export async function writeOutcome(
  sql: Sql,
  { commandId, at }: DecidedCommand,
  refusal: DomainErrorCode | null,
): Promise<void> {
  const outcome = refusal === null ? ['accepted', null, null] : ['refused', refusal, rule];
  await sql(
    `UPDATE commands SET outcome = $2, outcome_code = $3, outcome_rule = $4, decided_at = $5, recorded_at = now() WHERE id = $1`,
    [commandId, ...outcome, new Date(at)],
  );
}
