/** What is wrong with a table, or with one row of it; whoever shows it to people has a sentence for each code. */
export type TableFault = FileFault | RowFault;

/** Nothing can be read from the file. */
export type FileFault =
  | { readonly code: 'not_csv'; readonly reason: string }
  /** The cells of the first line stand between semicolons, as some spreadsheet programs write them. */
  | { readonly code: 'semicolons' }
  | { readonly code: 'not_icalendar'; readonly reason: string }
  | { readonly code: 'column_missing'; readonly column: string };

/** One row, or one event, cannot be read. */
export type RowFault =
  /** It has more or fewer cells than there are columns. */
  | { readonly code: 'cells_miscounted'; readonly found: number; readonly expected: number }
  | { readonly code: 'empty'; readonly column: string }
  | { readonly code: 'not_a_date'; readonly column: string; readonly value: string }
  | { readonly code: 'not_a_number'; readonly column: string; readonly value: string }
  | { readonly code: 'not_one_of'; readonly column: string; readonly value: string; readonly known: readonly string[] }
  /** An event that lasts longer than a day, or repeats itself. */
  | { readonly code: 'event_not_one_day' }
  /** What only the reader of this table can say of a row. */
  | { readonly code: 'refused'; readonly reason: string };

export function isFileFault(fault: TableFault): fault is FileFault {
  return fileFaultCodes.some((code) => code === fault.code);
}

/** For the log and for whoever keeps the files of `data/`. */
export function faultText(fault: TableFault): string {
  return isFileFault(fault) ? fileFaultText(fault) : rowFaultText(fault);
}

const fileFaultCodes = [
  'not_csv',
  'semicolons',
  'not_icalendar',
  'column_missing',
] as const satisfies readonly FileFault['code'][];

function fileFaultText(fault: FileFault): string {
  switch (fault.code) {
    case 'not_csv':
      return `is no CSV: ${fault.reason}`;
    case 'semicolons':
      return 'is parted by semicolons, not commas';
    case 'not_icalendar':
      return `is no iCalendar: ${fault.reason}`;
    case 'column_missing':
      return `has no column ${fault.column}`;
  }
}

function rowFaultText(fault: RowFault): string {
  switch (fault.code) {
    case 'cells_miscounted':
      return `has ${String(fault.found)} cells for ${String(fault.expected)} columns`;
    case 'empty':
      return `${fault.column} is empty`;
    case 'not_a_date':
      return `${fault.column} "${fault.value}" is no date (YYYY-MM-DD)`;
    case 'not_a_number':
      return `${fault.column} "${fault.value}" is no number`;
    case 'not_one_of':
      return `${fault.column} "${fault.value}" is not one of ${fault.known.join(', ')}`;
    case 'event_not_one_day':
      return 'the event does not last one day, once';
    case 'refused':
      return fault.reason;
  }
}
