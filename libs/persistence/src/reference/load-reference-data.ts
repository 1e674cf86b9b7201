import type { DataSource } from 'typeorm';

import { inTransaction, type Sql } from '../sql/sql.js';
import { readCalendar, type CalendarRows } from './calendar-rows.js';
import { readOrganisations, type OrganisationRow } from './organisation-rows.js';
import { readReportLines, replaceReportLines } from './report-line-rows.js';

export interface LoadedReferenceData {
  readonly organisations: number;
  readonly reportLines: number;
  readonly calendarDays: number;
}

/**
 * Brings organisations, the lines between them and the working calendar from the files of `data/` into the register; repeatable.
 *
 * @throws ReferenceDataError naming file, line and reason; nothing is loaded then.
 */
export async function loadReferenceData(dataSource: DataSource, folder: string): Promise<LoadedReferenceData> {
  const organisations = await readOrganisations(folder);
  const reportLines = await readReportLines(folder, organisations);
  const calendar = await readCalendar(folder);
  await inTransaction(dataSource, async (sql) => {
    await upsertOrganisations(sql, organisations);
    await replaceReportLines(sql, reportLines);
    await upsertCalendar(sql, calendar);
  });
  return {
    organisations: organisations.length,
    reportLines: reportLines.length,
    calendarDays: calendar.days.length,
  };
}

/** Bodies that are no longer in the files stay: petitions refer to them. */
async function upsertOrganisations(sql: Sql, rows: readonly OrganisationRow[]): Promise<void> {
  await sql(
    `INSERT INTO organisations (code, name, kind, level, parent_code, unit_code, lead_office_code, monitor_code, front_code,
       valid_from, valid_to, successor_code, source)
     SELECT code, name, kind, level, parent_code, unit_code, lead_office_code, monitor_code, front_code,
       valid_from, valid_to, successor_code, source
     FROM jsonb_populate_recordset(NULL::organisations, $1)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, level = excluded.level,
       parent_code = excluded.parent_code, unit_code = excluded.unit_code, lead_office_code = excluded.lead_office_code,
       monitor_code = excluded.monitor_code, front_code = excluded.front_code, valid_from = excluded.valid_from,
       valid_to = excluded.valid_to, successor_code = excluded.successor_code, source = excluded.source`,
    [JSON.stringify(rows)],
  );
}

/** The files are one edition each; a published one keeps the day on which it was first published. */
async function upsertCalendar(sql: Sql, { days, years }: CalendarRows): Promise<void> {
  for (const edition of new Set(years.map((year) => year.edition))) {
    await sql(
      `INSERT INTO calendar_editions (edition, published_at, note) VALUES ($1, now(), 'data/working-calendar.csv')
       ON CONFLICT (edition) DO NOTHING`,
      [edition],
    );
    await sql('DELETE FROM calendar_days WHERE edition = $1', [edition]);
    await sql('DELETE FROM calendar_years WHERE edition = $1', [edition]);
    await sql(
      `INSERT INTO calendar_days (edition, on_day, kind, name, basis)
       SELECT $2, on_day, kind, name, basis FROM jsonb_populate_recordset(NULL::calendar_days, $1)`,
      [JSON.stringify(days), edition],
    );
  }
  await sql('INSERT INTO calendar_years SELECT * FROM jsonb_populate_recordset(NULL::calendar_years, $1)', [
    JSON.stringify(years),
  ]);
}
