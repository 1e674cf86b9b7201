import { Client, ScheduleClient, ScheduleOverlapPolicy, type Connection } from '@temporalio/client';

import { advanceCase } from '../local/advance-case.js';
import type { DataPaths } from '../local/paths.js';
import { findRunning } from '../local/running.js';
import { ensureSecrets } from '../local/secrets.js';
import { withTemporal } from '../setup/temporal-connection.js';
import { patiently } from './patience.js';
import { aheadMsOf } from './story-days.js';

const minuteMs = 60_000;

/** Moves cases of the running stack in virtual time; days are counted from the beginning of the story. */
export interface Clocks {
  /** The case has lived until noon of this day of the story: its timers have fired, what they cause is recorded. */
  moveTo(workflowId: string, day: number): Promise<void>;
  isRunning(workflowId: string): Promise<boolean>;
  /** Lets a Schedule act now; the id of the workflow that it started. */
  trigger(scheduleId: string): Promise<string>;
}

/**
 * Over the stack that runs in this folder; one that is stopped or breaks off in the middle of a move is waited for, and the
 * move goes on from where the clock of the case then stands.
 */
export function openClocks(paths: DataPaths, onWaiting: () => void): Clocks {
  const aheadMs = new Map<string, number>();

  async function advance(workflowId: string, durationMs: number): Promise<void> {
    const { postgresPassword } = await ensureSecrets(paths.secrets);
    const stack = await runningStack(paths);
    const { now } = await advanceCase({ stack, postgresPassword, workflowId, durationMs });
    // Rounded: while one looks, real time passes, too.
    aheadMs.set(workflowId, Math.round((now.getTime() - Date.now()) / minuteMs) * minuteMs);
  }

  async function moveTo(workflowId: string, day: number): Promise<void> {
    await patiently(onWaiting, async (lastError) => {
      // After a move that broke off nobody knows where the clock stands: one second tells.
      if (lastError !== null) await advance(workflowId, 1_000);
      const missingMs = aheadMsOf(day) - (aheadMs.get(workflowId) ?? 0);
      if (missingMs >= minuteMs) await advance(workflowId, missingMs);
      return true;
    });
  }

  const isRunning: Clocks['isRunning'] = (workflowId) => inTemporal(paths, (client) => runs(client, workflowId));
  const trigger: Clocks['trigger'] = (scheduleId) =>
    inTemporal(paths, (client) => triggered(client, scheduleId, onWaiting));
  return { moveTo, isRunning, trigger };
}

async function runs({ connection, namespace }: Temporal, workflowId: string): Promise<boolean> {
  const { status } = await new Client({ connection, namespace }).workflow.getHandle(workflowId).describe();
  return status.name === 'RUNNING';
}

async function triggered(
  { connection, namespace }: Temporal,
  scheduleId: string,
  onWaiting: () => void,
): Promise<string> {
  const handle = new ScheduleClient({ connection, namespace }).getHandle(scheduleId);
  const before = (await handle.describe()).info.numActionsTaken;
  await handle.trigger(ScheduleOverlapPolicy.ALLOW_ALL);
  return patiently(onWaiting, async () => {
    const { numActionsTaken, recentActions } = (await handle.describe()).info;
    const action = recentActions.at(-1)?.action;
    return numActionsTaken > before && action?.type === 'startWorkflow' ? action.workflow.workflowId : null;
  });
}

interface Temporal {
  readonly connection: Connection;
  readonly namespace: string;
}

async function inTemporal<Result>(paths: DataPaths, work: (temporal: Temporal) => Promise<Result>): Promise<Result> {
  const { temporalAddress: address, temporalNamespace: namespace } = await runningStack(paths);
  return withTemporal({ address, connectTimeoutMs: 10_000 }, (connection) => work({ connection, namespace }));
}

async function runningStack({ running }: DataPaths): Promise<NonNullable<Awaited<ReturnType<typeof findRunning>>>> {
  const stack = await findRunning(running);
  if (stack === null) throw new Error('The stack does not run');
  return stack;
}
