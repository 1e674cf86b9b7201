import {
  calendarConfidences,
  calendarDayKinds,
  swapHalfIn,
  type CalendarDay,
  type CalendarEdition,
} from '@dialogue/domain';

import { readCsv, readEveryRow, TableError, type CsvRow, type TableText } from '../csv/csv-table.js';
import { writeCsv } from '../csv/csv-text.js';
import { unreadable, type CalendarFile } from './calendar-file.js';

const columns = ['date', 'kind', 'name_vi', 'basis', 'source', 'confidence'] as const;

/**
 * The days of a calendar in the columns of `data/working-calendar.csv`. There is no column for the other half of a swap:
 * the name says it.
 */
export function readCalendarCsv(file: TableText): CalendarFile {
  try {
    const rows = readCsv(file, columns);
    const { values, faults } = readEveryRow(rows, (row) => ({ line: row.line, day: toDay(row) }));
    return { days: values.map(({ day }) => day), lines: values.map(({ line }) => line), faults };
  } catch (error) {
    if (error instanceof TableError) return unreadable(error.fault, error.line);
    throw error;
  }
}

/** The days of an edition as a file that {@link readCalendarCsv} reads back without a difference. */
export function writeCalendarCsv({ days }: Pick<CalendarEdition, 'days'>): string {
  return writeCsv(
    columns,
    days.map(({ on, kind, name, basis, source, confidence }) => ({
      ...{ date: on, kind, name_vi: name, basis, source, confidence },
    })),
  );
}

function toDay(row: CsvRow): CalendarDay {
  const kind = row.oneOf('kind', calendarDayKinds);
  const name = row.text('name_vi');
  return {
    on: row.day('date'),
    kind,
    name,
    basis: row.text('basis'),
    binds: 'stateBodies',
    swapWith: kind === 'holiday_on_weekend' ? null : swapHalfIn(name),
    source: row.optional('source') ?? '',
    confidence: row.oneOf('confidence', calendarConfidences),
  };
}
