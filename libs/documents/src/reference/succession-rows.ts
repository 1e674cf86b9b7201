import { addDays, type LocalDate, type SuccessionKind } from '@dialogue/domain';

import { readCsv, type CsvRow, type TableText } from '../csv/csv-table.js';
import type { OrganisationRow } from './organisation-rows.js';

/** One organisation took over from another. */
export interface SuccessionRow {
  readonly predecessorCode: string;
  readonly successorCode: string;
  readonly kind: SuccessionKind;
  /** The day after the predecessor's last. */
  readonly onDay: LocalDate;
  /** The past's figures and the open work go to the main one, which the row of the predecessor names. */
  readonly isMain: boolean;
  readonly source: string;
}

/** The main successor of every organisation that has one, and the other parts that the file names. @throws TableError */
export function readSuccessions(parts: TableText, organisations: readonly OrganisationRow[]): readonly SuccessionRow[] {
  const byCode = new Map(organisations.map((organisation) => [organisation.code, organisation]));
  const others = readCsv(parts, ['code', 'successor_code', 'source']).map((row) => toPart(row, byCode));
  const divided = new Set(others.map(({ predecessorCode }) => predecessorCode));
  const main = organisations.flatMap((organisation): readonly SuccessionRow[] => {
    const { code, validTo, successorCode, source } = organisation;
    if (successorCode === null || validTo === null) return [];
    const kind = divided.has(code) ? 'split' : kindOf(organisation, byCode);
    return [{ predecessorCode: code, successorCode, kind, onDay: addDays(validTo, 1), isMain: true, source }];
  });
  return [...main, ...others];
}

function toPart(row: CsvRow, byCode: ReadonlyMap<string, OrganisationRow>): SuccessionRow {
  const [code, successorCode] = [row.text('code'), row.text('successor_code')];
  const validTo = byCode.get(code)?.validTo ?? row.refuse(`"${code}" is unknown, or has not ended`);
  if (!byCode.has(successorCode)) row.refuse(`successor_code "${successorCode}" is unknown`);
  if (byCode.get(code)?.successorCode === successorCode) row.refuse(`"${successorCode}" is the main successor already`);
  return {
    ...{ predecessorCode: code, successorCode, kind: 'split', isMain: false },
    ...{ onDay: addDays(validTo, 1), source: row.text('source') },
  };
}

/**
 * How an organisation that was not divided came to its end. What is above it takes over: it was abolished. Several end
 * in one, or the other was there before: merged. Alone, and the other begins on that day: it goes on under a new name.
 */
function kindOf(ended: OrganisationRow, byCode: ReadonlyMap<string, OrganisationRow>): SuccessionKind {
  const successor = byCode.get(ended.successorCode ?? '');
  if (successor === undefined || ended.validTo === null) return 'abolition';
  if (successor.code === ended.parentCode) return 'abolition';
  const together = [...byCode.values()].filter(
    ({ successorCode, validTo }) => successorCode === successor.code && validTo === ended.validTo,
  );
  const begins = successor.validFrom === addDays(ended.validTo, 1);
  return together.length === 1 && begins ? 'renaming' : 'merge';
}
