import { proxyActivities, setCurrentDetails } from '@temporalio/workflow';

import { taskQueues, type SilenceActivities } from '@dialogue/contracts';

import { silencesPage, silencesSummary } from './silences-page.vi.js';

// A silence is one row with one letter: safe to repeat for ever.
const { tellSilences } = proxyActivities<SilenceActivities>({
  taskQueue: taskQueues.report,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '10 seconds', maximumInterval: '5 minutes' },
  summary: silencesSummary.tell,
});

/** D11.3: of a body that does not stir its superior hears, once for each silence. */
export async function silencesWorkflow(): Promise<void> {
  setCurrentDetails(silencesPage(await tellSilences()));
}
