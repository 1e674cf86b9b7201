import { problemsOf, type CalendarDay, type CalendarYear } from '@dialogue/domain';

import { readCalendarCsv } from '../calendar/calendar-csv.js';
import { calendarProblemText } from '../calendar/calendar-file.js';
import { readCsv, TableError, type TableText } from '../csv/csv-table.js';

/** The working calendar, as its two files say it. */
export interface CalendarRows {
  readonly days: readonly CalendarDay[];
  readonly years: readonly CalendarYear[];
}

/** The days that differ from their weekday, and the years that they cover. @throws TableError */
export function readCalendar(files: { readonly days: TableText; readonly years: TableText }): CalendarRows {
  const years = readCsv(files.years, ['year', 'is_confirmed']).map((row) => ({
    year: row.number('year'),
    isConfirmed: row.flag('is_confirmed'),
  }));
  const { days, lines, faults } = readCalendarCsv(files.days);
  const [fault] = faults;
  if (fault !== undefined) throw new TableError(files.days.name, fault.line, fault.fault);
  const [problem] = problemsOf(days, years);
  if (problem !== undefined)
    throw new TableError(files.days.name, lines[problem.index] ?? null, {
      code: 'refused',
      reason: calendarProblemText(problem),
    });
  return { days, years };
}
