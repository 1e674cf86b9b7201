import { continueAsNew, proxyActivities, setCurrentDetails, sleep, workflowInfo } from '@temporalio/workflow';

import { taskQueues, type Rollout, type RolloutActivities, type RolloutStart } from '@dialogue/contracts';

import { rolloutPage, rolloutSummary } from './rollout-page.vi.js';

// A case that is told twice changes nothing more, and a finished rollout stays finished: repeated for ever.
const { loadRollout, tellCases, finishRollout } = proxyActivities<RolloutActivities>({
  taskQueue: taskQueues.report,
  startToCloseTimeout: '5 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
  summary: rolloutSummary.step,
});

/** Between two steps: so that a change for every open case does not hold up the letters and commands of today. */
const pauses = { whileTelling: '1 second', whileWaiting: '15 seconds' } as const;
const longHistory = 1_000;

/** Tells every open case of a change around it, some at a time, until none lags behind (D11.1c, D11.3). */
export async function rolloutWorkflow(start: RolloutStart): Promise<void> {
  const rollout = await onItsDay(start);
  if (rollout === null) return;
  for (;;) {
    const progress = await tellCases(start);
    setCurrentDetails(rolloutPage(start, rollout, progress));
    if (progress.lagging === 0) break;
    if (isLong()) await continueAsNew<typeof rolloutWorkflow>(start);
    const pause = progress.told > 0 ? pauses.whileTelling : pauses.whileWaiting;
    await sleep(pause, { summary: rolloutSummary.pause(progress) });
  }
  const { letters } = await finishRollout(start);
  setCurrentDetails(rolloutPage(start, rollout, { letters }));
}

/** Null: withdrawn before its day, or unknown. */
async function onItsDay(start: RolloutStart): Promise<Rollout | null> {
  let rollout = await loadRollout(start);
  while (rollout !== null && rollout.startsAt > Date.now()) {
    setCurrentDetails(rolloutPage(start, rollout, null));
    await sleep(rollout.startsAt - Date.now(), { summary: rolloutSummary.untilItsDay });
    rollout = await loadRollout(start);
  }
  return rollout;
}

function isLong(): boolean {
  return workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > longHistory;
}
