import type { CalendarChanged, Instant, LocalDate, OrganisationChanged } from '@dialogue/domain';
import { startOfDay } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';
import { finishRollout } from './finish-rollout.js';
import { tellCases } from './tell-cases.js';

export type RolloutKind = 'calendar' | 'organisation';

/** Something that every open case concerned is to hear of, from a day on. */
export interface NewRollout {
  /** Begins with its kind: `calendar/2`. */
  readonly id: `${RolloutKind}/${string}`;
  readonly kind: RolloutKind;
  readonly command: CalendarChanged | OrganisationChanged;
  readonly dueOn: LocalDate;
  readonly requestedBy: string | null;
}

/** A rollout and from when cases hear of it. */
export interface StoredRollout {
  readonly kind: RolloutKind;
  readonly startsAt: Instant;
}

/** How many cases were told in one step, and how many have not acted on it yet. */
export interface ToldCases {
  readonly told: number;
  readonly lagging: number;
}

/** What the worker does with rollouts; every write may be repeated. */
export interface Rollouts {
  /** Null: it was withdrawn, or there is none. */
  loadRollout(rolloutId: string): Promise<StoredRollout | null>;
  tellCases(rolloutId: string): Promise<ToldCases>;
  /** One letter to each person concerned; how many there are, also when they were owed before. */
  finishRollout(rolloutId: string): Promise<{ readonly letters: number }>;
}

/** Over the connections of the worker's role. */
export function createRollouts(dataSource: DataSource): Rollouts {
  const sql = sqlOf(dataSource);
  return {
    loadRollout: async (rolloutId) => loadRollout(sql, rolloutId),
    tellCases: async (rolloutId) => inTransaction(dataSource, async (tx) => tellCases(tx, rolloutId)),
    finishRollout: async (rolloutId) => inTransaction(dataSource, async (tx) => finishRollout(tx, rolloutId)),
  };
}

/** Inside one transaction with what makes it necessary: the relay then starts its workflow. */
export async function requestRollout(sql: Sql, { id, kind, command, dueOn, requestedBy }: NewRollout): Promise<void> {
  await sql('INSERT INTO rollouts (id, kind, command, due_on, requested_by) VALUES ($1, $2, $3, $4, $5)', [
    id,
    kind,
    JSON.stringify(command),
    dueOn,
    requestedBy,
  ]);
  await sql(`INSERT INTO outbox (kind, case_kind, case_id, payload) VALUES ('startRollout', 'rollout', $1, '{}')`, [
    id,
  ]);
}

async function loadRollout(sql: Sql, rolloutId: string): Promise<StoredRollout | null> {
  const [row] = await sql<{ kind: RolloutKind; due_on: LocalDate }>(
    'SELECT kind, due_on FROM rollouts WHERE id = $1 AND withdrawn_at IS NULL',
    [rolloutId],
  );
  return row === undefined ? null : { kind: row.kind, startsAt: startOfDay(row.due_on) };
}
