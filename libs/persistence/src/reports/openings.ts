import { reportId, type OrganisationCode, type ReportPeriod } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';

/** Which report of whom opens. */
export interface Opening {
  readonly organisation: OrganisationCode;
  readonly leadOffice: OrganisationCode;
  readonly period: ReportPeriod;
  readonly hasSuperior: boolean;
}

const columns = 'id, organisation_code, lead_office_code, kind, code, from_day, cut_on, due_on, has_superior';
const places = '$1, $2, $3, $4, $5, $6, $7, $8, $9';

/** D14.1: opened by its period; false when the organisation has this report already, which stays as it is. */
export async function openByPeriod(sql: Sql, opening: Opening): Promise<boolean> {
  const written = await sql(
    `INSERT INTO report_openings (${columns}) VALUES (${places}) ON CONFLICT DO NOTHING RETURNING id`,
    valuesOf(opening),
  );
  return written.length > 0;
}

/** D14.2: opened by somebody who asks for it; one that is there already stays as it is. */
export async function openOnDemand(sql: Sql, opening: Opening, openedBy: string | null): Promise<void> {
  await sql(`INSERT INTO report_openings (${columns}, opened_by) VALUES (${places}, $10) ON CONFLICT DO NOTHING`, [
    ...valuesOf(opening),
    openedBy,
  ]);
}

function valuesOf({ organisation, leadOffice, period, hasSuperior }: Opening): readonly unknown[] {
  const { kind, code, from, cutOn, dueOn } = period;
  return [reportId(organisation, code), organisation, leadOffice, kind, code, from, cutOn, dueOn, hasSuperior];
}
