/** What is wrong with a table, or with one row of it; whoever shows it to people has a sentence for each code. */
export type TableFault =
  | { readonly code: 'not_csv'; readonly reason: string }
  | { readonly code: 'column_missing'; readonly column: string }
  | { readonly code: 'empty'; readonly column: string }
  | { readonly code: 'not_a_date'; readonly column: string; readonly value: string }
  | { readonly code: 'not_a_number'; readonly column: string; readonly value: string }
  | { readonly code: 'not_one_of'; readonly column: string; readonly value: string; readonly known: readonly string[] }
  | { readonly code: 'not_icalendar'; readonly reason: string }
  /** An event that lasts longer than a day, or repeats itself. */
  | { readonly code: 'event_not_one_day' }
  /** What only the reader of this table can say of a row. */
  | { readonly code: 'refused'; readonly reason: string };

/** For the log and for whoever keeps the files of `data/`. */
export function faultText(fault: TableFault): string {
  switch (fault.code) {
    case 'not_csv':
      return `is no CSV: ${fault.reason}`;
    case 'column_missing':
      return `has no column ${fault.column}`;
    case 'empty':
      return `${fault.column} is empty`;
    case 'not_a_date':
      return `${fault.column} "${fault.value}" is no date (YYYY-MM-DD)`;
    case 'not_a_number':
      return `${fault.column} "${fault.value}" is no number`;
    case 'not_one_of':
      return `${fault.column} "${fault.value}" is not one of ${fault.known.join(', ')}`;
    case 'not_icalendar':
      return `is no iCalendar: ${fault.reason}`;
    case 'event_not_one_day':
      return 'the event does not last one day, once';
    case 'refused':
      return fault.reason;
  }
}
