import { proxyActivities, setCurrentDetails, sleep } from '@temporalio/workflow';

import { taskQueues, type BounceActivities } from '@dialogue/contracts';

import { bouncesPage, bouncesSummary } from './bounces-page.vi.js';

// What was recorded of a report changes nothing the second time: safe to repeat, and repeated until the mailbox is there.
const { readBounces } = proxyActivities<BounceActivities>({
  taskQueue: taskQueues.report,
  startToCloseTimeout: '4 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '10 seconds', maximumInterval: '5 minutes' },
  summary: bouncesSummary.read,
});

/** Without a mailbox the Schedule skips its turns meanwhile, and does not fill the list of workflows with nothing. */
const untilLookedForAgain = '1 hour';

/** D11.3: letters that came back are told to their cases. One reading of the mailbox. */
export async function bouncesWorkflow(): Promise<void> {
  const round = await readBounces();
  setCurrentDetails(bouncesPage(round));
  if (round.kind === 'off') await sleep(untilLookedForAgain, { summary: bouncesSummary.rest });
}
