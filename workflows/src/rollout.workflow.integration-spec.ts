import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { launchOf, type Rollout, type RolloutProgress } from '@dialogue/contracts';
import type { Instant } from '@dialogue/domain';

import { pageOf, useStoryServer, type Handle } from './case-stories.fixture.js';

const { server, told } = useStoryServer();

interface Told {
  readonly handle: Handle;
  /** When cases were told, and how often the rollout ended. */
  readonly steps: Instant[];
  readonly ends: Instant[];
}

/** Starts a rollout over a register that says so, one answer after the other; the last for ever. */
async function started(rollouts: readonly (Rollout | null)[], progress: readonly RolloutProgress[]): Promise<Told> {
  const { env, serve } = server();
  const [steps, ends]: [Instant[], Instant[]] = [[], []];
  let loads = 0;
  serve({
    rollout: {
      loadRollout: async () => Promise.resolve(rollouts[Math.min(loads++, rollouts.length - 1)] ?? null),
      tellCases: async () => {
        const answer = progress[Math.min(steps.length, progress.length - 1)] ?? { told: 0, lagging: 0 };
        steps.push(await env.currentTimeMs());
        return answer;
      },
      finishRollout: async () => {
        ends.push(await env.currentTimeMs());
        return { letters: 3 };
      },
    },
  });
  const { workflowType, workflowId, taskQueue, args } = launchOf('rollout', `calendar/${randomUUID()}`);
  const handle = await env.client.workflow.start(workflowType, { workflowId, taskQueue, args });
  told({
    end: async () => {
      await handle.result();
    },
  });
  return { handle, steps, ends };
}

describe('a rollout', () => {
  it('D11.1c: tells some cases at a time until none lags behind, then owes the letters', async () => {
    const { env } = server();
    const now = await env.currentTimeMs();
    const progress = [
      { told: 200, lagging: 250 },
      { told: 50, lagging: 50 },
      { told: 0, lagging: 7 },
      { told: 0, lagging: 0 },
    ];
    const { handle, steps, ends } = await started([{ kind: 'calendar', startsAt: now }], progress);
    await handle.result();

    expect(steps).toHaveLength(4);
    expect(steps[3]! - steps[2]!).toBeGreaterThanOrEqual(15_000);
    expect(ends).toHaveLength(1);
    const shift = { daysBack: (text: string): string => text };
    expect(await pageOf({ handle, shift })).toContain('**Đã xong.** Số thư thông báo đã lập: 3');
  });

  it('D11.3: waits for its day', async () => {
    const { env } = server();
    const startsAt = (await env.currentTimeMs()) + 3 * 86_400_000;
    const { handle, steps } = await started([{ kind: 'organisation', startsAt }], [{ told: 0, lagging: 0 }]);
    await handle.result();

    expect(steps[0]).toBeGreaterThanOrEqual(startsAt);
  });

  it('D11.3: does nothing when it was withdrawn before its day', async () => {
    const { env } = server();
    const startsAt = (await env.currentTimeMs()) + 3 * 86_400_000;
    const { handle, steps, ends } = await started([{ kind: 'organisation', startsAt }, null], []);
    await handle.result();

    expect([...steps, ...ends]).toEqual([]);
  });
});
