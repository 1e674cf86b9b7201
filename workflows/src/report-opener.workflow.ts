import { proxyActivities, setCurrentDetails, sleep, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';

import { defineSearchAttributeKey } from '@temporalio/common';

import {
  searchAttributes,
  taskQueues,
  type CaseLedger,
  type ReportOpenerActivities,
  type ReportOpenerStart,
} from '@dialogue/contracts';
import {
  atHour,
  calendarForPeriod,
  dateAt,
  nextPeriod,
  type CalendarSlice,
  type LocalDate,
  type NextPeriod,
  type PeriodicReportKind,
} from '@dialogue/domain';

import { openerPage, openerSummary } from './report-opener-page.vi.js';

// Only reading: safe to repeat for ever, also while the calendar of the year is not published.
const { loadCalendar } = proxyActivities<Pick<CaseLedger<never>, 'loadCalendar'>>({
  taskQueue: taskQueues.ledger,
  startToCloseTimeout: '15 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
  summary: openerSummary.calendar,
});

// Unique by organisation and period: what there was stays, so it is repeated for ever.
const { openReports } = proxyActivities<ReportOpenerActivities>({
  taskQueue: taskQueues.report,
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
  summary: openerSummary.open,
});

/** Letters of a new period go out when offices are there. */
const openingHour = 8;

/** Opens the reports of the period that comes next, on its day (D14.1); at once when that day has passed. */
export async function reportOpenerWorkflow({ kind }: ReportOpenerStart): Promise<void> {
  const askedOn = dateAt(scheduledAt());
  let next = await comingPeriod(kind, askedOn);
  for (let waitMs = untilOpening(next); waitMs > 0; waitMs = untilOpening(next)) {
    show(next);
    await sleep(waitMs, { summary: openerSummary.waits(next.opensOn) });
    // Weeks have passed: a calendar that was corrected meanwhile may have moved the day.
    next = await comingPeriod(kind, askedOn);
  }
  show(next);
  setCurrentDetails(openerPage(next, await openReports({ period: next.period })));
}

/**
 * The instant for which the Schedule meant this run. One that is caught up after an outage, or that waited for long, thus
 * opens the period that it was started for, be it late, and not the next.
 */
function scheduledAt(): number {
  const { typedSearchAttributes, startTime } = workflowInfo();
  return (typedSearchAttributes.get(scheduledStartTime) ?? startTime).getTime();
}

/** Temporal's own: every run that a Schedule starts has it. */
const scheduledStartTime = defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME');

/** Counted on the newest calendar, in rare cases on that of the next year as well. */
async function comingPeriod(kind: PeriodicReportKind, askedOn: LocalDate): Promise<NextPeriod> {
  const range = calendarForPeriod(kind, askedOn);
  let calendar: CalendarSlice = await loadCalendar(range);
  for (;;) {
    const next = nextPeriod(calendar, kind, askedOn);
    if ('value' in next) return next.value;
    // Counts go backwards from the limit: a day more might belong to a year that nobody has published.
    calendar = await loadCalendar({ from: range.from, until: next.needsCalendarUntil });
  }
}

function untilOpening({ opensOn }: NextPeriod): number {
  return atHour(opensOn, openingHour) - Date.now();
}

function show(next: NextPeriod): void {
  setCurrentDetails(openerPage(next, null));
  const shown = workflowInfo().typedSearchAttributes.get(searchAttributes.reportPeriod);
  if (shown !== next.period.code)
    upsertSearchAttributes([{ key: searchAttributes.reportPeriod, value: next.period.code }]);
}
