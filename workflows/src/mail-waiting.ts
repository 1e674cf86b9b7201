import { condition, proxyActivities, setCurrentDetails, setHandler } from '@temporalio/workflow';

import { askAgainSignal, taskQueues, type MailRecordActivities, type MailStart } from '@dialogue/contracts';

import { mailSummary, waitingPage } from './mail-page.vi.js';

// A question: safe to repeat for ever.
const { planDelivery } = proxyActivities<Pick<MailRecordActivities, 'planDelivery'>>({
  taskQueue: taskQueues.ledger,
  startToCloseTimeout: '15 seconds',
  retry: { maximumInterval: '1 minute' },
  summary: mailSummary.plan,
});

/** Two clocks that disagree by a moment must not make the workflow ask in a circle. */
const shortestWaitMs = 1_000;

/**
 * Waits until the letter may leave: for the morning, or for its digest; false: it does not leave by itself. The answer of
 * yesterday is never relied on: a calendar may be published, a body may change its mind.
 */
export async function itsTimeHasCome({ deliveryId }: MailStart): Promise<boolean> {
  let isToAskAgain = false;
  setHandler(askAgainSignal, askAgain);
  for (;;) {
    isToAskAgain = false;
    const plan = await planDelivery({ deliveryId, at: Date.now() });
    setCurrentDetails(waitingPage(plan));
    if (plan.kind !== 'later') return plan.kind === 'now';
    const waitMs = Math.max(plan.askAgainAt - Date.now(), shortestWaitMs);
    await condition(() => isToAskAgain, waitMs, { summary: mailSummary.waits(plan) });
  }

  function askAgain(): void {
    isToAskAgain = true;
  }
}
