import { resolveTimeSkippingServer } from '@dialogue/infra';
import {
  searchAttributeTypes,
  taskQueues,
  type CaseLedger,
  type MailActivities,
  type MailRecordActivities,
} from '@dialogue/contracts';
import type { Petition } from '@dialogue/domain';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  bundleWorkflowCode,
  DefaultLogger,
  makeTelemetryFilterString,
  Runtime,
  Worker,
  type BundleOptions,
} from '@temporalio/worker';

/** The steps that a test serves at the moment. */
export interface ServedSteps {
  readonly ledger?: CaseLedger<Petition>;
  readonly mail?: MailActivities & MailRecordActivities;
}

/** A time-skipping server with a worker for every queue, whose steps a test replaces as it goes. */
export interface WorkflowServer {
  readonly env: TestWorkflowEnvironment;
  /** Runs the steps of the workflows from now on. */
  readonly serve: (steps: ServedSteps) => void;
  /** Begins to serve another queue of cases, on which nobody has worked so far, until the promise settles. */
  readonly serveCasesOn: (taskQueue: string, until: Promise<unknown>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Numbers of the types on the wire (`temporal.api.enums.v1.IndexedValueType`). */
const wireTypes = { KEYWORD: 2, DATETIME: 6, KEYWORD_LIST: 7 } as const;

/** Bundles the workflows and starts server and workers; once a file of specs. */
export async function startWorkflowServer(bundle: BundleOptions): Promise<WorkflowServer> {
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter } } });
  const path = await resolveTimeSkippingServer();
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  const { connection, nativeConnection, namespace = 'default' } = env;
  // This server cannot list what it knows, so `ensureSearchAttributes` does not serve here.
  const searchAttributes = Object.fromEntries(
    Object.entries(searchAttributeTypes).map(([name, type]) => [name, wireTypes[type]]),
  );
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  const workflowBundle = await bundleWorkflowCode({ logger: new DefaultLogger('ERROR'), ...bundle });
  let steps: ServedSteps = {};
  const served = activities(() => steps);
  const { deliverLetter, ...onLedger } = served;
  const workers = await Promise.all([
    Worker.create({ connection: nativeConnection, namespace, taskQueue: taskQueues.case, workflowBundle }),
    Worker.create({ connection: nativeConnection, namespace, taskQueue: taskQueues.ledger, activities: onLedger }),
    Worker.create({
      connection: nativeConnection,
      namespace,
      taskQueue: taskQueues.mail,
      workflowBundle,
      activities: { deliverLetter },
    }),
  ]);
  const running = Promise.all(workers.map(async (worker) => worker.run()));
  return {
    env,
    serve: (next): void => {
      steps = next;
    },
    serveCasesOn: async (taskQueue, until): Promise<void> => {
      const worker = await Worker.create({ connection: nativeConnection, namespace, taskQueue, workflowBundle });
      await worker.runUntil(until);
    },
    stop: async (): Promise<void> => {
      for (const worker of workers) worker.shutdown();
      await running;
      await env.teardown();
    },
  };
}

function activities(steps: () => ServedSteps): CaseLedger<Petition> & MailActivities & MailRecordActivities {
  const ledger = (): CaseLedger<Petition> => present(steps().ledger);
  const mail = (): MailActivities & MailRecordActivities => present(steps().mail);
  return {
    recordTransition: async (entry) => ledger().recordTransition(entry),
    recordRefusal: async (entry) => ledger().recordRefusal(entry),
    loadCase: async (reference) => ledger().loadCase(reference),
    loadCalendar: async (range) => ledger().loadCalendar(range),
    deliverLetter: async (delivery) => mail().deliverLetter(delivery),
    recordGivenUp: async (delivery) => mail().recordGivenUp(delivery),
    recordDecision: async (decision) => mail().recordDecision(decision),
  };
}

function present<Steps>(steps: Steps | undefined): Steps {
  if (steps === undefined) throw new Error('The test serves no such steps');
  return steps;
}
