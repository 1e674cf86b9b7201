import { continueAsNew, proxyActivities, setCurrentDetails } from '@temporalio/workflow';

import { taskQueues, type CaseLedger, type CaseStart } from '@dialogue/contracts';
import { allowedFrom, petitionMachine, type PastEvent, type Petition, type PetitionCommand } from '@dialogue/domain';

import { runCase } from './case-loop.js';
import { petitionPage, petitionWaitsFor, ledgerSummary } from './petition-page.vi.js';
import { publishPetition } from './petition-search.js';

// Unique by case and sequence, or by command, or only reading: safe to repeat for ever, and repeated for ever.
const ledger = proxyActivities<CaseLedger<Petition>>({
  taskQueue: taskQueues.ledger,
  startToCloseTimeout: '15 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
  summary: ledgerSummary,
});

/** A petition, from the moment it is submitted until it is closed (D8.1f, D11.1b, D11.1c, D11.3). */
export async function petitionWorkflow(start: CaseStart<Petition, PetitionCommand>): Promise<void> {
  const commandKinds = Object.keys(allowedFrom);
  const definition = {
    kind: 'petition',
    machine: petitionMachine,
    commandKinds,
    ledger,
    publish,
    waitingFor: petitionWaitsFor,
  } as const;
  const carried = await runCase(definition, start);
  if (carried !== null) await continueAsNew<typeof petitionWorkflow>({ ...start, carried });
}

function publish(state: Petition, recent: readonly PastEvent[]): void {
  setCurrentDetails(petitionPage(state, recent));
  publishPetition(state);
}
