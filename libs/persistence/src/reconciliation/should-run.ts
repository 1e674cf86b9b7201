import { nextDueOfCase, type AnyCaseState, type CaseOfKind, type Instant, type RegisteredRun } from '@dialogue/domain';

import { isOpen, lagsBehind } from '../rollouts/lagging.js';
import type { Sql } from '../sql/sql.js';

/** What has a workflow of its own that should run until it is over. */
export type ReconciledKind = CaseOfKind['caseKind'] | 'mail' | 'rollout' | 'import';

/** Names one of them. */
export interface ReconciledReference {
  readonly kind: ReconciledKind;
  readonly id: string;
}

/** One of them, as the register knows it. */
export interface ReconciledUnit extends ReconciledReference {
  readonly registered: RegisteredRun;
}

/** What should run, kind of row by kind of row. */
export type ShouldRun = 'cases' | 'beginnings' | 'letters' | 'rollouts' | 'imports';

/** What should run, by kind and id behind a workflow id; fewer than the limit: there is no more. */
export async function shouldRun(
  sql: Sql,
  what: ShouldRun,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly ReconciledUnit[]> {
  const [kind, id] = placeOf(after);
  const rows = await sql<UnitRow>(
    `${units[what]} AND ($1::text IS NULL OR (unit.kind, unit.id) > ($1, $2)) ORDER BY unit.kind, unit.id LIMIT $3`,
    [kind, id, limit],
  );
  return rows.map(toUnit);
}

/** As the register knows these, also those that are over; what it does not know is left out. */
export async function known(sql: Sql, references: readonly ReconciledReference[]): Promise<readonly ReconciledUnit[]> {
  const among = `(unit.kind, unit.id) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;
  const statement = [cases(''), ...beginnings.map(({ from }) => from), letters(''), rollouts(''), imports('')]
    .map((each) => `${each} AND ${among}`)
    .join(' UNION ALL ');
  const rows = await sql<UnitRow>(statement, [references.map(({ kind }) => kind), references.map(({ id }) => id)]);
  return rows.map(toUnit);
}

interface UnitRow extends ReconciledReference {
  readonly is_begun: boolean;
  readonly can_begin: boolean;
  readonly is_over: boolean;
  readonly recorded_at: Date;
  readonly is_virtual: boolean;
  readonly waiting_since: Date | null;
  readonly missed_rollout: boolean;
  readonly state: AnyCaseState | null;
}

/** Of a row `unit` that takes commands: since when the oldest without an outcome waits, and whether its clock is ours. */
const atTheDoor = `
  (SELECT min(received_at) FROM commands WHERE case_kind = unit.kind AND case_id = unit.id AND outcome IS NULL) AS waiting_since,
  EXISTS (SELECT FROM virtual_cases WHERE case_kind = unit.kind AND case_id = unit.id) AS is_virtual`;

function cases(which: string): string {
  return `
    SELECT unit.kind, unit.id, true AS is_begun, true AS can_begin, NOT (${isOpen}) AS is_over, memory.updated_at AS recorded_at,
      memory.state, ${atTheDoor},
      EXISTS (SELECT FROM rollouts rollout WHERE rollout.finished_at IS NOT NULL AND ${lagsBehind}) AS missed_rollout
    FROM case_memory memory, LATERAL (SELECT memory.case_kind AS kind, memory.case_id AS id) unit WHERE true ${which}`;
}

const masters = [
  { kind: 'conference', table: 'conference_plans', at: 'planned_at' },
  { kind: 'petition', table: 'petition_submissions', at: 'submitted_at' },
  { kind: 'report', table: 'report_openings', at: 'opened_at' },
] as const;

/** Whose first command was refused, and that never became a case, should not run. */
const mayBegin = `
  NOT EXISTS (SELECT FROM case_memory WHERE case_kind = unit.kind AND case_id = unit.id)
  AND (NOT EXISTS (SELECT FROM commands WHERE case_kind = unit.kind AND case_id = unit.id AND outcome IS NOT NULL)
    OR EXISTS (SELECT FROM commands WHERE case_kind = unit.kind AND case_id = unit.id AND outcome IS NULL))`;

const beginnings = masters.map(({ kind, table, at }) => ({
  from: `
    SELECT unit.kind, unit.id, false AS is_begun,
      EXISTS (SELECT FROM commands WHERE case_kind = unit.kind AND case_id = unit.id AND outcome IS NULL)
        OR EXISTS (SELECT FROM outbox WHERE case_kind = unit.kind AND case_id = unit.id) AS can_begin,
      false AS is_over, master.${at} AS recorded_at, NULL::jsonb AS state, ${atTheDoor}, false AS missed_rollout
    FROM ${table} master, LATERAL (SELECT '${kind}' AS kind, master.id::text AS id) unit WHERE ${mayBegin}`,
}));

const otherwise = `NULL::jsonb AS state, NULL::timestamptz AS waiting_since, false AS is_virtual, false AS missed_rollout`;
/** What goes with a digest has no way of its own. */
const onItsWay = `(state IN ('queued', 'claimed', 'sending', 'deferred') AND digest_id IS NULL)`;
/** The relay has started it, a while ago. */
const launched = `
  NOT EXISTS (SELECT FROM outbox WHERE case_kind = unit.kind AND case_id = unit.id AND sent_at IS NULL)`;

function letters(which: string): string {
  return `
    SELECT unit.kind, unit.id, true AS is_begun, true AS can_begin, NOT (${onItsWay}) AS is_over, updated_at AS recorded_at, ${otherwise}
    FROM mail_deliveries delivery, LATERAL (SELECT 'mail' AS kind, delivery.id::text AS id) unit WHERE true ${which}`;
}

function rollouts(which: string): string {
  return `
    SELECT unit.kind, unit.id, true AS is_begun, true AS can_begin, finished_at IS NOT NULL OR withdrawn_at IS NOT NULL AS is_over,
      requested_at AS recorded_at, ${otherwise}
    FROM rollouts rollout, LATERAL (SELECT 'rollout' AS kind, rollout.id AS id) unit WHERE true ${which}`;
}

function imports(which: string): string {
  return `
    SELECT unit.kind, unit.id, true AS is_begun, true AS can_begin, finished_at IS NOT NULL OR cancelled_at IS NOT NULL AS is_over,
      requested_at AS recorded_at, ${otherwise}
    FROM petition_imports import, LATERAL (SELECT 'import' AS kind, import.id::text AS id) unit WHERE true ${which}`;
}

const units: Readonly<Record<ShouldRun, string>> = {
  cases: cases(`AND ${isOpen}`),
  beginnings: `SELECT * FROM (${beginnings.map(({ from }) => from).join(' UNION ALL ')}) unit WHERE true`,
  letters: letters(`AND ${onItsWay} AND ${launched}`),
  rollouts: rollouts(`AND finished_at IS NULL AND withdrawn_at IS NULL AND ${launched}`),
  imports: imports(`AND finished_at IS NULL AND cancelled_at IS NULL AND ${launched}`),
};

/** `report/SL-STC/2026-Y`: the kind, and the id with its own slashes. */
function placeOf(after: string | null): readonly [string | null, string | null] {
  if (after === null) return [null, null];
  const slash = after.indexOf('/');
  return [after.slice(0, slash), after.slice(slash + 1)];
}

function toUnit(row: UnitRow): ReconciledUnit {
  const { kind, id, state } = row;
  return {
    kind,
    id,
    registered: {
      isBegun: row.is_begun,
      canBegin: row.can_begin,
      isOver: row.is_over,
      recordedAt: row.recorded_at.getTime(),
      nextDueAt: row.is_virtual || row.is_over || state === null ? null : nextDueAt(row, state),
      stage: state?.stage ?? null,
      waitingSince: row.waiting_since?.getTime() ?? null,
      missedRollout: row.missed_rollout,
    },
  };
}

function nextDueAt({ kind, id }: ReconciledReference, state: AnyCaseState): Instant | null {
  // eslint-disable-next-line house/no-assertion -- the ledger wrote kind and state together
  return nextDueOfCase({ caseKind: kind, caseId: id, state } as CaseOfKind);
}
