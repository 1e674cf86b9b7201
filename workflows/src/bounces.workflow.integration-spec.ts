import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { bounceReading, nightlySilences, type BounceRound } from '@dialogue/contracts';

import { pageOf, useStoryServer, type Handle } from './case-stories.fixture.js';

const { server } = useStoryServer();
const shift = { daysBack: (text: string): string => text };

interface Started {
  readonly handle: Handle;
  readonly tookMs: number;
}

async function ran({
  workflowType,
  workflowId,
  taskQueue,
}: typeof bounceReading | typeof nightlySilences): Promise<Started> {
  const { env } = server();
  const startedAt = await env.currentTimeMs();
  const options = { workflowId: `${workflowId}-${randomUUID()}`, taskQueue, args: [] };
  const handle = await env.client.workflow.start(workflowType, options);
  await handle.result();
  return { handle, tookMs: (await env.currentTimeMs()) - startedAt };
}

describe('a reading of the mailbox of bounces', () => {
  function reads(...rounds: readonly (BounceRound | Error)[]): () => number {
    let times = 0;
    server().serve({
      bounces: {
        readBounces: async () => {
          const round = rounds[Math.min(times, rounds.length - 1)]!;
          times += 1;
          return round instanceof Error ? Promise.reject(round) : Promise.resolve(round);
        },
      },
    });
    return () => times;
  }

  it('D11.3: ends with what it came upon', async () => {
    const times = reads({ kind: 'read', bounced: 2, delayed: 1, aside: 0, others: 3 });

    const { handle } = await ran(bounceReading);

    expect(times()).toBe(1);
    expect(await pageOf({ handle, shift })).toContain('Thư bị trả lại: 2');
  });

  it('is repeated until the mailbox is there', async () => {
    const times = reads(
      new Error('away'),
      new Error('away'),
      ...[{ kind: 'read' as const, bounced: 0, delayed: 0, aside: 0, others: 0 }],
    );

    await ran(bounceReading);

    expect(times()).toBe(3);
  });

  it('without a mailbox holds back its Schedule for an hour, and fills no list', async () => {
    reads({ kind: 'off' });

    const { tookMs } = await ran(bounceReading);

    expect(tookMs).toBeGreaterThanOrEqual(3_600_000);
  });
});

describe('a look at the bodies', () => {
  it('D11.3: says how many are silent, and of how many the superior was told', async () => {
    server().serve({ silences: { tellSilences: async () => Promise.resolve({ silent: 3, told: 1 }) } });

    const { handle } = await ran(nightlySilences);

    expect(await pageOf({ handle, shift })).toContain('Báo cấp trên lần này: 1');
  });
});
