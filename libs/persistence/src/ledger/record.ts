import type { AnyLedgerEntry, CaseReference, LedgerReceipt, RefusalEntry } from '@dialogue/domain';

import { closeLinksOfLeavers } from '../links/close-links.js';
import { tellCase } from '../relay/tell-case.js';
import { isOpen } from '../rollouts/lagging.js';
import { isRolloutOnItsWay, tellWhatWasMissed } from '../rollouts/missed-rollouts.js';
import { lockCase } from '../sql/lock-case.js';
import type { Sql } from '../sql/sql.js';
import { contentHash } from './content-hash.js';
import { LedgerConflict, LedgerGap } from './ledger-error.js';
import { oweLetters } from './owe-letters.js';
import { project } from './project.js';

/** Inside one transaction: all that a transition means for the register, or nothing. */
export async function recordTransition(sql: Sql, entry: AnyLedgerEntry): Promise<LedgerReceipt> {
  const hash = contentHash(entry);
  await lockCase(sql, entry);
  const recorded = await recordedHash(sql, entry);
  if (recorded === hash) return 'recorded';
  const place = `${entry.caseKind}/${entry.caseId} sequence ${String(entry.sequence)}`;
  if (recorded !== null) throw new LedgerConflict(`${place} is recorded with other content`);
  if (entry.commandId !== null && (await isDecided(sql, entry.commandId))) return 'alreadyDecided';
  const last = await lastSequence(sql, entry);
  if (entry.sequence !== last + 1) throw new LedgerGap(`${place} does not follow ${String(last)}`);
  if (entry.yields === true && (await isSomethingOnItsWay(sql, entry))) return 'commandWaits';

  await write(sql, entry, hash);
  return 'recorded';
}

async function write(sql: Sql, entry: AnyLedgerEntry, hash: string): Promise<void> {
  const wasOpen = await isOpenCase(sql, entry);
  await writeEvent(sql, entry, hash);
  await writeMemory(sql, entry);
  // D11.3: the body that takes over may itself have been taken over from since.
  if (!wasOpen || entry.event === 'organisationChanged') await tellWhatWasMissed(sql, entry);
  await project(sql, entry);
  await closeLinksOfLeavers(sql, entry);
  if (entry.commandId !== null) await writeAcceptance(sql, entry);
  await oweLetters(sql, entry);
  for (const tell of entry.tells ?? []) await tellCase(sql, tell);
}

/** Inside one transaction. A command of the system's own has no row at the door: its refusal leaves no trace. */
export async function recordRefusal(sql: Sql, entry: RefusalEntry): Promise<LedgerReceipt> {
  await lockCase(sql, entry);
  const written = await sql(
    `UPDATE commands SET outcome = 'refused', outcome_code = $2, outcome_rule = $3, decided_at = $4, recorded_at = now()
     WHERE id = $1 AND outcome IS NULL RETURNING id`,
    [entry.commandId, entry.code, entry.rule, new Date(entry.at)],
  );
  if (written.length > 0) return 'recorded';
  const [earlier] = await sql<{ outcome_code: string | null }>('SELECT outcome_code FROM commands WHERE id = $1', [
    entry.commandId,
  ]);
  if (earlier !== undefined) return earlier.outcome_code === entry.code ? 'recorded' : 'alreadyDecided';
  return (await isDecided(sql, entry.commandId)) ? 'alreadyDecided' : 'recorded';
}

async function recordedHash(sql: Sql, { caseKind, caseId, sequence }: AnyLedgerEntry): Promise<string | null> {
  const [row] = await sql<{ content_hash: string }>(
    'SELECT content_hash FROM case_events WHERE case_kind = $1 AND case_id = $2 AND sequence = $3',
    [caseKind, caseId, sequence],
  );
  return row?.content_hash ?? null;
}

async function isDecided(sql: Sql, commandId: string): Promise<boolean> {
  const rows = await sql(
    `SELECT FROM commands WHERE id = $1 AND outcome IS NOT NULL
     UNION ALL SELECT FROM case_events WHERE command_id = $1`,
    [commandId],
  );
  return rows.length > 0;
}

async function isOpenCase(sql: Sql, { caseKind, caseId }: CaseReference): Promise<boolean> {
  const rows = await sql(`SELECT FROM case_memory memory WHERE case_kind = $1 AND case_id = $2 AND ${isOpen}`, [
    caseKind,
    caseId,
  ]);
  return rows.length > 0;
}

async function isSomethingOnItsWay(sql: Sql, entry: AnyLedgerEntry): Promise<boolean> {
  return (await isEarlierCommandWaiting(sql, entry)) || (await isRolloutOnItsWay(sql, entry));
}

/**
 * A command that Temporal has not brought to its case yet, though it was received before: an outage makes no timely
 * answer late. In virtual time the instants cannot be compared.
 */
async function isEarlierCommandWaiting(sql: Sql, { caseKind, caseId, at }: AnyLedgerEntry): Promise<boolean> {
  const rows = await sql(
    `SELECT FROM commands WHERE case_kind = $1 AND case_id = $2 AND outcome IS NULL AND NOT is_virtual AND received_at < $3
     LIMIT 1`,
    [caseKind, caseId, new Date(at)],
  );
  return rows.length > 0;
}

async function lastSequence(sql: Sql, { caseKind, caseId }: CaseReference): Promise<number> {
  const [row] = await sql<{ last: number }>(
    'SELECT COALESCE(max(sequence), 0) AS last FROM case_events WHERE case_kind = $1 AND case_id = $2',
    [caseKind, caseId],
  );
  return row?.last ?? 0;
}

async function writeEvent(
  sql: Sql,
  { caseKind, caseId, sequence, event, at, rule, facts, commandId }: AnyLedgerEntry,
  hash: string,
): Promise<void> {
  await sql(
    `INSERT INTO case_events (case_kind, case_id, sequence, event, at, rule, facts, actor_id, command_id, content_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT actor_id FROM commands WHERE id = $8), $8, $9)`,
    [caseKind, caseId, sequence, event, new Date(at), rule, JSON.stringify(facts), commandId, hash],
  );
}

async function writeMemory(sql: Sql, { caseKind, caseId, sequence, at, state }: AnyLedgerEntry): Promise<void> {
  await sql(
    `INSERT INTO case_memory (case_kind, case_id, sequence, last_at, state) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (case_kind, case_id) DO UPDATE SET sequence = excluded.sequence, last_at = excluded.last_at,
       state = excluded.state, updated_at = now()`,
    [caseKind, caseId, sequence, new Date(at), JSON.stringify(state)],
  );
}

async function writeAcceptance(sql: Sql, { commandId, sequence, at }: AnyLedgerEntry): Promise<void> {
  await sql(
    `UPDATE commands SET outcome = 'accepted', outcome_sequence = $2, decided_at = $3, recorded_at = now() WHERE id = $1`,
    [commandId, sequence, new Date(at)],
  );
}
