import { lineKinds, type Instant, type LineKind, type LocalDate, type OrganisationCode } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import type { NamedAccount } from '../reads/case-reads.js';
import { inSnapshot, inTransaction, type Sql } from '../sql/sql.js';
import { faultOf, type LineFault } from './line-faults.js';
import { linesOn } from './lines-on-day.js';
import { bodyInForce } from './organisation-lines.js';

/** How a body stands to others in one respect on a day, each of them with who answers for it then. */
export interface OrganisationLine {
  readonly kind: LineKind;
  readonly bodies: readonly LineBody[];
  /** Since when, as an office has set it; null: since ever, as the files of `data/` have it. */
  readonly since: LocalDate | null;
}

interface LineBody extends NamedOrganisation {
  /** Null: it has ended, and nobody has taken over. */
  readonly inForce: NamedOrganisation | null;
}

/** What an office has set, newest first; those to come as well. */
export interface LineSetting {
  readonly kind: LineKind;
  readonly from: LocalDate;
  readonly bodies: readonly NamedOrganisation[];
  readonly reason: string;
  readonly setAt: Instant;
  readonly setBy: NamedAccount;
}

export interface LinesOfBody {
  readonly lines: readonly OrganisationLine[];
  readonly settings: readonly LineSetting[];
}

/** From a day on, a line leads to these bodies, to none when there are none, until another setting begins. */
export interface NewLine {
  readonly organisation: OrganisationCode;
  readonly kind: LineKind;
  readonly bodies: readonly OrganisationCode[];
  readonly from: LocalDate;
  readonly reason: string;
  readonly setBy: string;
}

/** Lines between bodies (D11.1b, D11.2b, D11.3, D14.1, D15): data, readable on a day and set from a day on. */
export interface Lines {
  of(code: OrganisationCode, on: LocalDate): Promise<LinesOfBody>;
  /** What is wrong with it, and nothing is written; null when it holds. Setting the same again writes nothing. */
  set(line: NewLine): Promise<LineFault | null>;
}

export function createLines(dataSource: DataSource): Lines {
  return {
    of: async (code, on) =>
      inSnapshot(dataSource, async (sql) => ({
        lines: await linesOf(sql, code, on),
        settings: await settingsOf(sql, code),
      })),
    set: async (line) =>
      inTransaction(dataSource, async (sql) => {
        // One after the other: two lines that are right by themselves may close a circle.
        await sql(`SELECT pg_advisory_xact_lock(hashtext('organisation_lines'))`);
        const fault = await faultOf(sql, line);
        if (fault === null && !(await isSet(sql, line))) await write(sql, line);
        return fault;
      }),
  };
}

async function linesOf(sql: Sql, code: OrganisationCode, on: LocalDate): Promise<readonly OrganisationLine[]> {
  const rows = await sql<NamedOrganisation & { readonly kind: LineKind }>(
    `WITH ${linesOn('$2')} SELECT line.kind, body.code, body.name FROM line JOIN organisations body ON body.code = line.to_code
     WHERE line.organisation_code = $1 ORDER BY body.code`,
    [code, on],
  );
  const begun = await sql<{ readonly kind: LineKind; readonly since: LocalDate }>(
    `SELECT DISTINCT ON (kind) kind, valid_from AS since FROM organisation_lines
     WHERE organisation_code = $1 AND valid_from <= $2 ORDER BY kind, id DESC`,
    [code, on],
  );
  const bodies: (LineBody & { readonly kind: LineKind })[] = [];
  for (const row of rows) bodies.push({ ...row, inForce: await namedInForce(sql, row.code, on) });
  return lineKinds.map((kind) => ({
    kind,
    bodies: bodies.filter((body) => body.kind === kind).map(({ kind: _kind, ...body }) => body),
    since: begun.find((setting) => setting.kind === kind)?.since ?? null,
  }));
}

async function namedInForce(sql: Sql, code: OrganisationCode, on: LocalDate): Promise<NamedOrganisation | null> {
  const [body] = await sql<NamedOrganisation>('SELECT code, name FROM organisations WHERE code = $1', [
    await bodyInForce(sql, code, on),
  ]);
  return body ?? null;
}

async function settingsOf(sql: Sql, code: OrganisationCode): Promise<readonly LineSetting[]> {
  const rows = await sql<Omit<LineSetting, 'setAt'> & { readonly set_at: Date }>(
    `SELECT setting.kind, setting.valid_from AS "from", setting.reason, setting.set_at,
       jsonb_build_object('id', accounts.id, 'username', accounts.username) AS "setBy",
       COALESCE((SELECT jsonb_agg(jsonb_build_object('code', body.code, 'name', body.name) ORDER BY body.code)
         FROM organisation_line_bodies JOIN organisations body ON body.code = to_code WHERE line_id = setting.id), '[]') AS bodies
     FROM organisation_lines setting JOIN accounts ON accounts.id = setting.set_by
     WHERE setting.organisation_code = $1 ORDER BY setting.id DESC`,
    [code],
  );
  return rows.map(({ set_at: setAt, ...row }) => ({ ...row, setAt: setAt.getTime() }));
}

/** A second click, or the same again: what was set last of this kind begins on the same day and leads to the same bodies. */
async function isSet(sql: Sql, { organisation, kind, bodies, from }: NewLine): Promise<boolean> {
  const [last] = await sql<{ readonly isSame: boolean }>(
    `SELECT valid_from = $3 AND ARRAY(SELECT to_code FROM organisation_line_bodies WHERE line_id = id ORDER BY to_code)
         = ARRAY(SELECT unnest($4::text[]) ORDER BY 1) AS "isSame"
     FROM organisation_lines WHERE organisation_code = $1 AND kind = $2 ORDER BY id DESC LIMIT 1`,
    [organisation, kind, from, bodies],
  );
  return last?.isSame ?? false;
}

async function write(sql: Sql, { organisation, kind, bodies, from, reason, setBy }: NewLine): Promise<void> {
  await sql(
    `WITH setting AS (
       INSERT INTO organisation_lines (organisation_code, kind, valid_from, reason, set_by) VALUES ($1, $2, $3, $4, $5) RETURNING id)
     INSERT INTO organisation_line_bodies (line_id, to_code) SELECT setting.id, unnest($6::text[]) FROM setting`,
    [organisation, kind, from, reason, setBy, bodies],
  );
}
