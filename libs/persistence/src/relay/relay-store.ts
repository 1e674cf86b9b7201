import type { Instant, Tell } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import type { DoorReference } from '../door/command.js';
import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';

/** Something that the ledger or a letter wants done outside of PostgreSQL. */
export type OutboxMessage =
  /** Start `mail/<caseId>`; nothing more to say. */
  | { readonly kind: 'startMail'; readonly caseKind: 'mail'; readonly caseId: string }
  /** Tell `mail/<caseId>` to ask again whether it waits. */
  | { readonly kind: 'wakeMail'; readonly caseKind: 'mail'; readonly caseId: string }
  /** Start `rollout/<caseId>`. */
  | { readonly kind: 'startRollout'; readonly caseKind: 'rollout'; readonly caseId: string }
  /** Start `import/<caseId>`. */
  | { readonly kind: 'startImport'; readonly caseKind: 'import'; readonly caseId: string }
  /** Start `reconciliation/<caseId>`. */
  | { readonly kind: 'startReconciliation'; readonly caseKind: 'reconciliation'; readonly caseId: string }
  /** Signal a case with a command of the system's own. */
  | ({ readonly kind: 'signalCase' } & Tell);

export interface OutboxRow {
  readonly id: number;
  /** Under which a signal goes, the same at every repetition; such a command has no row at the door. */
  readonly commandId: string;
  readonly createdAt: Instant;
  /** The case runs in virtual time: leave `receivedAt` out. */
  readonly isVirtual: boolean;
  readonly attempts: number;
  readonly message: OutboxMessage;
}

export interface OutboxRound {
  readonly sent: number;
  readonly failed: number;
}

export interface RelayStore {
  /**
   * Hands waiting rows to the handler, oldest first, several at a time but of one case only its oldest, and marks them:
   * sent when it returns, tried again later (with growing pauses) when it throws; where the last three have failed the rest
   * is left as it is.
   * Relays in several processes never get the same row at once; a crash in between repeats rows, so the handler must
   * bear repetition.
   */
  claimOutbox(limit: number, handler: (row: OutboxRow) => Promise<void>): Promise<OutboxRound>;
  /** Receivers with commands that Temporal has not been told of for so long; the longest waiting first. */
  casesWithUnsignalledCommands(limit: number, olderThanMs: number): Promise<readonly DoorReference[]>;
  /** Receivers with signalled commands that have had no outcome for so long. */
  casesWithUndecidedCommands(limit: number, olderThanMs: number): Promise<readonly DoorReference[]>;
}

/** Temporal is away: more calls would only hold the transaction open. */
const awayAfterFailures = 3;
/** Temporal takes several starts in the time of one: many letters may be owed at the same instant. */
const rowsAtOnce = 10;

/** Over the connections of the worker's role. */
export function createRelayStore(dataSource: DataSource): RelayStore {
  const sql = sqlOf(dataSource);
  return {
    claimOutbox: async (limit, handler) => inTransaction(dataSource, async (tx) => claimOutbox(tx, limit, handler)),
    casesWithUnsignalledCommands: async (limit, olderThanMs) =>
      casesWith(sql, 'signalled_at IS NULL', { limit, olderThanMs }),
    casesWithUndecidedCommands: async (limit, olderThanMs) =>
      casesWith(sql, 'signalled_at IS NOT NULL AND outcome IS NULL', { limit, olderThanMs }),
  };
}

interface WaitingRow {
  readonly id: number;
  readonly command_id: string;
  readonly message: OutboxMessage;
  readonly created_at: Date;
  readonly attempts: number;
  readonly is_virtual: boolean;
}

async function claimOutbox(sql: Sql, limit: number, handler: (row: OutboxRow) => Promise<void>): Promise<OutboxRound> {
  const rows = await sql<WaitingRow>(
    `SELECT id, command_id, created_at, attempts,
       jsonb_build_object('kind', kind, 'caseKind', case_kind, 'caseId', case_id)
         || CASE kind WHEN 'signalCase' THEN jsonb_build_object('command', payload) ELSE '{}' END AS message,
       EXISTS (SELECT FROM virtual_cases WHERE virtual_cases.case_kind = outbox.case_kind AND virtual_cases.case_id = outbox.case_id) AS is_virtual
     FROM outbox WHERE sent_at IS NULL AND next_attempt_at <= clock_timestamp()
       -- News of one case never overtake each other: not while the older waits for its next try, nor in another relay.
       AND NOT EXISTS (SELECT FROM outbox older WHERE older.case_kind = outbox.case_kind AND older.case_id = outbox.case_id
         AND older.sent_at IS NULL AND older.id < outbox.id)
     ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [limit],
  );
  const round = { sent: 0, failed: 0 };
  let failuresInARow = 0;
  // The first few show whether Temporal is there.
  for (let from = 0, some = awayAfterFailures; from < rows.length; from += some, some = rowsAtOnce) {
    for (const { id, failure } of await handOn(rows.slice(from, from + some), handler)) {
      await mark(sql, id, failure);
      round[failure === null ? 'sent' : 'failed'] += 1;
      failuresInARow = failure === null ? 0 : failuresInARow + 1;
    }
    if (failuresInARow >= awayAfterFailures) break;
  }
  return round;
}

interface HandedOn {
  readonly id: number;
  readonly failure: string | null;
}

/** At the same time: no two of them are of one case. */
async function handOn(
  rows: readonly WaitingRow[],
  handler: (row: OutboxRow) => Promise<void>,
): Promise<readonly HandedOn[]> {
  return Promise.all(
    rows.map(async (row) => ({ id: row.id, failure: await handler(toOutboxRow(row)).then(() => null, reasonOf) })),
  );
}

async function mark(sql: Sql, id: number, failure: string | null): Promise<void> {
  if (failure === null)
    await sql(
      'UPDATE outbox SET sent_at = clock_timestamp(), attempts = attempts + 1, last_error = NULL WHERE id = $1',
      [id],
    );
  else await sql(postponed, [id, failure]);
}

/** 1 s, 2 s, 4 s ... 5 min: one row that cannot go holds up no other for long. */
const postponed = `
  UPDATE outbox SET attempts = attempts + 1, last_error = $2,
    next_attempt_at = clock_timestamp() + LEAST(interval '1 second' * (2 ^ LEAST(attempts, 10)), interval '5 minutes')
  WHERE id = $1`;

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}

function toOutboxRow({ id, command_id, message, created_at, attempts, is_virtual }: WaitingRow): OutboxRow {
  return {
    id,
    commandId: command_id,
    createdAt: created_at.getTime(),
    isVirtual: is_virtual,
    attempts,
    message,
  };
}

async function casesWith(
  sql: Sql,
  state: 'signalled_at IS NULL' | 'signalled_at IS NOT NULL AND outcome IS NULL',
  { limit, olderThanMs }: { readonly limit: number; readonly olderThanMs: number },
): Promise<readonly DoorReference[]> {
  return sql<DoorReference>(
    `SELECT case_kind AS "caseKind", case_id AS "caseId" FROM commands
     WHERE ${state} AND (COALESCE(signalled_at, received_at) <= now() - interval '1 millisecond' * $2
       -- A door whose clock runs ahead must not make the relay wait for it.
       OR (signalled_at IS NULL AND received_at > now() + interval '5 seconds'))
     GROUP BY case_kind, case_id ORDER BY min(arrival) LIMIT $1`,
    [limit, olderThanMs],
  );
}
