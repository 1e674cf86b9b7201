import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { launchOf, type ImportProgress } from '@dialogue/contracts';
import type { Instant } from '@dialogue/domain';

import { pageOf, useStoryServer, type Handle } from './case-stories.fixture.js';

const { server, told } = useStoryServer();

function progress(wishes: Partial<ImportProgress>): ImportProgress {
  const counts = { registered: 0, running: 0, waiting: 0, starting: 0, refused: 0, duplicate: 0, cancelled: 0 };
  return { read: 350, ...counts, registeredNow: 0, isFinished: false, ...wishes };
}

/** Starts an import over a register that says so, one answer after the other; the last for ever. */
async function started(
  answers: readonly (ImportProgress | null)[],
): Promise<{ readonly handle: Handle; readonly steps: Instant[]; readonly firstRun: string }> {
  const { env, serve } = server();
  const steps: Instant[] = [];
  serve({
    imports: {
      registerRows: async () => {
        const answer = answers[Math.min(steps.length, answers.length - 1)] ?? null;
        steps.push(await env.currentTimeMs());
        return answer;
      },
    },
  });
  const { workflowType, workflowId, taskQueue, args } = launchOf('import', randomUUID());
  const handle = await env.client.workflow.start(workflowType, { workflowId, taskQueue, args });
  const { runId: firstRun } = await handle.describe();
  told({
    end: async () => {
      await handle.result();
    },
  });
  return { handle, steps, firstRun };
}

const shift = { daysBack: (text: string): string => text };

describe('an import', () => {
  it('registers rows until none waits and every case has begun, and says in Vietnamese how far it is', async () => {
    const { handle, steps } = await started([
      progress({ waiting: 250, registered: 100, starting: 100, registeredNow: 100 }),
      progress({ waiting: 250, registered: 100, starting: 90, running: 10 }),
      progress({ registered: 340, running: 340, refused: 7, duplicate: 3, isFinished: true }),
    ]);
    await handle.result();

    expect(steps).toHaveLength(3);
    expect(steps[2]! - steps[1]!).toBeGreaterThanOrEqual(1_000);
    const page = await pageOf({ handle, shift });
    expect(page).toContain('**Đã xong**');
    expect(page).toContain('- Hồ sơ đang chạy: 340');
    expect(page).toContain('- Không nhận được: 7');
  });

  it('asks less and less often while nothing moves', async () => {
    const stuck = progress({ registered: 350, starting: 350 });
    const { handle, steps } = await started([
      ...Array.from({ length: 9 }, () => stuck),
      progress({ isFinished: true }),
    ]);
    await handle.result();

    expect(steps[1]! - steps[0]!).toBeLessThan(10_000);
    expect(steps[9]! - steps[8]!).toBeGreaterThanOrEqual(30_000);
  });

  it('goes on in a new run before its history is long', async () => {
    const many = Array.from({ length: 200 }, (_, index) => progress({ waiting: 300 - index, registeredNow: 1 }));
    const { handle, steps, firstRun } = await started([...many, progress({ isFinished: true })]);
    await handle.result();

    expect(steps).toHaveLength(201);
    const { runId } = await server().env.client.workflow.getHandle(handle.workflowId).describe();
    expect(runId).not.toBe(firstRun);
  });

  it('ends at once when there is no such import', async () => {
    const { handle, steps } = await started([null]);
    await handle.result();

    expect(steps).toHaveLength(1);
    expect(await pageOf({ handle, shift })).toContain('**Không có lần nhập này.**');
  });
});
