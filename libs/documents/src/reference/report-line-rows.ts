import { reportLines, type ReportLine } from '@dialogue/domain';

import { readCsv, type CsvRow, type TableText } from '../csv/csv-table.js';
import { known } from './known-code.js';

/** One organisation reports to another, or sends it a copy or its results. */
export interface ReportLineRow {
  readonly organisationCode: string;
  readonly kind: ReportLine;
  readonly toCode: string;
  readonly source: string;
}

const columns = ['organisation_code', 'kind', 'to_code', 'source'];

/** D8.2b, D11.2b, D14.1: who reports to whom, between organisations that are there. @throws TableError */
export function readReportLines(file: TableText, codes: ReadonlySet<string>): readonly ReportLineRow[] {
  const seen = new Set<string>();
  return readCsv(file, columns).map((row) => toLine(row, codes, seen));
}

function toLine(row: CsvRow, codes: ReadonlySet<string>, seen: Set<string>): ReportLineRow {
  const line: ReportLineRow = {
    organisationCode: known(row, 'organisation_code', codes),
    kind: row.oneOf('kind', reportLines),
    toCode: known(row, 'to_code', codes),
    source: row.text('source'),
  };
  if (line.toCode === line.organisationCode) row.refuse(`"${line.toCode}" does not report to itself`);
  const key = [line.organisationCode, line.kind, line.toCode].join(' ');
  if (seen.has(key)) row.refuse(`line ${key} stands there twice`);
  seen.add(key);
  return line;
}
