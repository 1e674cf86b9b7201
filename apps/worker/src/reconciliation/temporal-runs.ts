import type { ReconciledReference, RunsPort } from '@dialogue/activities';
import { launchOf, searchAttributes, workflowId, workflowTypes } from '@dialogue/contracts';
import { caseKinds, type SeenRun } from '@dialogue/domain';
import { WorkflowNotFoundError, type Client, type WorkflowExecutionDescription } from '@temporalio/client';

const deadlineMs = 10_000;
/** A task that has failed so often fails for its code; one that waits for a worker stays at its first attempt. */
const failingTasks = 5;
/** With the pauses of the ledger's steps that is ten minutes, and a word of the ledger itself is final. */
const failingSteps = { said: 3, other: 15 } as const;

/** How a reconciliation sees the runs of Temporal, starts and ends them. */
export function createTemporalRuns(client: Client): RunsPort {
  return {
    look: (reference) => look(client, reference),
    start: async ({ kind, id }) => {
      const { workflowType, ...launch } = launchOf(kind, id);
      await client.withDeadline(Date.now() + deadlineMs, () => client.workflow.start(workflowType, launch));
    },
    end: async ({ kind, id }, runId) => {
      try {
        await client.workflow
          .getHandle(workflowId(kind, id), runId)
          .terminate('reconciliation: starts anew from the register');
      } catch (error) {
        // It has ended meanwhile, or another run has taken its place.
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    },
    list: (after, limit) => list(client, after, limit),
  };
}

async function look(client: Client, { kind, id }: ReconciledReference): ReturnType<RunsPort['look']> {
  try {
    const handle = client.workflow.getHandle(workflowId(kind, id));
    const described = await client.withDeadline(Date.now() + deadlineMs, () => handle.describe());
    const status = described.status.name === 'RUNNING' ? 'running' : 'ended';
    return {
      status,
      runId: described.runId,
      stage: described.typedSearchAttributes.get(searchAttributes.caseStage) ?? null,
      isTaskFailing: (described.raw.pendingWorkflowTask?.attempt ?? 0) >= failingTasks,
      failingStep: failingStepOf(described),
    };
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    return { status: 'missing', runId: null, stage: null, isTaskFailing: false, failingStep: null };
  }
}

/** What the ledger says when its rows and a run disagree (`LedgerConflict`, `LedgerGap`). */
const saidByLedger: Readonly<Record<string, NonNullable<SeenRun['failingStep']>>> = {
  LedgerConflict: 'registerAhead',
  LedgerGap: 'runAhead',
};

function failingStepOf({ raw }: WorkflowExecutionDescription): SeenRun['failingStep'] {
  return (raw.pendingActivities ?? []).map(failureOf).find((failure) => failure !== null) ?? null;
}

type PendingActivity = NonNullable<WorkflowExecutionDescription['raw']['pendingActivities']>[number];

function failureOf({ attempt, lastFailure }: PendingActivity): SeenRun['failingStep'] {
  if (lastFailure == null) return null;
  const said = saidByLedger[lastFailure.applicationFailureInfo?.type ?? ''];
  const attempts = attempt ?? 0;
  if (said !== undefined && attempts >= failingSteps.said) return said;
  return attempts >= failingSteps.other ? 'other' : null;
}

const query = `ExecutionStatus = 'Running' AND WorkflowType IN (${caseKinds.map((kind) => `'${workflowTypes[kind]}'`).join(', ')})`;

async function list(client: Client, after: string | null, limit: number): ReturnType<RunsPort['list']> {
  const { executions, nextPageToken } = await client.withDeadline(Date.now() + deadlineMs, () =>
    client.workflowService.listWorkflowExecutions({
      namespace: client.options.namespace,
      query,
      pageSize: limit,
      ...(after === null ? {} : { nextPageToken: Buffer.from(after, 'base64') }),
    }),
  );
  const next = Buffer.from(nextPageToken).toString('base64');
  const items = executions.flatMap(({ execution }) => referenceOf(execution?.workflowId ?? ''));
  return { items, next: next === '' ? null : next };
}

/** Somebody may have started a workflow of a case under any id: that is none of ours to name. */
function referenceOf(id: string): readonly ReconciledReference[] {
  const kind = caseKinds.find((each) => id.startsWith(`${each}/`));
  return kind === undefined ? [] : [{ kind, id: id.slice(kind.length + 1) }];
}
