import { envelopeOf, launchOf } from '@dialogue/contracts';
import type { StoredCommand } from '@dialogue/persistence';
import type { Client } from '@temporalio/client';

import type { Waits } from '../waits.js';
import { caseSummary } from './signaller.vi.js';

/** Tells Temporal of a command: finds or starts the workflow that decides it. */
export type Signaller = (command: StoredCommand, caseNumber: string | null) => Promise<void>;

/** Signals through a client, never longer than a moment. */
export function createSignaller(client: Client, waits: Pick<Waits, 'signal'>): Signaller {
  return async (command, caseNumber) => {
    const { workflowType, ...launch } = launchOf(command.caseKind, command.caseId);
    await client.withDeadline(Date.now() + waits.signal, async () => {
      await client.workflow.signalWithStart(workflowType, {
        ...launch,
        signal: command.kind,
        signalArgs: [envelopeOf(command)],
        staticSummary: caseSummary(command.caseKind, caseNumber),
      });
    });
  };
}
