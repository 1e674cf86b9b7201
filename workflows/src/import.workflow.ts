import { continueAsNew, proxyActivities, setCurrentDetails, sleep, workflowInfo } from '@temporalio/workflow';

import { taskQueues, type ImportActivities, type ImportProgress, type ImportStart } from '@dialogue/contracts';

import { importPage, importSummary } from './import-page.vi.js';

// A row that is registered is none that waits, and a finished import stays finished: repeated for ever.
const { registerRows } = proxyActivities<ImportActivities>({
  taskQueue: taskQueues.report,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
  summary: importSummary.step,
});

const shortestPauseMs = 1_000;
const longestPauseMs = 30_000;
const longHistory = 1_000;

/** Registers the rows of a file, some at a time, no faster than their cases begin, until every case has begun (D2.2). */
export async function importWorkflow(start: ImportStart): Promise<void> {
  let before: ImportProgress | null = null;
  let pauseMs = shortestPauseMs;
  for (;;) {
    const progress = await registerRows(start);
    setCurrentDetails(importPage(start, progress));
    if (progress === null || progress.isFinished) return;
    if (isLong()) await continueAsNew<typeof importWorkflow>(start);
    pauseMs = before === null || hasMoved(before, progress) ? shortestPauseMs : Math.min(pauseMs * 2, longestPauseMs);
    before = progress;
    if (progress.registeredNow === 0) await sleep(pauseMs, { summary: importSummary.pause(progress) });
  }
}

/** Whether rows were registered or cases begun since the last step: where nothing moves, it is asked less often. */
function hasMoved(before: ImportProgress, now: ImportProgress): boolean {
  return before.waiting !== now.waiting || before.starting !== now.starting;
}

function isLong(): boolean {
  return workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > longHistory;
}
