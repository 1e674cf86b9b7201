import { randomUUID } from 'node:crypto';

import { commandSignal, launchOf, type DeliveryOutcome, type MailCommand, type MailPlan } from '@dialogue/contracts';
import { localDate } from '@dialogue/domain';
import { aDocument } from '@dialogue/testing/builders';
import type { WorkflowServer } from '@dialogue/testing/cases';
import type { WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';

import { assignmentPaths } from './assignment-paths.js';
import { acknowledged, assigned, begun, over } from './beginnings.js';
import { conclusionPaths } from './conclusion-paths.js';
import { conferenceDayPaths } from './conference-day-paths.js';
import { conferencePaths } from './conference-paths.js';
import { listPaths } from './list-paths.js';
import { relationPaths } from './relation-paths.js';
import { reportPaths } from './report-paths.js';
import { surroundingsPaths } from './surroundings-paths.js';

/** Walks one path on a server, and leaves its workflow where its history is worth keeping. */
export type Path = (server: WorkflowServer) => Promise<WorkflowHandle>;

/**
 * The paths of which `histories/` keeps what they did when they were recorded. A path that is added here is recorded by
 * `npm run replay:record -- -t <name>`; one that is there already is recorded again only when its step was patched away.
 */
export const paths: Readonly<Record<string, Path>> = {
  ...assignmentPaths,
  ...conclusionPaths,
  ...conferencePaths,
  ...conferenceDayPaths,
  ...listPaths,
  ...relationPaths,
  ...reportPaths,
  ...surroundingsPaths,
  'answered-in-time': async (server) => {
    const petition = await acknowledged(server);
    await petition.until('2026-03-24');
    await petition.send('answer', { document: aDocument('67/STC-NS', '2026-03-24') });
    await petition.until('2026-03-25');
    await petition.send('approveAnswer');
    await petition.send('recordResolution');
    await petition.send('recordNoticeSent', { sentOn: localDate('2026-03-25') });
    await petition.send('close');
    return over(petition);
  },
  'overdue-then-late': async (server) => {
    const petition = await acknowledged(server);
    await petition.until('2026-04-15');
    await petition.send('answer', { document: aDocument('67/STC-NS', '2026-04-15') });
    return over(petition);
  },
  'receipt-deemed': async (server) => {
    const petition = await assigned(server);
    await petition.until('2026-03-20');
    await petition.send('acknowledge', { receivedOn: localDate('2026-03-05'), isEvidenced: true });
    await petition.until('2026-03-28');
    return over(petition);
  },
  withdrawn: async (server) => {
    const petition = await acknowledged(server);
    await petition.send('close');
    await petition.send('withdraw');
    return over(petition);
  },
  redirected: async (server) => {
    const petition = await begun(server);
    await petition.send('redirect');
    return over(petition);
  },
  'sent-back': async (server) => {
    const petition = await acknowledged(server);
    await petition.until('2026-03-25');
    await petition.send('answer', { document: aDocument('67/STC-NS', '2026-03-25') });
    await petition.send('sendBackAnswer');
    await petition.until('2026-04-03');
    await petition.send('answer', { document: aDocument('68/STC-NS', '2026-04-02') });
    await petition.send('approveAnswer');
    return over(petition);
  },
  reopened: async (server) => {
    const petition = await acknowledged(server);
    await petition.send('answer', { document: aDocument('67/STC-NS', '2026-03-05') });
    await petition.send('approveAnswer');
    await petition.send('recordResolution');
    await petition.send('recordNoticeSent', { sentOn: localDate('2026-03-05') });
    await petition.send('close');
    await petition.until('2026-04-01');
    await petition.send('reopen');
    await petition.until('2026-04-10');
    return over(petition);
  },
  'continued-as-new': async (server) => {
    const petition = await begun(server, { historyLimit: 20 });
    for (const outcome of ['refused', 'settled'] as const)
      for (const deliveryId of ['letter-1', 'letter-2', 'letter-3'])
        await petition.signal('noteDelivery', { deliveryId, outcome });
    await petition.until('2026-03-10');
    return over(petition);
  },
  'calendar-loaded': async (server) => {
    const petition = await acknowledged(server, { sliceUntil: '2026-03-10' });
    await petition.until('2026-03-20');
    return over(petition);
  },
  'mail-sent': async (server) => aLetter(server, ['sent']),
  'mail-waited': async (server) => {
    const [now, dayMs] = [await server.env.currentTimeMs(), 86_400_000];
    const waits = { kind: 'later', because: 'quiet', sendAfter: now + 2 * dayMs } as const;
    const plans = [1, 2].map((days) => ({ ...waits, askAgainAt: now + days * dayMs }));
    const letter = await aLetter(server, ['sent'], plans);
    await server.env.sleep('3 days');
    return letter;
  },
  'mail-given-up': async (server) => {
    const letter = await aLetter(server, []);
    await server.env.sleep('4 days');
    return letter;
  },
  'mail-uncertain': async (server) => {
    const letter = await aLetter(server, ['uncertain', 'uncertain', 'sent']);
    for (const kind of ['resend', 'confirmSent'] as const) {
      await letter.signal(commandSignal<MailCommand>(kind), {
        commandId: randomUUID(),
        actorId: null,
        receivedAt: null,
        command: { kind },
      });
      await server.env.sleep('1 minute');
    }
    return letter;
  },
  'mail-asked-for-again': async (server) => aLetterAtItsEnd(server, 'resend', ['sent']),
  'mail-told-otherwise': async (server) => aLetterAtItsEnd(server, 'recordFallback', ['done', 'done']),
};

/** A letter that is at its end, and begins anew with a person's word. */
async function aLetterAtItsEnd(
  server: WorkflowServer,
  kind: MailCommand['kind'],
  outcomes: DeliveryOutcome[],
): Promise<WorkflowHandle> {
  serveLetter(server, outcomes);
  const { workflowType, ...launch } = launchOf('mail', randomUUID());
  const envelope = { commandId: randomUUID(), actorId: null, receivedAt: null, command: { kind } };
  const request = { ...launch, signal: kind, signalArgs: [envelope] };
  const letter = await server.env.client.workflow.signalWithStart(workflowType, request);
  await server.env.sleep('1 minute');
  return letter;
}

/** A letter whose attempts end as told; after the last of them the mail server takes no more. */
async function aLetter(
  server: WorkflowServer,
  outcomes: DeliveryOutcome[],
  plans: MailPlan[] = [],
): Promise<WorkflowHandle> {
  serveLetter(server, outcomes, plans);
  const { workflowType, ...launch } = launchOf('mail', randomUUID());
  const handle = await server.env.client.workflow.start(workflowType, launch);
  await server.env.sleep('1 minute');
  return handle;
}

function serveLetter(server: WorkflowServer, outcomes: DeliveryOutcome[], plans: MailPlan[] = []): void {
  server.serve({
    mail: {
      deliverLetter: async () => {
        const outcome = outcomes.shift();
        if (outcome === undefined) throw ApplicationFailure.create({ message: '450', type: 'mail.deferred' });
        return Promise.resolve(outcome);
      },
      planDelivery: async () => Promise.resolve(plans.shift() ?? { kind: 'now' }),
      recordGivenUp: async () => Promise.resolve(),
      recordDecision: async () => Promise.resolve(true),
    },
  });
}
