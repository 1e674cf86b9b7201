import { randomUUID } from 'node:crypto';

import { launchOf } from '@dialogue/contracts';
import { addDays } from '@dialogue/domain';
import { waitFor, type ApiAnswer, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import { answerFromAnOutage, type WaitingAnswer } from './past-case.fixture.js';
import { bodies, decided, give, lettersSettled, registered, today } from './petition.fixture.js';

/** A register with much under way, and a Temporal that has forgotten all of it. */
export interface Emptied {
  /** Told its conference that it is attached; the conference has not heard it. */
  readonly attached: string;
  readonly conference: string;
  /** Somebody has acknowledged the assignment: signalled, and not decided. */
  readonly waiting: string;
  readonly pending: ApiAnswer;
  /** Its deadline passed, and an answer came after it: signalled, and not decided. */
  readonly late: WaitingAnswer;
  /** A letter of it waits for a mail server that is away. */
  readonly unsent: string;
}

/** Brings petitions and a conference under way, kills the worker in the middle, and empties Temporal. */
export async function emptyTemporalInTheMiddle(stack: RealStack, clerk: ApiClient): Promise<Emptied> {
  const attached = await accepted(clerk);
  const waiting = await accepted(clerk);
  await give(clerk, waiting, 'assign', bodies.assign);
  const conference = await planned(clerk);
  await lettersSettled(stack);
  await stack.smtp.goDown();
  const unsent = await registered(clerk);
  await waitFor('a letter waits for the mail server', async () => (await lettersOf(stack, unsent, 'deferred')) > 0);
  await newsOnItsWay(stack, clerk, { attached, conference });

  const pending = await clerk.post(`/v1/petitions/${waiting}/acknowledge`, bodies.acknowledge);
  await isSignalled(stack, waiting);
  const late = await answerFromAnOutage(stack, (endOfDueDay) => endOfDueDay + 3_600_000);
  // As if the relay had told Temporal of it just before.
  await stack.register.rows('UPDATE commands SET signalled_at = now() WHERE case_id = $1', [late.petitionId]);
  await stack.emptyTemporal();
  await stack.smtp.comeUp();
  return { attached, conference, waiting, pending, late, unsent };
}

async function accepted(clerk: ApiClient): Promise<string> {
  const id = await registered(clerk);
  await give(clerk, id, 'accept', bodies.accept);
  return id;
}

async function planned(clerk: ApiClient): Promise<string> {
  const answer = await clerk.post('/v1/conferences', {
    ...{ kind: 'periodic', host: 'levelHead', organisation: 'SL-UBND', hostPost: 'committeeChair', startsAt: '08:00' },
    ...{ title: 'Đối thoại định kỳ', contents: 'Đất đai', place: 'Hội trường', on: addDays(today(), 45) },
  });
  if (answer.status === 202) await decided(clerk, answer);
  const { conference } = answer.body as { readonly conference?: { readonly id: string } };
  return conference?.id ?? String(answer.body['id']);
}

/** The petition has said that it is attached, Temporal knows it, and the conference has recorded nothing when all dies. */
async function newsOnItsWay(
  stack: RealStack,
  clerk: ApiClient,
  { attached, conference }: Pick<Emptied, 'attached' | 'conference'>,
): Promise<void> {
  const held = await stack.register.holdLedgerOf(conference);
  await give(clerk, attached, 'attach-to-conference', { conference });
  await waitFor(
    'the conference was told',
    async () =>
      (await stack.register.count(
        `SELECT count(*) FROM outbox WHERE case_kind = 'conference' AND case_id = $1 AND sent_at IS NOT NULL`,
        [conference],
      )) > 0,
  );
  await stack.worker.kill();
  await held.release();
}

async function isSignalled({ register }: RealStack, id: string): Promise<void> {
  await waitFor(
    'Temporal has the command',
    async () =>
      (await register.count(
        'SELECT count(*) FROM commands WHERE case_id = $1 AND outcome IS NULL AND signalled_at IS NOT NULL',
        [id],
      )) > 0,
  );
}

/** How many letters of a petition are in a state. */
export async function lettersOf({ register }: RealStack, id: string, state: string): Promise<number> {
  return register.count(
    'SELECT count(*) FROM mail_deliveries JOIN letters ON letters.id = letter_id WHERE case_id = $1 AND state = $2',
    [id, state],
  );
}

/** What a reconciliation found, case by case. */
export type Findings = ReadonlyMap<string, { readonly finding: string; readonly action: string }>;

/** Asks for a reconciliation, twice, and waits for its end. */
export async function reconciled(
  admin: ApiClient,
): Promise<{ readonly ids: readonly unknown[]; readonly findings: Findings }> {
  const clicks = await Promise.all([admin.post('/v1/reconciliations', {}), admin.post('/v1/reconciliations', {})]);
  const ids = clicks.map(({ body }) => body['id']);
  const path = `/v1/reconciliations/${String(ids[0])}?limit=100`;
  const { body } = await waitFor('the reconciliation is over', async () => {
    const answer = await admin.get(path);
    return answer.body['status'] === 'finished' ? answer : null;
  });
  const items = body['items'] as readonly {
    readonly kind: string;
    readonly id: string;
    finding: string;
    action: string;
  }[];
  return {
    ids,
    findings: new Map(items.map(({ kind, id, finding, action }) => [`${kind}/${id}`, { finding, action }])),
  };
}

/** Somebody has started a case by hand that is in no register; its id. */
export async function startStray({ temporalClient }: RealStack): Promise<string> {
  const id = randomUUID();
  const { workflowType, ...launch } = launchOf('petition', id);
  // On a queue that nobody serves it waits for ever.
  await temporalClient.workflow.start(workflowType, { ...launch, taskQueue: 'nobody' });
  await waitFor('the list of Temporal has it', async () => {
    const running = await temporalClient.workflow.count(
      `WorkflowId = 'petition/${id}' AND ExecutionStatus = 'Running'`,
    );
    return running.count === 1;
  });
  return id;
}
