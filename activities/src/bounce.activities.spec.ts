import { describe, expect, it } from '@jest/globals';

import { anActivityEnvironment } from './activity-environment.fixture.js';
import {
  createBounceActivities,
  type BounceOutcome,
  type BouncePorts,
  type DeliveryReport,
  type RecipientReport,
} from './bounce.activities.js';

const part: RecipientReport = {
  ...{ action: 'failed', status: '5.1.1', diagnostic: null, recipients: ['a@body.example'] },
};
const aReport: DeliveryReport = { deliveryId: 'd-1', parts: [part] };

interface World {
  /** What lies in the mailbox, by uid from 1 on; null: no report. */
  readonly lying: readonly (DeliveryReport | null)[];
  /** How the register answers, report by report. */
  readonly outcomes?: readonly BounceOutcome[];
  /** After which step everything dies. */
  readonly diesAfter?: string;
}

/** A mailbox and a register that remember what was done, also when a reading dies between two lines. */
function over({ lying, outcomes = [], diesAfter }: World) {
  const done: string[] = [];
  const recorded = new Map<string, BounceOutcome>();
  let [readUntil, mustDie] = [0, diesAfter];
  const step = async (what: string): Promise<void> => {
    done.push(what);
    if (what !== mustDie) return Promise.resolve();
    mustDie = undefined;
    return Promise.reject(new Error('killed'));
  };
  const ports: BouncePorts = {
    sentTo: async () => Promise.resolve(['a@body.example']),
    register: {
      readUntil: async () => Promise.resolve(readUntil),
      recordReport: async ({ key }) => {
        const known = recorded.has(key);
        const outcome = outcomes[Number(key) - 1] ?? 'bounced';
        if (outcome !== 'early') recorded.set(key, outcome);
        await step(`record ${key}`);
        return [known ? 'repeated' : outcome];
      },
      advance: async ({ uid }) => {
        readUntil = uid;
        await step(`advance ${String(uid)}`);
      },
    },
    mailbox: {
      name: 'office@mail/INBOX',
      open: async () =>
        Promise.resolve({
          uidValidity: '1',
          messages: async function* (afterUid: number) {
            for (const [index, report] of lying.entries()) {
              const uid = index + 1;
              if (uid > afterUid) yield await Promise.resolve({ uid, key: String(uid), report });
            }
          },
          markRecorded: async (uid: number) => step(`seen ${String(uid)}`),
          putAside: async (uid: number) => step(`aside ${String(uid)}`),
          close: async () => step('close'),
        }),
    },
  };
  const { readBounces } = createBounceActivities(ports);
  return { done, recorded, read: async () => anActivityEnvironment().run(readBounces) };
}

describe('the reading of a mailbox', () => {
  it('is off without one', async () => {
    const { read } = over({ lying: [] });
    const off = createBounceActivities({
      mailbox: null,
      register: {
        readUntil: async () => Promise.reject(new Error('not asked')),
        recordReport: async () => Promise.reject(new Error('not asked')),
        advance: async () => Promise.reject(new Error('not asked')),
      },
      sentTo: async () => Promise.reject(new Error('not asked')),
    });

    expect(await anActivityEnvironment().run(off.readBounces)).toEqual({ kind: 'off' });
    expect(await read()).toMatchObject({ kind: 'read', bounced: 0 });
  });

  it('records first, marks then, and moves on last; mail that is no report is put aside', async () => {
    const world = over({ lying: [aReport, null, aReport], outcomes: ['bounced', 'unknown', 'delayed'] });

    expect(await world.read()).toEqual({ kind: 'read', bounced: 1, delayed: 1, aside: 0, others: 1 });
    expect(world.done).toEqual([
      ...['record 1', 'seen 1', 'advance 1', 'aside 2', 'advance 2', 'record 3', 'seen 3', 'advance 3', 'close'],
    ]);
  });

  it.each(['record 1', 'seen 1', 'advance 1', 'record 2', 'seen 2', 'advance 2'])(
    'that is killed after "%s" loses nothing, and does nothing twice',
    async (diesAfter) => {
      const world = over({ lying: [aReport, aReport], diesAfter });

      await expect(world.read()).rejects.toThrow('killed');
      await world.read();

      expect(world.recorded.size).toBe(2);
      expect(world.done.filter((step) => step === 'seen 2').length).toBeGreaterThan(0);
      expect(world.done.at(-1)).toBe('close');
    },
  );

  it('stops at a report that came before the end of its letter was written down, and goes on there', async () => {
    const world = over({ lying: [aReport, aReport, aReport], outcomes: ['bounced', 'early', 'bounced'] });

    expect(await world.read()).toMatchObject({ bounced: 1, aside: 0 });
    expect(world.done).toEqual(['record 1', 'seen 1', 'advance 1', 'record 2', 'close']);
  });
});
