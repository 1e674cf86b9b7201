import { createHash } from 'node:crypto';

import {
  handingOf,
  isNewBody,
  type Beginning,
  type LocalDate,
  type Reorganisation,
  type Succession,
} from '@dialogue/domain';

import { oneImportAtATime } from '../imports/one-import.js';
import { requestRollout } from '../rollouts/rollouts.js';
import { canonicalJson } from '../sql/canonical-json.js';
import type { Sql } from '../sql/sql.js';
import { carryOver, type MadeRow } from './carry-over.js';
import { previewOf } from './preview.js';
import { takeReportLinesOver } from './report-lines.js';
import type { EndingBody, ReorganisationPreview, ReorganisationRequest } from './reorganisations.js';

/** Inside one transaction: everything, or the exception of `check`; false when the same was asked for before. */
export async function carryOut(sql: Sql, request: ReorganisationRequest): Promise<boolean> {
  // What was checked is still so when it is written, whoever else changes bodies or the lines between them.
  await oneImportAtATime(sql);
  await sql(`SELECT pg_advisory_xact_lock(hashtext('organisation_lines'))`);
  const { id, reorganisation, accountId, today, check } = request;
  const contentHash = hashOf(reorganisation);
  const before = await sql('SELECT FROM reorganisations WHERE content_hash = $1 AND withdrawn_at IS NULL', [
    contentHash,
  ]);
  if (before.length > 0) return false;
  const preview = await previewOf(sql, reorganisation, today);
  check(preview);
  await sql(
    `INSERT INTO reorganisations (id, effective_on, document_number, document_on, reason, content_hash, requested_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, reorganisation.effectiveOn, ...documentOf(reorganisation), reorganisation.reason, contentHash, accountId],
  );
  await writeChanges(sql, preview, request);
  await beginBodies(sql, preview.beginning, reorganisation);
  await endBodies(sql, preview.ending, reorganisation);
  await noteRows(sql, id, await passOn(sql, preview, request));
  await tellCases(sql, preview, request);
  return true;
}

/** The id of the rollout by which open cases hear of a reorganisation. */
export function rolloutOfReorganisation(id: string): `organisation/${string}` {
  return `organisation/${id}`;
}

function hashOf(reorganisation: Reorganisation): string {
  return createHash('sha256').update(canonicalJson(reorganisation)).digest('hex');
}

function documentOf({ document }: Reorganisation): readonly [string, LocalDate] {
  return [document.number, document.signedOn];
}

/** A row for each predecessor with each successor; the place keeps the order of the decision. */
async function writeChanges(
  sql: Sql,
  { ending }: ReorganisationPreview,
  { id, reorganisation: { changes } }: ReorganisationRequest,
): Promise<void> {
  const begun = new Set(
    changes.flatMap((change) =>
      handingOf(change)
        .into.filter(isNewBody)
        .map(({ code }) => code),
    ),
  );
  const rows = ending.flatMap(({ code, kind, successors }) =>
    (successors.length === 0 ? [null] : successors).map((successor, index) => ({
      ...{ kind, predecessor: code, successor: successor?.code ?? null, name: successor?.name ?? null },
      ...{ is_main: index === 0, is_new: successor !== null && begun.has(successor.code) },
    })),
  );
  await sql(
    `INSERT INTO reorganisation_changes (reorganisation_id, place, kind, predecessor_code, successor_code, successor_name, is_main,
       is_new, predecessor_edited_at)
     SELECT $1, place, given.kind, predecessor, successor, given.name, is_main, is_new, body.edited_at
     FROM ROWS FROM (jsonb_to_recordset($2) AS (kind text, predecessor text, successor text, name text, is_main boolean, is_new boolean))
       WITH ORDINALITY AS given (kind, predecessor, successor, name, is_main, is_new, place)
     JOIN organisations body ON body.code = predecessor`,
    [id, JSON.stringify(rows)],
  );
}

/** What is written is the office's own from then on: no set-up writes over it. */
async function beginBodies(
  sql: Sql,
  beginning: readonly Beginning[],
  { effectiveOn, document }: Reorganisation,
): Promise<void> {
  await sql(
    `INSERT INTO organisations (code, name, kind, level, parent_code, unit_code, lead_office_code, monitor_code, front_code,
       valid_from, source, edited_at)
     SELECT code, name, kind, level, "parentCode", "unitCode", "leadOfficeCode", "monitorCode", "frontCode", $2, $3, now()
     FROM jsonb_to_recordset($1) AS given (code text, name text, kind text, level text, "parentCode" text, "unitCode" text,
       "leadOfficeCode" text, "monitorCode" text, "frontCode" text)`,
    [JSON.stringify(beginning), effectiveOn, document.number],
  );
}

async function endBodies(
  sql: Sql,
  ending: readonly EndingBody[],
  { effectiveOn, document }: Reorganisation,
): Promise<void> {
  for (const { code, kind, lastOn, successors } of ending) {
    const codes = successors.map((successor) => successor.code);
    await sql('UPDATE organisations SET valid_to = $2, successor_code = $3, edited_at = now() WHERE code = $1', [
      code,
      lastOn,
      codes[0] ?? null,
    ]);
    await sql(
      `INSERT INTO organisation_successors (predecessor_code, successor_code, kind, on_day, is_main, source)
       SELECT $1, successor, $3, $4, place = 1, $5 FROM unnest($2::text[]) WITH ORDINALITY AS given (successor, place)`,
      [code, codes, kind, effectiveOn, document.number],
    );
  }
}

/** D11.3, D14.1: no letter without somebody to read it, and no figures that nobody is to report. */
async function passOn(
  sql: Sql,
  { carryOvers }: ReorganisationPreview,
  { reorganisation, accountId }: ReorganisationRequest,
): Promise<readonly MadeRow[]> {
  const { effectiveOn: on, reason, changes } = reorganisation;
  const made: MadeRow[] = [];
  for (const each of carryOvers) made.push(...(await carryOver(sql, each, on)));
  for (const { from, into } of changes.map(handingOf))
    for (const { code: to } of into)
      for (const before of from)
        made.push(...(await takeReportLinesOver(sql, { from: before, to, on, reason, setBy: accountId })));
  return made;
}

async function noteRows(sql: Sql, id: string, made: readonly MadeRow[]): Promise<void> {
  await sql(
    `INSERT INTO reorganisation_rows (reorganisation_id, kind, row_id)
     SELECT $1, kind, id FROM jsonb_to_recordset($2) AS given (kind text, id text)`,
    [id, JSON.stringify(made)],
  );
}

async function tellCases(
  sql: Sql,
  { ending }: ReorganisationPreview,
  { id, reorganisation: { effectiveOn, document }, accountId }: ReorganisationRequest,
): Promise<void> {
  const successions = ending.flatMap(({ code, successors: [main] }): readonly Succession[] =>
    main === undefined ? [] : [{ from: code, to: main.code, toName: main.name }],
  );
  await requestRollout(sql, {
    id: rolloutOfReorganisation(id),
    kind: 'organisation',
    command: { kind: 'organisationChanged', on: effectiveOn, successions, document },
    dueOn: effectiveOn,
    requestedBy: accountId,
  });
}
