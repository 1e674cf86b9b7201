import { readCalendarCsv, readCalendarIcs, type CalendarFile } from '@dialogue/documents';
import { problemsOf, withYearsReplaced, type CalendarEdition } from '@dialogue/domain';

import { ApiError, type FieldProblem } from '../errors/api-error.js';
import { domainErrorSentences } from '../errors/errors.vi.js';
import type { UploadedFile } from '../http/file-body.js';
import { faultSentence } from '../http/file-faults.vi.js';
import { fileProblem, firstProblems } from '../http/file-problems.js';
import { emptyCalendar } from './calendar-import.vi.js';

const readers = { 'text/csv': readCalendarCsv, 'text/calendar': readCalendarIcs } as const;

/** What a file says, right or wrong. */
export function readCalendarFile({ mediaType, text }: UploadedFile): CalendarFile {
  return readers[mediaType]({ name: 'calendar', text });
}

/**
 * A draft with the days of a file in place of all that it had of the same years.
 *
 * @throws ApiError `calendar.import_refused` with everything that is wrong, line by line, up to a bound.
 */
export function withImported(calendar: CalendarEdition, file: CalendarFile): CalendarEdition {
  const imported = withYearsReplaced(calendar, file.days);
  const wrong = [...faultsOf(file), ...problemsIn(imported, file)];
  if (wrong.length > 0) throw new ApiError('calendar.import_refused', { fields: firstProblems(wrong) });
  return imported;
}

function faultsOf({ days, faults }: CalendarFile): readonly FieldProblem[] {
  if (days.length === 0 && faults.length === 0) return [{ path: 'file', message: emptyCalendar }];
  return faults.map(({ line, fault }) => fileProblem(line, faultSentence(fault)));
}

/** Where a row could not be read at all, nobody knows whether it was the half that is missing. */
function problemsIn(imported: CalendarEdition, { days, lines, faults }: CalendarFile): readonly FieldProblem[] {
  const kept = imported.days.filter((day) => !days.includes(day));
  return problemsOf([...days, ...kept], imported.years)
    .filter(({ code }) => faults.length === 0 || code !== 'calendar.swap_half_missing')
    .map(({ code, index, on }) => {
      const line = lines[index];
      const message = domainErrorSentences[code];
      return line === undefined ? { path: `days.${on}`, message } : fileProblem(line, message);
    });
}
