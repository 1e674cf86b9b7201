import { continueAsNew, setCurrentDetails } from '@temporalio/workflow';

import type { CaseStart } from '@dialogue/contracts';
import {
  conferenceAllowedFrom,
  conferenceDuties,
  conferenceFlagsOf,
  conferenceMachine,
  type Conference,
  type ConferenceCommand,
} from '@dialogue/domain';

import { ledgerOf } from './case-ledger.js';
import { runCase } from './case-loop.js';
import type { BesideState } from './case-page.vi.js';
import { publishFindable } from './case-search.js';
import { conferencePage } from './conference-page.vi.js';

/** A conference, from its plan until its conclusions are followed up (D8.1, D9, D11.1b, D11.2b). */
export async function conferenceWorkflow(start: CaseStart<Conference, ConferenceCommand>): Promise<void> {
  const definition = {
    kind: 'conference',
    machine: conferenceMachine,
    commandKinds: Object.keys(conferenceAllowedFrom),
    ledger: ledgerOf<Conference>(),
    publish,
    waitingFor: conferencePage.waitsFor,
  } as const;
  const carried = await runCase(definition, start);
  if (carried !== null) await continueAsNew<typeof conferenceWorkflow>({ ...start, carried });
}

function publish(state: Conference, beside: BesideState): void {
  setCurrentDetails(conferencePage.page(state, beside));
  publishFindable({
    stage: state.stage,
    organisation: state.organisation,
    conferenceId: state.id,
    flags: conferenceFlagsOf(state),
    nextDuty: conferenceDuties.nextDuty(state),
  });
}
