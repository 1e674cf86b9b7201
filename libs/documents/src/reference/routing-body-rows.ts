import { areaRoles, type AreaRole, type LocalDate } from '@dialogue/domain';

import { readCsv, type CsvRow, type TableText } from '../csv/csv-table.js';
import { known } from './known-code.js';

/** Which body has a role in an area, from a day to a day. */
export interface RoutingBodyRow {
  readonly areaCode: string;
  readonly role: AreaRole;
  readonly bodyCode: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly source: string;
}

const columns = ['area_code', 'role', 'body_code', 'valid_from', 'valid_to', 'source'];

/** D7.1, D7.2: which body has a role in an area, one on each day. @throws TableError */
export function readRoutingBodies(file: TableText, codes: ReadonlySet<string>): readonly RoutingBodyRow[] {
  const read: RoutingBodyRow[] = [];
  for (const row of readCsv(file, columns)) {
    const body = toBody(row, codes);
    if (read.some((other) => isBesides(other, body)))
      row.refuse(`area ${body.areaCode} has another ${body.role} on one of these days`);
    read.push(body);
  }
  return read;
}

function toBody(row: CsvRow, codes: ReadonlySet<string>): RoutingBodyRow {
  const [validFrom, validTo] = [row.optionalDay('valid_from'), row.optionalDay('valid_to')];
  if (validFrom !== null && validTo !== null && validTo < validFrom) row.refuse('valid_to comes before valid_from');
  return {
    areaCode: known(row, 'area_code', codes),
    role: row.oneOf('role', areaRoles),
    bodyCode: known(row, 'body_code', codes),
    validFrom,
    validTo,
    source: row.text('source'),
  };
}

function isBesides(one: RoutingBodyRow, other: RoutingBodyRow): boolean {
  if (one.areaCode !== other.areaCode || one.role !== other.role) return false;
  const [oneFrom, otherFrom] = [one.validFrom ?? '', other.validFrom ?? ''];
  return oneFrom <= (other.validTo ?? '9999') && otherFrom <= (one.validTo ?? '9999');
}
