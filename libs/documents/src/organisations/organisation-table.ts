import { bodyKinds, successionKinds, unitKinds, type Numbered, type OrganisationEntry } from '@dialogue/domain';

import { readCsv, readEveryRow, type CsvRow, type ReadRows, type TableText } from '../csv/csv-table.js';
import { writeCsv } from '../csv/csv-text.js';

const columns = [
  'code',
  'name',
  'kind',
  'level',
  'parent_code',
  'unit_code',
  'lead_office_code',
  'monitor_code',
  'front_code',
  'valid_from',
  'valid_to',
  'ended_by',
  'successors',
  'source',
] as const;

/** Units and bodies, line by line; a wrong line keeps none of the others back. @throws TableError for the table as a whole. */
export function readOrganisationTable(table: TableText): ReadRows<Numbered<OrganisationEntry>> {
  return readEveryRow(readCsv(table, columns), (row) => ({ line: row.line, entry: toEntry(row) }));
}

/** What {@link readOrganisationTable} reads back. */
export function writeOrganisationTable(entries: readonly OrganisationEntry[]): string {
  return writeCsv(
    columns,
    entries.map((entry) => ({
      ...{ code: entry.code, name: entry.name, kind: entry.kind, level: entry.level },
      ...{ parent_code: entry.parentCode ?? '', unit_code: entry.unitCode ?? '' },
      ...{ lead_office_code: entry.leadOfficeCode ?? '', monitor_code: entry.monitorCode ?? '' },
      ...{ front_code: entry.frontCode ?? '', valid_from: entry.validFrom ?? '', valid_to: entry.validTo ?? '' },
      ...{ ended_by: entry.endedBy ?? '', successors: entry.successors.join(' '), source: entry.source },
    })),
  );
}

function toEntry(row: CsvRow): OrganisationEntry {
  const lines = {
    parentCode: row.optional('parent_code'),
    unitCode: row.optional('unit_code'),
    leadOfficeCode: row.optional('lead_office_code'),
    monitorCode: row.optional('monitor_code'),
    frontCode: row.optional('front_code'),
  };
  return {
    ...{ code: row.text('code'), name: row.text('name') },
    ...{ kind: row.oneOf('kind', [...unitKinds, ...bodyKinds]), level: row.text('level'), ...lines },
    ...{ validFrom: row.optionalDay('valid_from'), validTo: row.optionalDay('valid_to') },
    endedBy: row.optional('ended_by') === null ? null : row.oneOf('ended_by', successionKinds),
    successors: row.optional('successors')?.split(/\s+/) ?? [],
    source: row.optional('source') ?? '',
  };
}
