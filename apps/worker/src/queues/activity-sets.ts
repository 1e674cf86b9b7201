import {
  createBounceActivities,
  createImportActivities,
  createLedgerActivities,
  createMailActivities,
  createMailDigestActivities,
  createMailRecordActivities,
  createReconciliationActivities,
  createReportActivities,
  createRolloutActivities,
  createSilenceActivities,
  type BouncePorts,
  type DigestPort,
  type ImportPort,
  type LedgerPort,
  type MailPorts,
  type ReconciliationPorts,
  type ReportPort,
  type RolloutPort,
  type SilencePort,
} from '@dialogue/activities';
import { taskQueues, type TaskQueue } from '@dialogue/contracts';

/** What the worker serves on each queue; activities may only be called on the queue that they stand under. */
export interface ServedQueue {
  readonly taskQueue: TaskQueue;
  readonly hasWorkflows: boolean;
  readonly activities: object;
  /** Activities a second over all workers, kept by the server. */
  readonly rate?: number;
  /** Activities at the same time in this process; absent: as the SDK has it. */
  readonly atOnce?: number;
}

/** What the queue of letters is held to. */
export interface MailPace {
  readonly perSecond: number;
  /** No letter is claimed that would wait for a connection; null: each has one of its own. */
  readonly connections: number | null;
}

/** What the activities stand on. */
interface ServedPorts {
  readonly ledger: LedgerPort & ReportPort;
  readonly rollouts: RolloutPort;
  readonly imports: ImportPort;
  readonly reconciliation: ReconciliationPorts;
  readonly mail: MailPorts;
  readonly bounces: BouncePorts;
  readonly silences: SilencePort;
  readonly digests: DigestPort;
  readonly publicUrl: string;
}

/** Wires the adapters into activities: the only place that knows both. */
export function servedQueues(ports: ServedPorts, pace: MailPace): readonly ServedQueue[] {
  return [
    { taskQueue: taskQueues.case, hasWorkflows: true, activities: {} },
    {
      taskQueue: taskQueues.ledger,
      hasWorkflows: false,
      activities: {
        ...createLedgerActivities(ports.ledger, ports.publicUrl),
        ...createMailRecordActivities(ports.mail),
      },
    },
    {
      taskQueue: taskQueues.mail,
      hasWorkflows: true,
      activities: createMailActivities(ports.mail),
      rate: pace.perSecond,
      ...(pace.connections === null ? {} : { atOnce: pace.connections }),
    },
    {
      taskQueue: taskQueues.report,
      hasWorkflows: true,
      activities: {
        ...createReportActivities(ports.ledger),
        ...createRolloutActivities(ports.rollouts),
        ...createImportActivities(ports.imports),
        ...createReconciliationActivities(ports.reconciliation),
        ...createBounceActivities(ports.bounces),
        ...createSilenceActivities(ports.silences),
        ...createMailDigestActivities(ports.digests),
      },
    },
  ];
}
