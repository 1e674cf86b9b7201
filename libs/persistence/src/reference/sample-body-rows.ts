import { join } from 'node:path';

import type { LocalDate } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { readCsv, type CsvRow } from './csv-table.js';

interface SampleBody {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly unit_code: string;
  readonly parent_code: string;
  readonly lead_office_code: string;
  readonly monitor_code: string;
  readonly front_code: string;
  readonly valid_from: LocalDate;
  readonly source: string;
}

const references = ['unit_code', 'parent_code', 'lead_office_code', 'monitor_code', 'front_code'];
const columns = ['code', 'name_vi', 'kind', 'level', ...references, 'valid_from', 'source'];

/** @throws ReferenceDataError naming file, line and reason. */
export async function readSampleBodies(folder: string, known: ReadonlySet<string>): Promise<readonly SampleBody[]> {
  const rows = await readCsv(join(folder, 'sample-bodies.csv'), columns);
  return rows.map((row) => toBody(row, known));
}

/** Bodies below some communes, so that a commune's host has somebody to assign to; what has been changed since stays. */
export async function insertSampleBodies(sql: Sql, bodies: readonly SampleBody[]): Promise<void> {
  await sql(
    `INSERT INTO organisations (code, name, kind, level, parent_code, unit_code, lead_office_code, monitor_code, front_code,
       valid_from, source)
     SELECT code, name, kind, level, parent_code, unit_code, lead_office_code, monitor_code, front_code, valid_from, source
     FROM jsonb_populate_recordset(NULL::organisations, $1)
     ON CONFLICT (code) DO NOTHING`,
    [JSON.stringify(bodies)],
  );
}

function toBody(row: CsvRow, known: ReadonlySet<string>): SampleBody {
  for (const column of references)
    if (!known.has(row.text(column))) row.refuse(`${column} "${row.text(column)}" is unknown`);
  return {
    code: row.text('code'),
    name: row.text('name_vi'),
    kind: row.oneOf('kind', ['don-vi-khac', 'luc-luong-vu-trang', 'mttq']),
    level: row.oneOf('level', ['commune']),
    unit_code: row.text('unit_code'),
    parent_code: row.text('parent_code'),
    lead_office_code: row.text('lead_office_code'),
    monitor_code: row.text('monitor_code'),
    front_code: row.text('front_code'),
    valid_from: row.day('valid_from'),
    source: row.text('source'),
  };
}
