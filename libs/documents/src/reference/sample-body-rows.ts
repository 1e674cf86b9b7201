import type { LocalDate } from '@dialogue/domain';

import { readCsv, type CsvRow, type TableText } from '../csv/csv-table.js';

/** A body below a commune, so that the host of the commune has somebody to assign to. */
export interface SampleBodyRow {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly unitCode: string;
  readonly parentCode: string;
  readonly leadOfficeCode: string;
  readonly monitorCode: string;
  readonly frontCode: string;
  readonly validFrom: LocalDate;
  readonly source: string;
}

const references = ['unit_code', 'parent_code', 'lead_office_code', 'monitor_code', 'front_code'];
const columns = ['code', 'name_vi', 'kind', 'level', ...references, 'valid_from', 'source'];

/** Bodies that stand below organisations which are there. @throws TableError */
export function readSampleBodies(file: TableText, known: ReadonlySet<string>): readonly SampleBodyRow[] {
  return readCsv(file, columns).map((row) => toBody(row, known));
}

function toBody(row: CsvRow, known: ReadonlySet<string>): SampleBodyRow {
  for (const column of references)
    if (!known.has(row.text(column))) row.refuse(`${column} "${row.text(column)}" is unknown`);
  return {
    code: row.text('code'),
    name: row.text('name_vi'),
    kind: row.oneOf('kind', ['don-vi-khac', 'luc-luong-vu-trang', 'mttq']),
    level: row.oneOf('level', ['commune']),
    unitCode: row.text('unit_code'),
    parentCode: row.text('parent_code'),
    leadOfficeCode: row.text('lead_office_code'),
    monitorCode: row.text('monitor_code'),
    frontCode: row.text('front_code'),
    validFrom: row.day('valid_from'),
    source: row.text('source'),
  };
}
