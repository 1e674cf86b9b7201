import { taskQueues, type TaskQueue } from './task-queues.js';
import { workflowTypes } from './workflow-ids.js';

/** What one reading of the mailbox of bounces came upon; `off`: no mailbox is set. */
export type BounceRound = { readonly kind: 'off' } | ({ readonly kind: 'read' } & BounceCounts);

/** How many reports of what kind one reading came upon. */
export interface BounceCounts {
  /** Letters that have come back. */
  readonly bounced: number;
  /** Letters that are still under way, says their server. */
  readonly delayed: number;
  /** Reports that changed nothing: of no letter of ours, of another recipient, or known. */
  readonly aside: number;
  /** Mail that is no report. */
  readonly others: number;
}

/** Reads the mailbox to which reports of delivery come (RFC 3464), on the queue `report`. */
export interface BounceActivities {
  /** May run twice: a report that was recorded changes nothing the second time. */
  readonly readBounces: () => Promise<BounceRound>;
}

/** The Schedule that has the mailbox read, and what it starts; Temporal appends the instant to the id. */
export const bounceReading: {
  readonly scheduleId: string;
  readonly workflowId: string;
  readonly workflowType: string;
  readonly taskQueue: TaskQueue;
  readonly args: readonly [];
} = {
  scheduleId: 'bounces',
  workflowId: 'bounces',
  workflowType: workflowTypes.bounces,
  taskQueue: taskQueues.report,
  args: [],
};
