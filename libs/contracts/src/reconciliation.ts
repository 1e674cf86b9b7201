import { taskQueues, type TaskQueue } from './task-queues.js';
import { workflowTypes } from './workflow-ids.js';

/** What is gone through, one after the other: what should run, then what does. */
export const reconciliationPhases = ['cases', 'beginnings', 'letters', 'rollouts', 'imports', 'runs'] as const;
export type ReconciliationPhase = (typeof reconciliationPhases)[number];

/** How far a reconciliation has come: the last workflow id looked at, or Temporal's own mark in a list; null: none yet. */
export interface ReconciliationPlace {
  readonly phase: ReconciliationPhase;
  readonly after: string | null;
}

/** How many workflows were looked at, and of how many something was found. */
export interface ReconciliationCounts {
  readonly looked: number;
  readonly found: number;
}

/** The argument of `reconciliationWorkflow`; `carried` from run to run. */
export interface ReconciliationStart {
  readonly carried?: { readonly place: ReconciliationPlace; readonly counts: ReconciliationCounts };
}

/** What one step went through, and where the next one begins; null: everything has been looked at. */
export interface ReconciledPage extends ReconciliationCounts {
  readonly next: ReconciliationPlace | null;
}

/** Names one reconciliation: what follows `reconciliation/` in the id of its workflow. */
export interface ReconciliationReference {
  readonly reconciliationId: string;
}

/** The steps of a reconciliation, on the queue `report`. Each may run twice: what was mended is found no more. */
export interface ReconciliationActivities {
  /** False: another one is under way. */
  readonly beginReconciliation: (reference: ReconciliationReference) => Promise<boolean>;
  /** Some of what should run, or runs; null: another one has taken this one's place. */
  readonly reconcilePage: (page: ReconciliationReference & ReconciliationPlace) => Promise<ReconciledPage | null>;
  /** How many findings a person has to look at. */
  readonly finishReconciliation: (
    reference: ReconciliationReference & { readonly looked: number },
  ) => Promise<{ readonly forPeople: number }>;
}

/** The Schedule of every night, and what it starts; Temporal appends the instant to the id. */
export const nightlyReconciliation: {
  readonly scheduleId: string;
  readonly workflowId: string;
  readonly workflowType: string;
  readonly taskQueue: TaskQueue;
  readonly args: readonly [ReconciliationStart];
} = {
  scheduleId: 'reconciliation-nightly',
  workflowId: 'reconciliation/nightly',
  workflowType: workflowTypes.reconciliation,
  taskQueue: taskQueues.report,
  args: [{}],
};
