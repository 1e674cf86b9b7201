import { taskQueues, type TaskQueue } from './task-queues.js';
import { workflowTypes } from './workflow-ids.js';

/** What a night's look at the bodies found. */
export interface SilenceRound {
  /** Bodies that are silent. */
  readonly silent: number;
  /** Of these, whose superior has been told now. */
  readonly told: number;
}

/** D11.3: looks for bodies that do not stir, on the queue `report`. */
export interface SilenceActivities {
  /** May run twice: a silence is told once. */
  readonly tellSilences: () => Promise<SilenceRound>;
}

/** The Schedule of every night, and what it starts; Temporal appends the instant to the id. */
export const nightlySilences: {
  readonly scheduleId: string;
  readonly workflowId: string;
  readonly workflowType: string;
  readonly taskQueue: TaskQueue;
  readonly args: readonly [];
} = {
  scheduleId: 'silences-nightly',
  workflowId: 'silences/nightly',
  workflowType: workflowTypes.silences,
  taskQueue: taskQueues.report,
  args: [],
};
