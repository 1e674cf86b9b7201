import { bodyKinds, unitKinds, type LocalDate } from '@dialogue/domain';

import { readCsv, type CsvRow, type TableText } from '../csv/csv-table.js';
import type { LevelRow } from './level-rows.js';

/** A unit or a body, with the lines from it to others. */
export interface OrganisationRow {
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

/** The three files that say which organisations there are. */
export interface OrganisationFiles {
  readonly units: TableText;
  readonly bodies: TableText;
  readonly lines: TableText;
}

const life = ['valid_from', 'valid_to', 'successor_code', 'source'] as const;
const lineColumns = ['parent_code', 'lead_office_code', 'monitor_code', 'front_code'] as const;

/** Units, bodies and the lines between them, checked against each other and against the levels. @throws TableError */
export function readOrganisations(files: OrganisationFiles, levels: readonly LevelRow[]): readonly OrganisationRow[] {
  const units = readCsv(files.units, ['code', 'name', 'kind', 'level', 'parent_code', ...life]);
  const bodies = readCsv(files.bodies, ['code', 'name_vi', 'kind', 'level', 'unit_code', ...life]);
  const lines = linesByCode(readCsv(files.lines, ['code', ...lineColumns]));
  const codes = new Set<string>();
  for (const row of [...units, ...bodies]) remember(row, codes);
  for (const [code, line] of lines) {
    if (!codes.has(code)) line.refuse(`code "${code}" is no unit and no body`);
    checkReferences(line, lineColumns, codes);
  }
  return [
    ...units.map((row) =>
      toRow(row, { name: 'name', kinds: unitKinds, line: lineOf(row, lines, files.lines.name), codes, levels }),
    ),
    ...bodies.map((row) =>
      toRow(row, { name: 'name_vi', kinds: bodyKinds, line: lineOf(row, lines, files.lines.name), codes, levels }),
    ),
  ];
}

function remember(row: CsvRow, codes: Set<string>): void {
  const code = row.text('code');
  if (codes.has(code)) row.refuse(`code "${code}" stands there twice`);
  codes.add(code);
}

function linesByCode(rows: readonly CsvRow[]): ReadonlyMap<string, CsvRow> {
  const lines = new Map<string, CsvRow>();
  for (const row of rows) {
    const code = row.text('code');
    if (lines.has(code)) row.refuse(`code "${code}" stands there twice`);
    lines.set(code, row);
  }
  return lines;
}

/** @param file where the line should stand */
function lineOf(row: CsvRow, lines: ReadonlyMap<string, CsvRow>, file: string): CsvRow {
  const code = row.text('code');
  return lines.get(code) ?? row.refuse(`code "${code}" has no row in ${file}`);
}

interface RowSource {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly line: CsvRow;
  readonly codes: ReadonlySet<string>;
  readonly levels: readonly LevelRow[];
}

function toRow(row: CsvRow, { name, kinds, line, codes, levels }: RowSource): OrganisationRow {
  checkReferences(row, ['parent_code', 'unit_code', 'successor_code'], codes);
  const [validFrom, validTo] = [row.optionalDay('valid_from'), row.optionalDay('valid_to')];
  if (validFrom !== null && validTo !== null && validTo < validFrom) row.refuse('valid_to comes before valid_from');
  const successorCode = row.optional('successor_code');
  if (successorCode !== null && validTo === null) row.refuse('a successor, but no valid_to');
  return {
    code: row.text('code'),
    name: row.text(name),
    kind: row.oneOf('kind', kinds),
    level: levelOf(row, levels),
    parentCode: line.optional('parent_code') ?? row.optional('parent_code'),
    unitCode: row.optional('unit_code'),
    leadOfficeCode: line.optional('lead_office_code'),
    monitorCode: line.optional('monitor_code'),
    frontCode: line.optional('front_code'),
    validFrom,
    validTo,
    successorCode,
    source: row.optional('source') ?? '',
  };
}

/** Nothing is in force longer than its level. */
function levelOf(row: CsvRow, levels: readonly LevelRow[]): string {
  const code = row.oneOf(
    'level',
    levels.map((level) => level.code),
  );
  const end = levels.find((level) => level.code === code)?.validTo ?? null;
  const validTo = row.optionalDay('valid_to');
  if (end !== null && (validTo === null || validTo > end)) row.refuse(`level "${code}" ended on ${end}`);
  return code;
}

function checkReferences(row: CsvRow, columns: readonly string[], codes: ReadonlySet<string>): void {
  for (const column of columns) {
    const code = row.optional(column);
    if (code !== null && !codes.has(code)) row.refuse(`${column} "${code}" is unknown`);
  }
}
