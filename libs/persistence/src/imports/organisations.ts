import {
  addDays,
  planOrganisations,
  type KnownOrganisations,
  type LocalDate,
  type Numbered,
  type OrganisationEntry,
} from '@dialogue/domain';

import { bodiesOfCase } from '../reorganisations/basis.js';
import { isOpen } from '../rollouts/lagging.js';
import type { Sql } from '../sql/sql.js';
import type { ImportOptions, ImportOutcome } from './imports.js';
import { oneImportAtATime } from './one-import.js';

/** Within a transaction. What is written is the office's own from then on: no set-up writes over it. */
export async function importOrganisations(
  sql: Sql,
  given: readonly Numbered<OrganisationEntry>[],
  { isDry }: ImportOptions,
): Promise<ImportOutcome<'organisations'>> {
  await oneImportAtATime(sql);
  const { created, changed, unchanged, faults } = planOrganisations(await knownOrganisations(sql), given);
  if (faults.length > 0) return { faults };
  if (!isDry) await write(sql, [...created, ...changed]);
  return { tallies: { organisations: { created: created.length, changed: changed.length, unchanged } } };
}

/** All that there is, in the order of the codes. */
export async function knownOrganisations(sql: Sql): Promise<KnownOrganisations> {
  const organisations = await sql<OrganisationEntry>(
    `SELECT body.code, body.name, body.kind, body.level, body.parent_code AS "parentCode", body.unit_code AS "unitCode",
       body.lead_office_code AS "leadOfficeCode", body.monitor_code AS "monitorCode", body.front_code AS "frontCode",
       body.valid_from AS "validFrom", body.valid_to AS "validTo", main.kind AS "endedBy",
       COALESCE(ended.successors, '{}') AS successors, body.source
     FROM organisations body
     LEFT JOIN organisation_successors main ON main.predecessor_code = body.code AND main.is_main
     LEFT JOIN LATERAL (
       SELECT array_agg(successor_code ORDER BY is_main DESC, successor_code) AS successors
       FROM organisation_successors WHERE predecessor_code = body.code
     ) ended ON true
     ORDER BY body.code`,
  );
  const levels = await sql<{ code: string; validTo: LocalDate | null }>(
    'SELECT code, valid_to AS "validTo" FROM levels',
  );
  return {
    organisations: new Map(organisations.map((entry) => [entry.code, entry])),
    levels: new Map(levels.map(({ code, validTo }) => [code, validTo])),
    reorganised: await codesOf(
      sql,
      `SELECT unnest(ARRAY[predecessor_code, successor_code]) AS code FROM reorganisation_changes
       JOIN reorganisations ON reorganisations.id = reorganisation_id WHERE withdrawn_at IS NULL`,
    ),
    atWork: await codesOf(
      sql,
      `SELECT DISTINCT part.code FROM case_memory memory CROSS JOIN ${bodiesOfCase} WHERE part.code IS NOT NULL AND ${isOpen}`,
    ),
  };
}

async function codesOf(sql: Sql, query: string): Promise<ReadonlySet<string>> {
  return new Set((await sql<{ code: string }>(query)).map(({ code }) => code));
}

async function write(sql: Sql, entries: readonly OrganisationEntry[]): Promise<void> {
  const rows = entries.map(({ successors, ...entry }) => ({ ...entry, successorCode: successors[0] ?? null }));
  await sql(
    `INSERT INTO organisations (code, name, kind, level, parent_code, unit_code, lead_office_code, monitor_code, front_code,
       valid_from, valid_to, successor_code, source, edited_at)
     SELECT code, name, kind, level, "parentCode", "unitCode", "leadOfficeCode", "monitorCode", "frontCode",
       "validFrom", "validTo", "successorCode", source, now()
     FROM jsonb_to_recordset($1) AS given (code text, name text, kind text, level text, "parentCode" text, "unitCode" text,
       "leadOfficeCode" text, "monitorCode" text, "frontCode" text, "validFrom" date, "validTo" date, "successorCode" text,
       source text)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, level = excluded.level,
       parent_code = excluded.parent_code, unit_code = excluded.unit_code, lead_office_code = excluded.lead_office_code,
       monitor_code = excluded.monitor_code, front_code = excluded.front_code, valid_from = excluded.valid_from,
       valid_to = excluded.valid_to, successor_code = excluded.successor_code, source = excluded.source,
       edited_at = excluded.edited_at`,
    [JSON.stringify(rows)],
  );
  await writeSuccessors(sql, entries);
}

async function writeSuccessors(sql: Sql, entries: readonly OrganisationEntry[]): Promise<void> {
  const codes = entries.map(({ code }) => code);
  await sql('DELETE FROM organisation_successors WHERE predecessor_code = ANY ($1)', [codes]);
  const rows = entries.flatMap(({ code, endedBy, validTo, successors, source }) =>
    validTo === null
      ? []
      : successors.map((successor, place) => ({
          ...{ predecessorCode: code, successorCode: successor, kind: endedBy, isMain: place === 0 },
          ...{ onDay: addDays(validTo, 1), source },
        })),
  );
  await sql(
    `INSERT INTO organisation_successors (predecessor_code, successor_code, kind, on_day, is_main, source)
     SELECT "predecessorCode", "successorCode", kind, "onDay", "isMain", source
     FROM jsonb_to_recordset($1) AS given ("predecessorCode" text, "successorCode" text, kind text, "onDay" date,
       "isMain" boolean, source text)`,
    [JSON.stringify(rows)],
  );
}
