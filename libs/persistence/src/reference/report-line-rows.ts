import { join } from 'node:path';

import { reportLines, type ReportLine } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { readCsv, type CsvRow } from './csv-table.js';
import type { OrganisationRow } from './organisation-rows.js';

/** One row of `report_lines`, by its column names. */
export interface ReportLineRow {
  readonly organisation_code: string;
  readonly kind: ReportLine;
  readonly to_code: string;
  readonly source: string;
}

const file = 'son-la-report-lines.csv';
const columns = ['organisation_code', 'kind', 'to_code', 'source'];

/** D8.2b, D11.2b, D14.1: who reports to whom, between bodies that are there. @throws ReferenceDataError */
export async function readReportLines(
  folder: string,
  organisations: readonly OrganisationRow[],
): Promise<readonly ReportLineRow[]> {
  const codes = new Set(organisations.map(({ code }) => code));
  const seen = new Set<string>();
  return (await readCsv(join(folder, file), columns)).map((row) => toLine(row, codes, seen));
}

/** The file is the whole of it: a line that is no longer there ends. */
export async function replaceReportLines(sql: Sql, rows: readonly ReportLineRow[]): Promise<void> {
  await sql('DELETE FROM report_lines');
  await sql(
    `INSERT INTO report_lines (organisation_code, kind, to_code, source)
     SELECT organisation_code, kind, to_code, source FROM jsonb_populate_recordset(NULL::report_lines, $1)`,
    [JSON.stringify(rows)],
  );
}

function toLine(row: CsvRow, codes: ReadonlySet<string>, seen: Set<string>): ReportLineRow {
  const line: ReportLineRow = {
    organisation_code: known(row, 'organisation_code', codes),
    kind: row.oneOf('kind', reportLines),
    to_code: known(row, 'to_code', codes),
    source: row.text('source'),
  };
  if (line.to_code === line.organisation_code) row.refuse(`"${line.to_code}" does not report to itself`);
  const key = [line.organisation_code, line.kind, line.to_code].join(' ');
  if (seen.has(key)) row.refuse(`line ${key} stands there twice`);
  seen.add(key);
  return line;
}

function known(row: CsvRow, column: string, codes: ReadonlySet<string>): string {
  const code = row.text(column);
  return codes.has(code) ? code : row.refuse(`${column} "${code}" is unknown`);
}
