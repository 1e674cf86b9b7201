import { describe, expect, it } from '@jest/globals';

import { anActivityEnvironment } from './activity-environment.fixture.js';
import {
  createMailActivities,
  createMailRecordActivities,
  leaseMs,
  type AttemptReport,
  type MailAnswer,
  type MailPorts,
  type OutgoingLetter,
} from './mail.activities.js';

type Deliveries = MailPorts['deliveries'];

const letter: OutgoingLetter = { deliveryId: 'd-1', to: 'a@example.vn', subject: 's', text: 't', html: '<p>t</p>' };
const accepted: MailAnswer = { kind: 'accepted', code: 250, answer: 'OK' };

/** One attempt over fakes, and what it did in which order. */
function anAttempt(wishes: {
  answer?: MailAnswer;
  letter?: OutgoingLetter | null;
  deliveries?: Partial<Deliveries>;
  isTextRefused?: boolean;
}) {
  const steps: string[] = [];
  const reports: AttemptReport[] = [];
  const pauses: unknown[] = [];
  const deliveries: Deliveries = {
    claimDelivery: async (id, token, lease) => {
      steps.push(`claim ${id} ${token} ${lease}`);
      return Promise.resolve('claimed');
    },
    markSending: async (id, token) => {
      steps.push(`sending ${id} ${token}`);
      return Promise.resolve();
    },
    recordDeliveryOutcome: async (id, token, report) => {
      steps.push(`${report.state} ${id} ${token}`);
      reports.push(report);
      return Promise.resolve();
    },
    planDelivery: async () => Promise.resolve({ kind: 'now' }),
    dropPointless: async () => Promise.resolve(null),
    recordGivenUp: async () => Promise.resolve(),
    decideDelivery: async () => Promise.resolve(true),
    recordFallback: async () => Promise.resolve(true),
    ...wishes.deliveries,
  };
  const ports: MailPorts = {
    deliveries,
    mailer: {
      deliver: async (_letter, beforeText) => {
        steps.push('354');
        await beforeText();
        steps.push('text');
        return wishes.answer ?? accepted;
      },
    },
    writeLetter: async () => Promise.resolve(wishes.letter === undefined ? letter : wishes.letter),
    newToken: () => 't-1',
    firstPauseMs: 1_000,
    quietHours: null,
  };
  const env = anActivityEnvironment();
  const sleep = async (ms: number): Promise<void> => {
    pauses.push(ms);
    return Promise.resolve();
  };
  Object.defineProperty(env.context, 'sleep', { value: sleep });
  const run = async () => env.run(createMailActivities(ports).deliverLetter, { deliveryId: 'd-1' });
  return { run, steps, reports, pauses, env };
}

describe('deliverLetter', () => {
  it('claims the letter, marks it before the first byte of the text, and records what the server said', async () => {
    const attempt = anAttempt({});

    expect(await attempt.run()).toBe('sent');

    expect(attempt.steps).toEqual([`claim d-1 t-1 ${leaseMs}`, '354', 'sending d-1 t-1', 'text', 'sent d-1 t-1']);
    expect(attempt.reports).toEqual([{ state: 'sent', smtpCode: 250, smtpAnswer: 'OK' }]);
  });

  it.each<[MailAnswer, AttemptReport]>([
    [
      { kind: 'refused', code: 550, answer: 'no such user' },
      { state: 'refused', smtpCode: 550, smtpAnswer: 'no such user' },
    ],
    [
      { kind: 'uncertain', answer: 'timeout' },
      { state: 'uncertain', smtpAnswer: 'timeout' },
    ],
  ])('records %j and ends with it', async (answer, report) => {
    const attempt = anAttempt({ answer });

    expect(await attempt.run()).toBe(report.state);

    expect(attempt.reports).toEqual([report]);
  });

  it.each<[MailAnswer, string]>([
    [{ kind: 'deferred', code: 450, answer: 'greylisted' }, 'a 4xx'],
    [{ kind: 'deferred', code: null, answer: 'ECONNREFUSED' }, 'a server that is away'],
  ])('records %j and fails so that it is tried again (%s)', async (answer) => {
    const attempt = anAttempt({ answer });

    await expect(attempt.run()).rejects.toMatchObject({ type: 'mail.deferred', nonRetryable: false });

    expect(attempt.reports).toMatchObject([{ state: 'deferred' }]);
  });

  it.each([
    [1, 1_000],
    [2, 2_000],
    [5, 16_000],
    [20, 4 * 3_600_000],
  ])('after attempt %d waits %d ms', async (attempts, nextRetryDelay) => {
    const attempt = anAttempt({ answer: { kind: 'deferred', code: 450, answer: 'later' } });
    Object.assign(attempt.env.context.info, { attempt: attempts });

    await expect(attempt.run()).rejects.toMatchObject({ type: 'mail.deferred', nextRetryDelay });
  });

  it('drops a letter that has nobody to go to, without a word to the mail server', async () => {
    const attempt = anAttempt({ letter: null });

    expect(await attempt.run()).toBe('dropped');

    expect(attempt.steps).toEqual([`claim d-1 t-1 ${leaseMs}`, 'dropped d-1 t-1']);
  });

  it('D11.3: drops a letter that has no purpose any more, and records why', async () => {
    const attempt = anAttempt({ deliveries: { dropPointless: async () => Promise.resolve('dutyDone') } });

    expect(await attempt.run()).toBe('dropped');

    expect(attempt.steps).not.toContain('354');
    expect(attempt.reports).toEqual([{ state: 'dropped', droppedBecause: 'dutyDone' }]);
  });

  it.each(['uncertain', 'done'] as const)('does not send what is %s already', async (claim) => {
    const attempt = anAttempt({ deliveries: { claimDelivery: async () => Promise.resolve(claim) } });

    expect(await attempt.run()).toBe(claim);

    expect(attempt.steps).toEqual([]);
  });

  it('looks again in fifteen seconds while another attempt holds the letter', async () => {
    const attempt = anAttempt({ deliveries: { claimDelivery: async () => Promise.resolve('busy') } });

    await expect(attempt.run()).rejects.toMatchObject({ type: 'mail.busy', nextRetryDelay: '15 seconds' });

    expect(attempt.steps).toEqual([]);
  });

  it('sends no byte of the text when it cannot be marked', async () => {
    const markSending = async (): Promise<void> => Promise.reject(new Error('The register is away'));
    const attempt = anAttempt({ deliveries: { markSending } });

    await expect(attempt.run()).rejects.toThrow('The register is away');

    expect(attempt.steps).not.toContain('text');
    expect(attempt.reports).toEqual([]);
  });

  it('keeps trying to record what the server said while the register is away', async () => {
    let tries = 0;
    const recordDeliveryOutcome = async (): Promise<void> => {
      tries += 1;
      return tries < 4 ? Promise.reject(new Error('The register is away')) : Promise.resolve();
    };
    const attempt = anAttempt({ deliveries: { recordDeliveryOutcome } });

    expect(await attempt.run()).toBe('sent');

    expect(tries).toBe(4);
    expect(attempt.pauses).toEqual([2_000, 2_000, 2_000]);
    expect(attempt.steps.filter((step) => step === 'text')).toHaveLength(1);
  });

  it('stops at once when another attempt or a person has taken the letter over', async () => {
    const lost = Object.assign(new Error('lost'), { name: 'ClaimLost' });
    const attempt = anAttempt({ deliveries: { recordDeliveryOutcome: async () => Promise.reject(lost) } });

    await expect(attempt.run()).rejects.toBe(lost);

    expect(attempt.pauses).toEqual([]);
  });

  it('tells Temporal that it is alive', async () => {
    const attempt = anAttempt({});
    let beats = 0;
    attempt.env.on('heartbeat', () => (beats += 1));

    await attempt.run();

    expect(beats).toBe(1);
  });
});

describe('planDelivery', () => {
  it('asks the register on the clock of the workflow, with the hours of this installation', async () => {
    const asked: unknown[] = [];
    const deliveries: Deliveries = {
      ...aRegister(() => undefined),
      planDelivery: async (question) => {
        asked.push(question);
        return Promise.resolve({ kind: 'over' });
      },
    };
    const quietHours = { from: 1_080, until: 420 };
    const { planDelivery } = createMailRecordActivities({ deliveries, quietHours });

    const plan = await anActivityEnvironment().run(planDelivery, { deliveryId: 'd-1', at: 7 });

    expect(plan).toEqual({ kind: 'over' });
    expect(asked).toEqual([{ deliveryId: 'd-1', at: 7, quiet: quietHours }]);
  });
});

describe('recordDecision', () => {
  it('hands the decision to the register with the instant at which it was carried out', async () => {
    const decided: unknown[] = [];
    const deliveries = aRegister((entry) => decided.push(entry));
    const env = anActivityEnvironment();
    const decision = { deliveryId: 'd-1', commandId: 'c-1', decision: 'resend' } as const;

    const isTaken = await env.run(
      createMailRecordActivities({ deliveries, quietHours: null }).recordDecision,
      decision,
    );

    expect(isTaken).toBe(false);
    expect(decided).toEqual([{ ...decision, at: expect.any(Number) }]);
  });

  it.each(['recordFallback', 'withdrawFallback'] as const)('%s goes to where it is recorded', async (kind) => {
    const decided: unknown[] = [];
    const record = createMailRecordActivities({
      deliveries: aRegister((entry) => decided.push(entry)),
      quietHours: null,
    });
    const decision = { deliveryId: 'd-1', commandId: 'c-1', decision: kind };

    expect(await anActivityEnvironment().run(record.recordDecision, decision)).toBe(true);
    expect(decided).toEqual([{ ...decision, at: expect.any(Number) }]);
  });
});

function aRegister(onDecision: (entry: unknown) => void): Deliveries {
  const unused = async (): Promise<never> => Promise.reject(new Error('not part of this test'));
  return {
    claimDelivery: unused,
    planDelivery: unused,
    dropPointless: unused,
    markSending: unused,
    recordDeliveryOutcome: unused,
    recordGivenUp: unused,
    decideDelivery: async (entry) => {
      onDecision(entry);
      return Promise.resolve(false);
    },
    recordFallback: async (entry) => {
      onDecision(entry);
      return Promise.resolve(true);
    },
  };
}
