import type { KnownBody, LocalDate, ReorganisationBasis } from '@dialogue/domain';

import { linesOn } from '../organisations/lines-on-day.js';
import { parentOn, validOn } from '../organisations/on-day.js';
import { isOpen, restingBodies } from '../rollouts/lagging.js';
import type { Sql } from '../sql/sql.js';

/** SQL: the bodies that a row `memory` of `case_memory` names, each with as what. */
export const bodiesOfCase = `
  LATERAL (
    VALUES ('organisation', memory.state ->> 'organisation'), ('leadOffice', memory.state ->> 'leadOffice'),
      ('agency', memory.state -> 'assignment' ->> 'agency'), ('referral', memory.state -> 'referral' ->> 'to')
    UNION SELECT 'body', duty ->> 'body' FROM jsonb_array_elements(memory.state -> 'duties') duty
    WHERE duty ? 'body'
    UNION SELECT 'body', partner ->> 'agency' FROM jsonb_array_elements(memory.state -> 'assignment' -> 'cooperating') partner
    WHERE partner ->> 'contributedOn' IS NULL
    ${restingBodies.map((path) => `UNION SELECT 'body', jsonb_path_query(memory.state, '${path}') #>> '{}'`).join('\n')}
  ) part (part, code)`;

/** All bodies as they stand on a day, and what of their work somebody must take over. */
export async function basisOf(
  sql: Sql,
  { on, today }: { readonly on: LocalDate; readonly today: LocalDate },
): Promise<ReorganisationBasis> {
  const bodies = await sql<KnownBody>(
    `WITH ${linesOn('$1')}, at_work AS (
       SELECT part.code FROM case_memory memory CROSS JOIN ${bodiesOfCase} WHERE ${isOpen}
       -- D14.1: what it had counts in the reports of whoever takes over.
       UNION SELECT organisation_code FROM petition_submissions
       UNION SELECT organisation_code FROM conference_plans
       UNION SELECT successor_code FROM organisations WHERE successor_code IS NOT NULL
     )
     SELECT body.code, body.name, body.kind, body.level, ${parentOn('body', '$1::date')} AS "parentCode",
       body.unit_code AS "unitCode", lead.to_code AS "leadOfficeCode", monitor.to_code AS "monitorCode",
       front.to_code AS "frontCode", body.valid_from AS "validFrom", body.valid_to AS "validTo",
       (SELECT max(on_day) FROM organisation_successors WHERE successor_code = body.code) AS "takesOverOn",
       body.code IN (SELECT code FROM at_work) AS "hasWork"
     FROM organisations body
     ${lineOf('lead', 'leadOffice')} ${lineOf('monitor', 'monitor')} ${lineOf('front', 'front')}
     ORDER BY body.code`,
    [on],
  );
  const levels = await sql<{ code: string }>(`SELECT code FROM levels WHERE ${validOn('levels', '$1')}`, [on]);
  return {
    today,
    bodies: new Map(bodies.map((body) => [body.code, body])),
    levels: new Set(levels.map(({ code }) => code)),
  };
}

function lineOf(name: string, kind: 'leadOffice' | 'monitor' | 'front'): string {
  return `LEFT JOIN line ${name} ON ${name}.organisation_code = body.code AND ${name}.kind = '${kind}'`;
}
