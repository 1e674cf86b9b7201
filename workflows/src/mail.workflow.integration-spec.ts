import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  askAgainSignal,
  commandSignal,
  launchOf,
  type DeliveryOutcome,
  type Envelope,
  type MailCommand,
  type MailPlan,
} from '@dialogue/contracts';
import { startWorkflowServer, type WorkflowServer } from '@dialogue/testing/cases';
import { ApplicationFailure } from '@temporalio/common';

import { bundleOfSources } from './case-stories.fixture.js';

jest.setTimeout(60_000);

let server: WorkflowServer;

beforeAll(async () => {
  server = await startWorkflowServer(bundleOfSources);
}, 120_000);

afterAll(async () => server.stop());

type Attempt = DeliveryOutcome | ApplicationFailure;

/** One letter that leaves at once, and whose attempts end as told, the last of them again and again. */
async function aLetter(...attempts: readonly [...Attempt[], Attempt]) {
  return aLetterThat({ attempts });
}

/** One that asks first whether it waits. */
async function aPlannedLetter(plan: (at: number) => MailPlan, ...attempts: readonly [...Attempt[], Attempt]) {
  return aLetterThat({ attempts, plan });
}

/** Likewise; `decided` begins it anew, as the API and the relay do with a letter that is at its end. */
async function aLetterThat({
  attempts,
  startsAs,
  begins,
  plan = () => ({ kind: 'now' }),
}: {
  readonly attempts: readonly [...Attempt[], Attempt];
  readonly startsAs?: DeliveryOutcome;
  readonly begins?: MailCommand['kind'];
  readonly plan?: (at: number) => MailPlan;
}) {
  const askedAt: number[] = [];
  const deliveryId = randomUUID();
  const triedAt: number[] = [];
  const decisions: { commandId: string; decision: MailCommand['kind']; isTaken: boolean }[] = [];
  let state: string | undefined = startsAs;
  let givenUp = 0;
  server.serve({
    mail: {
      deliverLetter: async () => {
        const attempt = attempts[Math.min(triedAt.length, attempts.length - 1)]!;
        triedAt.push(await server.env.currentTimeMs());
        if (typeof attempt !== 'string') throw attempt;
        state = attempt;
        return attempt;
      },
      planDelivery: async ({ at }) => {
        askedAt.push(at);
        return Promise.resolve(plan(at));
      },
      recordGivenUp: async () => {
        givenUp += 1;
        return Promise.resolve();
      },
      recordDecision: async ({ commandId, decision }) => {
        const isTaken = state === 'uncertain' || (state === 'refused' && decision === 'resend');
        decisions.push({ commandId, decision, isTaken });
        if (isTaken) state = decision === 'resend' ? 'queued' : 'sent';
        return Promise.resolve(isTaken);
      },
    },
  });
  const { workflowType, ...launch } = launchOf('mail', deliveryId);
  const handle =
    begins === undefined
      ? await server.env.client.workflow.start(workflowType, launch)
      : await server.env.client.workflow.signalWithStart(workflowType, {
          ...launch,
          signal: begins,
          signalArgs: [envelopeOf(begins, 'begins-it')],
        });
  return {
    handle,
    askedAt,
    askAgain: async () => handle.signal(askAgainSignal),
    triedAt,
    decisions,
    givenUp: () => givenUp,
    decide: async (kind: MailCommand['kind'], commandId: string = randomUUID()) => {
      await handle.signal(commandSignal<MailCommand>(kind), envelopeOf(kind, commandId));
    },
    settle: async () => server.env.sleep('1 minute'),
  };
}

function envelopeOf(kind: MailCommand['kind'], commandId: string): Envelope<MailCommand> {
  return { commandId, actorId: null, receivedAt: null, command: { kind } };
}

const deferred = ApplicationFailure.create({ message: '450', type: 'mail.deferred' });

describe('mailWorkflow', () => {
  it.each<[DeliveryOutcome, string]>([
    ['sent', 'the server took it'],
    ['refused', 'the server said 5xx'],
    ['dropped', 'nobody is left to write to'],
    ['done', 'an attempt before this one settled it'],
  ])('ends after one attempt that is %s (%s)', async (outcome) => {
    const letter = await aLetter(outcome);

    await letter.handle.result();

    expect(letter.triedAt).toHaveLength(1);
    expect(letter.givenUp()).toBe(0);
  });

  it('waits for a person when nobody knows whether the letter arrived, for as long as it takes', async () => {
    const letter = await aLetter('uncertain');

    await server.env.sleep('30 days');

    expect(letter.triedAt).toHaveLength(1);
    expect((await letter.handle.describe()).status.name).toBe('RUNNING');
    await letter.decide('confirmSent');
    await letter.handle.result();
  });

  it('sends again after a person said so, as often as it is uncertain', async () => {
    const letter = await aLetter('uncertain', 'uncertain', 'sent');
    await letter.settle();
    await letter.decide('resend');
    await letter.settle();
    await letter.decide('resend');

    await letter.handle.result();

    expect(letter.triedAt).toHaveLength(3);
    expect(letter.decisions).toMatchObject([{ isTaken: true }, { isTaken: true }]);
  });

  it('does not send again what a person confirmed as sent', async () => {
    const letter = await aLetter('uncertain');
    await letter.settle();
    await letter.decide('confirmSent');

    await letter.handle.result();

    expect(letter.triedAt).toHaveLength(1);
  });

  it('begins anew with a person who wants a refused letter sent again, and asks the register before it attempts', async () => {
    const letter = await aLetterThat({ attempts: ['sent'], startsAs: 'refused', begins: 'resend' });

    await letter.handle.result();

    expect(letter.decisions).toEqual([{ commandId: 'begins-it', decision: 'resend', isTaken: true }]);
    expect(letter.triedAt).toHaveLength(1);
  });

  it('sends nothing where the register does not take that', async () => {
    const letter = await aLetterThat({ attempts: ['done'], startsAs: 'sent', begins: 'resend' });

    await letter.handle.result();

    expect(letter.decisions).toMatchObject([{ isTaken: false }]);
  });

  it.each(['recordFallback', 'withdrawFallback'] as const)(
    'D11.3: hands on %s of a letter that is at its end, and sends nothing',
    async (begins) => {
      const letter = await aLetterThat({ attempts: ['done'], startsAs: 'refused', begins });

      await letter.handle.result();

      expect(letter.decisions).toMatchObject([{ commandId: 'begins-it', decision: begins }]);
      expect(letter.triedAt).toHaveLength(1);
    },
  );

  it('takes a decision once, however often it is signalled', async () => {
    const letter = await aLetter('uncertain', 'uncertain');
    await letter.settle();
    await letter.decide('resend', 'the-same');
    await letter.decide('resend', 'the-same');
    await letter.settle();

    expect(letter.decisions).toHaveLength(1);
    expect(letter.triedAt).toHaveLength(2);
    await letter.decide('confirmSent');
    await letter.handle.result();
  });

  it('hands on a decision that comes too late, so that it is refused', async () => {
    const letter = await aLetter(deferred, 'sent');
    await letter.decide('resend', 'too-early');

    await letter.handle.result();

    expect(letter.decisions).toEqual([{ commandId: 'too-early', decision: 'resend', isTaken: false }]);
    expect(letter.triedAt).toHaveLength(2);
  });

  it('goes on waiting after a decision that was refused', async () => {
    const letter = await aLetter(deferred, 'uncertain');
    await letter.settle();
    await letter.decide('confirmSent');

    await letter.handle.result();

    expect(letter.decisions.at(-1)).toMatchObject({ decision: 'confirmSent', isTaken: true });
  });

  it('tries a server that defers with growing pauses for three days, and then gives up visibly', async () => {
    const letter = await aLetter(deferred);
    const startedAt = await server.env.currentTimeMs();

    await letter.handle.result();

    const seconds = pausesOf(letter.triedAt);
    expect(seconds.slice(0, 11)).toEqual([10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 5_120, 10_240]);
    expect(seconds.slice(11).every((pause) => pause === 4 * 3_600)).toBe(true);
    expect((await server.env.currentTimeMs()) - startedAt).toBeGreaterThan(2.7 * 86_400_000);
    expect(letter.givenUp()).toBe(1);
  });

  it('looks again after fifteen seconds while another attempt holds the letter', async () => {
    const busy = ApplicationFailure.create({ message: 'busy', type: 'mail.busy', nextRetryDelay: '15 seconds' });
    const letter = await aLetter(busy, busy, 'sent');

    await letter.handle.result();

    expect(pausesOf(letter.triedAt)).toEqual([15, 15]);
  });
});

describe('a letter that waits', () => {
  const hour = 3_600_000;

  /** Until so long after it was asked for the first time, and asks in between as often as told. */
  function waiting(forMs: number, everyMs: number): (at: number) => MailPlan {
    let until: number | null = null;
    return (at) => {
      until ??= at + forMs;
      if (at >= until) return { kind: 'now' };
      return { kind: 'later', sendAfter: until, askAgainAt: Math.min(until, at + everyMs), because: 'quiet' };
    };
  }

  it('leaves when its time has come, and asks again every morning until then', async () => {
    const letter = await aPlannedLetter(waiting(60 * hour, 24 * hour), 'sent');

    await letter.handle.result();

    expect(hoursOf(letter.askedAt)).toEqual([0, 24, 48, 60]);
    expect(hoursOf([letter.askedAt[0]!, letter.triedAt[0]!])).toEqual([0, 60]);
  });

  it('says in Vietnamese for what it waits', async () => {
    const letter = await aPlannedLetter(waiting(60 * hour, 24 * hour), 'sent');
    await letter.settle();

    const { currentDetails } = await letter.handle.query<{ currentDetails?: string }>('__temporal_workflow_metadata');

    expect(currentDetails).toMatch(/^\*\*Chờ đến giờ làm việc để gửi thư:\*\* \d\d giờ \d\d, .*, ngày /);
    await letter.handle.terminate();
  });

  it('asks at once when it is told that the settings of its body have changed', async () => {
    let isImmediate = false;
    const digest = waiting(60 * hour, 24 * hour);
    const letter = await aPlannedLetter((at) => (isImmediate ? { kind: 'now' } : digest(at)), 'sent');
    await letter.settle();
    isImmediate = true;
    await letter.askAgain();

    await letter.handle.result();

    expect(hoursOf([letter.askedAt[0]!, letter.triedAt[0]!])).toEqual([0, 0]);
  });

  it('ends without an attempt when it goes with a digest', async () => {
    const letter = await aPlannedLetter(() => ({ kind: 'over' }), 'sent');

    await letter.handle.result();

    expect(letter.triedAt).toEqual([]);
  });

  it('hands on a decision that comes while it waits, so that it is refused', async () => {
    const letter = await aPlannedLetter(waiting(2 * hour, 24 * hour), 'sent');
    await letter.decide('resend', 'too-early');

    await letter.handle.result();

    expect(letter.decisions).toEqual([{ commandId: 'too-early', decision: 'resend', isTaken: false }]);
  });
});

function hoursOf(instants: readonly number[]): readonly number[] {
  return instants.map((at) => Math.round((at - instants[0]!) / 3_600_000));
}

/** In seconds between attempts, to the nearest five: an attempt itself takes its time, too. */
function pausesOf(triedAt: readonly number[]): readonly number[] {
  return triedAt.slice(1).map((at, index) => Math.round((at - triedAt[index]!) / 5_000) * 5);
}
