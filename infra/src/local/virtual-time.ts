import type { Connection } from '@temporalio/client';
import Long from 'long';

import { LocalProblem } from './local-problem.js';

/** A case whose clock is being moved, and the id of this one move. */
export interface MovingCase {
  readonly connection: Connection;
  readonly namespace: string;
  readonly workflowId: string;
  readonly moveId: string;
}

const arrivalLimitMs = 60_000;
const idleLimitMs = 10_000;
/** Every timer on the way is one skip; the server's own limit of 100 is for mistakes, and a long case may have more. */
const mostSkips = 10_000;

/**
 * The server starts to move the clock of this one workflow. Only its timers skip, and only while nothing else is to be
 * done for it; with the arrival the skipping is off again.
 */
export async function moveClock(
  { connection, namespace, workflowId, moveId }: MovingCase,
  durationMs: number,
): Promise<void> {
  const duration = { seconds: Long.fromNumber(Math.floor(durationMs / 1000)) };
  await connection.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        maxSessionSkipCount: mostSkips,
        fastForwardConfig: { id: moveId, duration },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
}

/** The clock has arrived; the instant that it shows. @throws LocalProblem `advance.did_not_arrive` */
export async function waitForArrival(moving: MovingCase): Promise<Date> {
  for (const until = Date.now() + arrivalLimitMs; Date.now() < until;) {
    const { now, hasArrived, isRunning } = await describeClock(moving);
    // A case that ends on the way does not go on to the target.
    if ((hasArrived || !isRunning) && now !== null) return now;
    await pause(100);
  }
  throw new LocalProblem({
    code: 'advance.did_not_arrive',
    workflowId: moving.workflowId,
    reason: `${arrivalLimitMs / 1000} s`,
  });
}

/** What the arrival set off has been done: no task, no activity and no child of the workflow is pending. */
export async function waitUntilIdle(moving: MovingCase): Promise<void> {
  for (const until = Date.now() + idleLimitMs; Date.now() < until;) {
    if (!(await describeClock(moving)).isBusy) return;
    await pause(100);
  }
}

interface Clock {
  /** What the case's own clock shows; `null` when it was never moved. */
  readonly now: Date | null;
  readonly hasArrived: boolean;
  readonly isRunning: boolean;
  readonly isBusy: boolean;
}

/** `temporal.api.enums.v1.WorkflowExecutionStatus` */
const runningStatus = 1;

async function describeClock({ connection, namespace, workflowId, moveId }: MovingCase): Promise<Clock> {
  const description = await connection.workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId },
  });
  const { pendingActivities, pendingChildren, pendingWorkflowTask, workflowExecutionInfo } = description;
  const info = description.workflowExtendedInfo?.timeSkippingInfo;
  const config = info?.effectiveConfig;
  return {
    now: toDate(info?.currentTime),
    // This server says nothing of the move itself; it switches skipping off when the clock has arrived.
    hasArrived: config?.fastForwardConfig?.id === moveId && config.enabled !== true,
    isRunning: Number(workflowExecutionInfo?.status) === runningStatus,
    isBusy: pendingActivities.length + pendingChildren.length > 0 || (pendingWorkflowTask ?? null) !== null,
  };
}

interface Timestamp {
  readonly seconds?: { toNumber(): number } | null;
  readonly nanos?: number | null;
}

function toDate(timestamp: Timestamp | null | undefined): Date | null {
  if (timestamp === null || timestamp === undefined) return null;
  return new Date((timestamp.seconds?.toNumber() ?? 0) * 1000 + Math.floor((timestamp.nanos ?? 0) / 1e6));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
