import { envelopeOf, launchOf } from '@dialogue/contracts';
import type { StoredCommand } from '@dialogue/persistence';
import type { Client } from '@temporalio/client';

import { caseSummary } from './signaller.vi.js';

/** Tells Temporal of a command: finds or starts the workflow that decides it. */
export type Signaller = (command: StoredCommand, caseNumber: string | null) => Promise<void>;

/** How long a request waits for Temporal; what is not told by then the relay tells. */
const deadlineMs = 900;

/** Signals through a client, never longer than a moment: a Temporal that hangs must not hold the person at the door. */
export function createSignaller(client: Client): Signaller {
  return async (command, caseNumber) => {
    const { workflowType, ...launch } = launchOf(command.caseKind, command.caseId);
    await client.withDeadline(Date.now() + deadlineMs, async () => {
      await client.workflow.signalWithStart(workflowType, {
        ...launch,
        signal: command.kind,
        signalArgs: [envelopeOf(command)],
        staticSummary: caseSummary(command.caseKind, caseNumber),
      });
    });
  };
}
