import type { AreaRole, CalendarEdition, LocalDate, ReportLine, SuccessionKind } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { inTransaction, type Sql } from '../sql/sql.js';
import { takeFirstEdition, type CalendarTaken } from './first-edition.js';

/** What is taken over from files as a whole: organisations with their past, the lines between them, the working calendar. */
export interface ReferenceData {
  readonly levels: readonly ReferenceLevel[];
  readonly organisations: readonly ReferenceOrganisation[];
  readonly formerParents: readonly ReferenceFormerParent[];
  readonly successions: readonly ReferenceSuccession[];
  readonly reportLines: readonly ReferenceReportLine[];
  readonly routingBodies: readonly ReferenceRoutingBody[];
  readonly calendar: Pick<CalendarEdition, 'years' | 'days'>;
}

/** A row of `levels`. */
export interface ReferenceLevel {
  readonly code: string;
  readonly name: string;
  readonly rank: number;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** A row of `organisation_former_parents`. */
export interface ReferenceFormerParent {
  readonly organisationCode: string;
  readonly parentCode: string;
  readonly validTo: LocalDate;
  readonly source: string;
}

/** A row of `organisation_successors`. */
export interface ReferenceSuccession {
  readonly predecessorCode: string;
  readonly successorCode: string;
  readonly kind: SuccessionKind;
  readonly onDay: LocalDate;
  readonly isMain: boolean;
  readonly source: string;
}

/** A row of `organisations`. */
export interface ReferenceOrganisation {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly parentCode: string | null;
  readonly unitCode: string | null;
  readonly leadOfficeCode: string | null;
  readonly monitorCode: string | null;
  readonly frontCode: string | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly successorCode: string | null;
  readonly source: string;
}

/** A row of `report_lines`. */
export interface ReferenceReportLine {
  readonly organisationCode: string;
  readonly kind: ReportLine;
  readonly toCode: string;
  readonly source: string;
}

/** A row of `routing_bodies` (D7.1, D7.2). */
export interface ReferenceRoutingBody {
  readonly areaCode: string;
  readonly role: AreaRole;
  readonly bodyCode: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly source: string;
}

/**
 * Organisations and the lines between them are in the register as given, all or none; repeatable. Of the calendar it says what
 * became of it.
 */
export async function storeReferenceData(dataSource: DataSource, data: ReferenceData): Promise<CalendarTaken> {
  return inTransaction(dataSource, async (sql) => {
    await upsertLevels(sql, data.levels);
    await upsertOrganisations(sql, data.organisations);
    await replaceFormerParents(sql, data);
    await replaceSuccessions(sql, data);
    await replaceReportLines(sql, data.reportLines);
    await replaceRoutingBodies(sql, data.routingBodies);
    return takeFirstEdition(sql, data.calendar);
  });
}

/** Levels that are no longer in the files stay: organisations refer to them. */
async function upsertLevels(sql: Sql, rows: readonly ReferenceLevel[]): Promise<void> {
  await sql(
    `INSERT INTO levels (code, name, rank, valid_from, valid_to)
     SELECT code, name, rank, "validFrom", "validTo"
     FROM jsonb_to_recordset($1) AS given (code text, name text, rank integer, "validFrom" date, "validTo" date)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, rank = excluded.rank, valid_from = excluded.valid_from,
       valid_to = excluded.valid_to`,
    [JSON.stringify(rows)],
  );
}

/** Bodies that are no longer in the files stay: petitions refer to them. So does what an office has edited since. */
async function upsertOrganisations(sql: Sql, rows: readonly ReferenceOrganisation[]): Promise<void> {
  await sql(
    `INSERT INTO organisations (code, name, kind, level, parent_code, unit_code, lead_office_code, monitor_code, front_code,
       valid_from, valid_to, successor_code, source)
     SELECT code, name, kind, level, "parentCode", "unitCode", "leadOfficeCode", "monitorCode", "frontCode",
       "validFrom", "validTo", "successorCode", source
     FROM jsonb_to_recordset($1) AS given (code text, name text, kind text, level text, "parentCode" text, "unitCode" text,
       "leadOfficeCode" text, "monitorCode" text, "frontCode" text, "validFrom" date, "validTo" date, "successorCode" text,
       source text)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, level = excluded.level,
       parent_code = excluded.parent_code, unit_code = excluded.unit_code, lead_office_code = excluded.lead_office_code,
       monitor_code = excluded.monitor_code, front_code = excluded.front_code, valid_from = excluded.valid_from,
       valid_to = excluded.valid_to, successor_code = excluded.successor_code, source = excluded.source
     WHERE organisations.edited_at IS NULL`,
    [JSON.stringify(rows)],
  );
}

/** Of the organisations that are given and that no office has edited. */
const unedited = `(SELECT code FROM organisations WHERE edited_at IS NULL AND code = ANY ($1))`;

async function replaceFormerParents(sql: Sql, { organisations, formerParents }: ReferenceData): Promise<void> {
  const codes = organisations.map(({ code }) => code);
  await sql(`DELETE FROM organisation_former_parents WHERE organisation_code IN ${unedited}`, [codes]);
  await sql(
    `INSERT INTO organisation_former_parents (organisation_code, parent_code, valid_to, source)
     SELECT "organisationCode", "parentCode", "validTo", source
     FROM jsonb_to_recordset($2) AS given ("organisationCode" text, "parentCode" text, "validTo" date, source text)
     WHERE "organisationCode" IN ${unedited}`,
    [codes, JSON.stringify(formerParents)],
  );
}

async function replaceSuccessions(sql: Sql, { organisations, successions }: ReferenceData): Promise<void> {
  const codes = organisations.map(({ code }) => code);
  await sql(`DELETE FROM organisation_successors WHERE predecessor_code IN ${unedited}`, [codes]);
  await sql(
    `INSERT INTO organisation_successors (predecessor_code, successor_code, kind, on_day, is_main, source)
     SELECT "predecessorCode", "successorCode", kind, "onDay", "isMain", source
     FROM jsonb_to_recordset($2) AS given ("predecessorCode" text, "successorCode" text, kind text, "onDay" date,
       "isMain" boolean, source text)
     WHERE "predecessorCode" IN ${unedited}`,
    [codes, JSON.stringify(successions)],
  );
}

/** What is given is the whole of it: a line that is no longer there ends. */
async function replaceReportLines(sql: Sql, rows: readonly ReferenceReportLine[]): Promise<void> {
  await sql('DELETE FROM report_lines');
  await sql(
    `INSERT INTO report_lines (organisation_code, kind, to_code, source)
     SELECT "organisationCode", kind, "toCode", source
     FROM jsonb_to_recordset($1) AS given ("organisationCode" text, kind text, "toCode" text, source text)`,
    [JSON.stringify(rows)],
  );
}

/** As the lines: what is given is the whole of it. */
async function replaceRoutingBodies(sql: Sql, rows: readonly ReferenceRoutingBody[]): Promise<void> {
  await sql('DELETE FROM routing_bodies');
  await sql(
    `INSERT INTO routing_bodies (area_code, role, body_code, valid_from, valid_to, source)
     SELECT "areaCode", role, "bodyCode", "validFrom", "validTo", source
     FROM jsonb_to_recordset($1) AS given ("areaCode" text, role text, "bodyCode" text, "validFrom" date, "validTo" date, source text)`,
    [JSON.stringify(rows)],
  );
}
