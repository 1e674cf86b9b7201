import { resolveTimeSkippingServer } from '@dialogue/infra';
import {
  searchAttributeTypes,
  taskQueues,
  type BounceActivities,
  type CaseLedger,
  type ImportActivities,
  type MailActivities,
  type MailDigestActivities,
  type MailRecordActivities,
  type ReconciliationActivities,
  type ReportOpenerActivities,
  type RolloutActivities,
  type SilenceActivities,
} from '@dialogue/contracts';
import type { StoredCase } from '@dialogue/domain';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker, type BundleOptions } from '@temporalio/worker';

import { bundleOnce } from './bundle-once.js';

/** The register of any kind of case. */
type ServedLedger = Omit<CaseLedger<never>, 'loadCase'> & {
  readonly loadCase: (...reference: Parameters<CaseLedger<never>['loadCase']>) => Promise<StoredCase<unknown>>;
};

/** The steps that a test serves at the moment; a case that is served by itself has its own register. */
export interface ServedSteps {
  readonly ledger?: Partial<ServedLedger>;
  readonly mail?: MailActivities & MailRecordActivities;
  readonly report?: ReportOpenerActivities;
  readonly rollout?: RolloutActivities;
  readonly imports?: ImportActivities;
  readonly reconciliation?: ReconciliationActivities;
  readonly bounces?: BounceActivities;
  readonly silences?: SilenceActivities;
  readonly digests?: MailDigestActivities;
}

/** A time-skipping server with a worker for every queue, whose steps a test replaces as it goes. */
export interface WorkflowServer {
  readonly env: TestWorkflowEnvironment;
  /** Runs the steps of the workflows from now on, of all cases. */
  readonly serve: (steps: ServedSteps) => void;
  /** Runs the steps of one case on a register of its own from now on, beside those of others. */
  readonly serveCase: (caseId: string, ledger: ServedLedger) => void;
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
  const workflowBundle = await bundleOnce({ logger: new DefaultLogger('ERROR'), ...bundle });
  let steps: ServedSteps = {};
  const ledgers = new Map<string, ServedLedger>();
  const { onLedger, onMail, onReport } = activities(
    () => steps,
    (caseId) => ledgers.get(caseId),
  );
  const workers = await Promise.all([
    Worker.create({ connection: nativeConnection, namespace, taskQueue: taskQueues.case, workflowBundle }),
    Worker.create({ connection: nativeConnection, namespace, taskQueue: taskQueues.ledger, activities: onLedger }),
    Worker.create({
      connection: nativeConnection,
      namespace,
      taskQueue: taskQueues.mail,
      workflowBundle,
      activities: onMail,
    }),
    Worker.create({
      connection: nativeConnection,
      namespace,
      taskQueue: taskQueues.report,
      workflowBundle,
      activities: onReport,
    }),
  ]);
  const running = Promise.all(workers.map(async (worker) => worker.run()));
  return {
    env,
    serve: (next): void => {
      steps = next;
      ledgers.clear();
    },
    serveCase: (caseId, ledger): void => {
      ledgers.set(caseId, ledger);
      steps = { ...steps, ledger: { loadCalendar: ledger.loadCalendar } };
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

/** The steps by the queue that they stand on. */
interface StepsOfQueues {
  readonly onLedger: ServedLedger & MailRecordActivities;
  readonly onMail: MailActivities;
  readonly onReport: ReportOpenerActivities &
    RolloutActivities &
    ImportActivities &
    ReconciliationActivities &
    BounceActivities &
    SilenceActivities &
    MailDigestActivities;
}

function activities(steps: () => ServedSteps, ledgerOf: (caseId: string) => ServedLedger | undefined): StepsOfQueues {
  const ledger = ({ caseId }: { readonly caseId: string }): Partial<ServedLedger> =>
    ledgerOf(caseId) ?? present(steps().ledger);
  const mail = (): MailActivities & MailRecordActivities => present(steps().mail);
  return {
    onLedger: {
      recordTransition: async (entry) => present(ledger(entry).recordTransition)(entry),
      recordRefusal: async (entry) => present(ledger(entry).recordRefusal)(entry),
      loadCase: async (reference) => present(ledger(reference).loadCase)(reference),
      loadCalendar: async (range) => present(steps().ledger?.loadCalendar)(range),
      planDelivery: async (question) => mail().planDelivery(question),
      recordGivenUp: async (delivery) => mail().recordGivenUp(delivery),
      recordDecision: async (decision) => mail().recordDecision(decision),
    },
    onMail: { deliverLetter: async (delivery) => mail().deliverLetter(delivery) },
    onReport: {
      openReports: async (opening) => present(steps().report).openReports(opening),
      loadRollout: async (start) => present(steps().rollout).loadRollout(start),
      tellCases: async (start) => present(steps().rollout).tellCases(start),
      finishRollout: async (start) => present(steps().rollout).finishRollout(start),
      registerRows: async (start) => present(steps().imports).registerRows(start),
      beginReconciliation: async (reference) => present(steps().reconciliation).beginReconciliation(reference),
      reconcilePage: async (page) => present(steps().reconciliation).reconcilePage(page),
      finishReconciliation: async (reference) => present(steps().reconciliation).finishReconciliation(reference),
      readBounces: async () => present(steps().bounces).readBounces(),
      tellSilences: async () => present(steps().silences).tellSilences(),
      gatherDigests: async (morning) => present(steps().digests).gatherDigests(morning),
    },
  };
}

function present<Steps>(steps: Steps | undefined): Steps {
  if (steps === undefined) throw new Error('The test serves no such steps');
  return steps;
}
