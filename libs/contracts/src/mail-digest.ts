import { digestMinute, type LocalDate } from '@dialogue/domain';

import { taskQueues, type TaskQueue } from './task-queues.js';
import { workflowTypes } from './workflow-ids.js';

/** What was gathered in one step. */
export interface GatheredDigests {
  /** How many digests were made, and of how many letters. */
  readonly digests: number;
  readonly letters: number;
  /** Addresses may be left: ask again. */
  readonly isMore: boolean;
}

/** The step of a morning, on the queue `report`. */
export interface MailDigestActivities {
  /** Makes digests of what waits, some addresses at a time. Each address has one a day, so the step may run again. */
  readonly gatherDigests: (morning: { readonly on: LocalDate }) => Promise<GatheredDigests>;
}

/** The Schedule of every morning at 07:30, and what it starts; Temporal appends the instant to the id. */
export const morningDigest: {
  readonly scheduleId: string;
  /** In Vietnam. */
  readonly time: { readonly hour: number; readonly minute: number };
  readonly workflowId: string;
  readonly workflowType: string;
  readonly taskQueue: TaskQueue;
  readonly args: readonly [];
} = {
  scheduleId: 'mail-digest',
  time: { hour: Math.floor(digestMinute / 60), minute: digestMinute % 60 },
  workflowId: 'digest/morning',
  workflowType: workflowTypes.mailDigest,
  taskQueue: taskQueues.report,
  args: [],
};
