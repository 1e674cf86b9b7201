import { continueAsNew, proxyActivities, setCurrentDetails, sleep, workflowInfo } from '@temporalio/workflow';

import {
  taskQueues,
  type ReconciledPage,
  type ReconciliationActivities,
  type ReconciliationCounts,
  type ReconciliationPlace,
  type ReconciliationReference,
  type ReconciliationStart,
} from '@dialogue/contracts';

import { reconciliationPage, reconciliationSummary } from './reconciliation-page.vi.js';

// What was mended is found no more, and a finding is one row: safe to repeat, and repeated for ever.
const { beginReconciliation, reconcilePage, finishReconciliation } = proxyActivities<ReconciliationActivities>({
  taskQueue: taskQueues.report,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
  summary: reconciliationSummary.step,
});

/** Between two steps: so that ten thousand cases do not hold up the letters and commands of today. */
const pause = '1 second';
const longHistory = 1_000;
const beginning: ReconciliationPlace = { phase: 'cases', after: null };
const nothing: ReconciliationCounts = { looked: 0, found: 0 };

/** Compares what the register knows to be open with what runs, mends what it can, and lists what a person must see. */
export async function reconciliationWorkflow({ carried }: ReconciliationStart): Promise<void> {
  const reference = { reconciliationId: workflowInfo().workflowId.replace(/^reconciliation\//, '') };
  if (carried === undefined && !(await beginReconciliation(reference))) {
    setCurrentDetails(reconciliationPage(nothing, 'busy'));
    return;
  }
  const counts = await goThrough(reference, carried ?? { place: beginning, counts: nothing });
  // Another one has taken its place.
  if (counts === null) return;
  const over = await finishReconciliation({ ...reference, looked: counts.looked });
  setCurrentDetails(reconciliationPage(counts, over));
}

type Carried = NonNullable<ReconciliationStart['carried']>;

async function goThrough(
  reference: ReconciliationReference,
  { place: from, counts: before }: Carried,
): Promise<ReconciliationCounts | null> {
  let [place, counts]: [ReconciliationPlace | null, ReconciliationCounts] = [from, before];
  while (place !== null) {
    if (isLong()) await continueAsNew<typeof reconciliationWorkflow>({ carried: { place, counts } });
    const page: ReconciledPage | null = await reconcilePage({ ...reference, ...place });
    if (page === null) return null;
    counts = { looked: counts.looked + page.looked, found: counts.found + page.found };
    place = page.next;
    setCurrentDetails(reconciliationPage(counts, place?.phase ?? 'runs'));
    if (place !== null && page.looked > 0) await sleep(pause, { summary: reconciliationSummary.pause(counts) });
  }
  return counts;
}

function isLong(): boolean {
  return workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > longHistory;
}
