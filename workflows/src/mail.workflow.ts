import { ActivityFailure, allHandlersFinished, condition, proxyActivities, setHandler } from '@temporalio/workflow';

import {
  commandSignal,
  taskQueues,
  type Envelope,
  type MailActivities,
  type MailCommand,
  type MailRecordActivities,
  type MailStart,
} from '@dialogue/contracts';

import { mailSummary } from './mail-page.vi.js';

// Claimed by a token: an attempt that nobody knows the end of is shown as uncertain, never sent again by itself.
// 4xx and a server that is away are repeated with growing pauses for three days, counted in attempts: days on which no
// worker runs are no attempts, and end no letter.
const { deliverLetter } = proxyActivities<MailActivities>({
  taskQueue: taskQueues.mail,
  startToCloseTimeout: '3 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '10 seconds', backoffCoefficient: 2, maximumInterval: '4 hours', maximumAttempts: 29 },
  summary: mailSummary.deliver,
});

// Upserts by delivery and by command: safe to repeat for ever.
const { recordGivenUp, recordDecision } = proxyActivities<MailRecordActivities>({
  taskQueue: taskQueues.ledger,
  startToCloseTimeout: '15 seconds',
  retry: { maximumInterval: '1 minute' },
  summary: mailSummary.record,
});

/** One letter to one address, from owed to sent, refused, or decided by a person. */
export async function mailWorkflow({ deliveryId }: MailStart): Promise<void> {
  const decisions: Envelope<MailCommand>[] = [];
  const seen: string[] = [];
  for (const kind of ['resend', 'confirmSent']) setHandler(commandSignal<MailCommand>(kind), enqueue);

  while ((await attempt()) === 'uncertain') {
    if ((await nextDecision()) === 'confirmSent') break;
    // Said of the attempt before: it must not send the letter once more should the next one be uncertain, too.
    await refuseLate();
  }
  await refuseLate();
  await condition(allHandlersFinished);

  function enqueue(envelope: Envelope<MailCommand>): void {
    if (seen.includes(envelope.commandId)) return;
    seen.push(envelope.commandId);
    decisions.push(envelope);
  }

  /** A decision about a letter that is no longer uncertain is refused, and its sender hears it. */
  async function refuseLate(): Promise<void> {
    for (let late = decisions.shift(); late !== undefined; late = decisions.shift()) await decide(late);
  }

  async function attempt(): Promise<string> {
    try {
      return await deliverLetter({ deliveryId });
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      await recordGivenUp({ deliveryId });
      return 'refused';
    }
  }

  /** Waits for a person, for as long as it takes. */
  async function nextDecision(): Promise<MailCommand['kind']> {
    for (;;) {
      await condition(() => decisions.length > 0);
      const decision = decisions.shift();
      if (decision !== undefined && (await decide(decision))) return decision.command.kind;
    }
  }

  async function decide({ commandId, command }: Envelope<MailCommand>): Promise<boolean> {
    return recordDecision({ deliveryId, commandId, decision: command.kind });
  }
}
