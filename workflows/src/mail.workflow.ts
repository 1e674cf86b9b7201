import {
  ActivityFailure,
  allHandlersFinished,
  condition,
  patched,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow';

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
import { itsTimeHasCome } from './mail-waiting.js';

// Claimed by a token: an attempt that nobody knows the end of is shown as uncertain, never sent again by itself.
// 4xx and a server that is away are repeated with growing pauses for three days, counted in attempts: days on which no
// worker runs are no attempts, and end no letter. How long the pauses after a 4xx are, the activity says; these are those of
// everything else.
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

const decidedByPeople = ['resend', 'confirmSent', 'recordFallback', 'withdrawFallback'] as const;

/** One letter to one address, from owed to sent, refused, or decided by a person; who asks for it again begins it anew. */
export async function mailWorkflow({ deliveryId }: MailStart): Promise<void> {
  const decisions: Envelope<MailCommand>[] = [];
  const seen: string[] = [];
  for (const kind of decidedByPeople) setHandler(commandSignal<MailCommand>(kind), enqueue);

  // With what a letter begins anew that was at its end: it is sent only when the register takes that, and then at once.
  const isAskedFor = decisions.length > 0 && patched('2026-11-decide-first') && (await settleWaiting());
  let isLeaving = isAskedFor || !patched('2026-11-quiet-hours') || (await itsTimeHasCome({ deliveryId }));
  do {
    while (isLeaving && (await attempt(deliveryId)) === 'uncertain') {
      if ((await nextDecision()) === 'confirmSent') break;
      // Said of the attempt before: it must not send the letter once more should the next one be uncertain, too.
      await settleWaiting();
    }
    // What a person asks for leaves, whatever it waited for.
    isLeaving = true;
  } while (await settleWaiting());
  await condition(allHandlersFinished);

  function enqueue(envelope: Envelope<MailCommand>): void {
    if (seen.includes(envelope.commandId)) return;
    seen.push(envelope.commandId);
    decisions.push(envelope);
  }

  /** Where nothing is to be decided a decision is refused, and its sender hears it. True: one was taken. */
  async function settleWaiting(): Promise<boolean> {
    let isTaken = false;
    for (let one = decisions.shift(); one !== undefined; one = decisions.shift())
      isTaken = (await decide(deliveryId, one)) || isTaken;
    return isTaken;
  }

  /** Waits for a person, for as long as it takes. */
  async function nextDecision(): Promise<MailCommand['kind']> {
    for (;;) {
      await condition(() => decisions.length > 0);
      const decision = decisions.shift();
      if (decision !== undefined && (await decide(deliveryId, decision))) return decision.command.kind;
    }
  }
}

async function attempt(deliveryId: string): Promise<string> {
  try {
    return await deliverLetter({ deliveryId });
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    await recordGivenUp({ deliveryId });
    return 'refused';
  }
}

async function decide(deliveryId: string, { commandId, command }: Envelope<MailCommand>): Promise<boolean> {
  return recordDecision({ deliveryId, commandId, decision: command.kind });
}
