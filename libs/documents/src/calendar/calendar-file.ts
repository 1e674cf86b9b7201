import type { CalendarDay, CalendarProblem } from '@dialogue/domain';

import type { TableFault } from '../csv/table-fault.js';

/** What a file says of the working calendar, and what is wrong with it, line by line. */
export interface CalendarFile {
  /** The lines stand beside the days, at the same place. */
  readonly days: readonly CalendarDay[];
  readonly lines: readonly number[];
  /** A line of null is the file as a whole. */
  readonly faults: readonly { readonly line: number | null; readonly fault: TableFault }[];
}

/** Nothing can be read from a file, and why. */
export function unreadable(fault: TableFault, line: number | null = null): CalendarFile {
  return { days: [], lines: [], faults: [{ line, fault }] };
}

/** What is wrong with a day, in the words of the log. */
export function calendarProblemText({ code, on }: CalendarProblem): string {
  return problemTexts[code](on);
}

const problemTexts: Readonly<Record<CalendarProblem['code'], (on: string) => string>> = {
  'calendar.day_off_on_rest_day': (on) => `off does not fit the weekday of ${on}`,
  'calendar.day_worked_on_weekday': (on) => `worked does not fit the weekday of ${on}`,
  'calendar.day_no_weekend_holiday': (on) => `holiday_on_weekend does not fit the weekday of ${on}`,
  'calendar.day_twice': (on) => `date ${on} stands there twice`,
  'calendar.day_in_uncovered_year': (on) => `year ${on.slice(0, 4)} is not in calendar-years.csv`,
  'calendar.day_without_name': (on) => `${on} has no name`,
  'calendar.day_without_basis': (on) => `${on} has no basis`,
  'calendar.swap_half_missing': (on) => `${on} is half of a swap, and the other half is not there`,
};
