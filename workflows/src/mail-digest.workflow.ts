import { proxyActivities, setCurrentDetails, workflowInfo } from '@temporalio/workflow';

import { taskQueues, type CaseLedger, type MailDigestActivities } from '@dialogue/contracts';
import { dateAt, isWorkingDay } from '@dialogue/domain';

import { digestPage, digestSummary } from './mail-digest-page.vi.js';

// Only reading: safe to repeat for ever.
const { loadCalendar } = proxyActivities<Pick<CaseLedger<never>, 'loadCalendar'>>({
  taskQueue: taskQueues.ledger,
  startToCloseTimeout: '15 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
  summary: digestSummary.calendar,
});

// One digest for an address and a day: what there was stays, so it is repeated for ever.
const { gatherDigests } = proxyActivities<MailDigestActivities>({
  taskQueue: taskQueues.report,
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
  summary: digestSummary.gather,
});

/** The morning's digests: on a working day, one letter for each address of a body that wants it so (D11.3). */
export async function mailDigestWorkflow(): Promise<void> {
  // Of the day on which it runs: after an outage what waits is gathered today, not for a day that is over.
  const on = dateAt(workflowInfo().startTime.getTime());
  // D11.3: a morning of a year that is not published yet has its digests all the same.
  if (!isWorkingDay(await loadCalendar({ from: on, until: on, isForMail: true }), on)) {
    setCurrentDetails(digestPage(on, null));
    return;
  }
  let [digests, letters] = [0, 0];
  for (let isMore = true; isMore;) {
    const gathered = await gatherDigests({ on });
    isMore = gathered.isMore;
    digests += gathered.digests;
    letters += gathered.letters;
    setCurrentDetails(digestPage(on, { digests, letters }));
  }
}
