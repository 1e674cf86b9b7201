import { addWorkingDays } from '../calendar/calendar-slice.js';
import { recountDuty } from '../cases/duties.js';
import { caseSurroundings, type CaseSurroundings } from '../cases/surroundings.js';
import { yearOf, type LocalDate } from '../time/local-date.js';
import { periodOf } from './report-periods.js';
import { ruleOfPeriod } from './report-terms.js';
import type { Report, ReportDuty, ReportPeriod, ReportTerms } from './report.js';

/** How a report takes another calendar, other terms (D13.1), and other bodies (D11.3). */
export const reportSurroundings: CaseSurroundings<Report, ReportTerms> = caseSurroundings<ReportTerms, Report>({
  recounted,
  ruleOf: ({ period }) => ruleOfPeriod(period),
  agencyOf: () => null,
  withBodies: (state) => state,
});

/** D14.1: the last working day before the day of the regulation, and from it the day on which the superior waits. */
function recounted(state: Report, _before: Report, on: LocalDate): Report {
  const period = recountedPeriod(state);
  const duties = state.duties.map((duty) => {
    // What was due at once because its day had passed stays due then.
    if (duty.isBelated === true) return duty;
    return recountDuty(state.calendar, duty, { countedOn: countedOn({ ...state, period }, duty), on });
  });
  return { ...state, period, duties };
}

function countedOn({ calendar, period, terms }: Report, { kind }: ReportDuty): LocalDate {
  return kind === 'sendReport' ? period.dueOn : addWorkingDays(calendar, period.dueOn, -terms.upwardsWorkingDays);
}

/** D14.2: whoever asks for a report has named its days himself. */
function recountedPeriod({ period, calendar }: Report): ReportPeriod {
  if (period.kind === 'extraordinary') return period;
  return { ...period, dueOn: periodOf(period.kind, yearOf(period.dueOn), calendar).dueOn };
}
