import { continueAsNew, setCurrentDetails } from '@temporalio/workflow';

import type { CaseStart } from '@dialogue/contracts';
import { allowedFrom, flagsOf, nextDuty, petitionMachine, type Petition, type PetitionCommand } from '@dialogue/domain';

import { ledgerOf } from './case-ledger.js';
import { runCase } from './case-loop.js';
import type { BesideState } from './case-page.vi.js';
import { publishFindable } from './case-search.js';
import { petitionPage } from './petition-page.vi.js';

/** A petition, from the moment it is submitted until it is closed (D8.1f, D11.1b, D11.1c, D11.3). */
export async function petitionWorkflow(start: CaseStart<Petition, PetitionCommand>): Promise<void> {
  const definition = {
    kind: 'petition',
    machine: petitionMachine,
    commandKinds: Object.keys(allowedFrom),
    ledger: ledgerOf<Petition>(),
    publish,
    waitingFor: petitionPage.waitsFor,
  } as const;
  const carried = await runCase(definition, start);
  if (carried !== null) await continueAsNew<typeof petitionWorkflow>({ ...start, carried });
}

function publish(state: Petition, beside: BesideState): void {
  setCurrentDetails(petitionPage.page(state, beside));
  publishFindable({
    stage: state.stage,
    organisation: state.organisation,
    agency: state.assignment?.agency ?? null,
    conferenceId: state.conference?.id ?? null,
    flags: flagsOf(state),
    nextDuty: nextDuty(state),
  });
}
