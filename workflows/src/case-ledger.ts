import { proxyActivities } from '@temporalio/workflow';

import { taskQueues, type CaseLedger } from '@dialogue/contracts';

import { ledgerSummary } from './case-page.vi.js';

/** The register, as a workflow of one kind of case awaits it. */
export function ledgerOf<State>(): CaseLedger<State> {
  // Unique by case and sequence, or by command, or only reading: safe to repeat for ever, and repeated for ever.
  return proxyActivities<CaseLedger<State>>({
    taskQueue: taskQueues.ledger,
    startToCloseTimeout: '15 seconds',
    retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
    summary: ledgerSummary,
  });
}
