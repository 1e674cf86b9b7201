import type { Logger } from '@dialogue/observability';
import { Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';

import { workflowBundleOptions } from '../workflow-bundle.js';
import type { ServedQueue } from './activity-sets.js';

/** The Temporal workers of this process, one a queue. */
export interface QueueWorkers {
  /** Settles when every worker has stopped; rejects when one fails. */
  readonly done: Promise<void>;
  /** Lets what is under way finish, then stops. */
  drain(): Promise<void>;
}

export interface QueueWorkerSettings {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly queues: readonly ServedQueue[];
  /** A bundle built beforehand; else it is built now. */
  readonly bundlePath: string | undefined;
  /** Of each queue; one that is not kept is read from its history when something happens to it. */
  readonly maxCachedWorkflows: number;
  readonly logger: Logger;
}

/** How long activities under way may go on after a stop was asked for. */
const shutdownGraceTime = '8 seconds';

export async function startQueueWorkers(settings: QueueWorkerSettings): Promise<QueueWorkers> {
  const workers = await Promise.all(settings.queues.map((queue) => Worker.create(optionsOf(settings, queue))));
  const done = Promise.all(workers.map((worker) => worker.run())).then(() => undefined);
  // Whoever awaits `done` hears of a failure; nobody listening yet must not end the process.
  done.catch(() => undefined);
  return { done, drain };

  async function drain(): Promise<void> {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await done.catch((error: unknown) => {
      settings.logger.error('A Temporal worker did not stop cleanly', { error });
    });
  }
}

function optionsOf(settings: QueueWorkerSettings, queue: ServedQueue): WorkerOptions {
  const { connection, namespace, bundlePath, maxCachedWorkflows } = settings;
  const { taskQueue, activities, hasWorkflows, rate, atOnce } = queue;
  return {
    connection,
    namespace,
    taskQueue,
    activities,
    maxCachedWorkflows,
    shutdownGraceTime,
    shutdownForceTime: '12 seconds',
    ...(hasWorkflows ? workflowsFrom(bundlePath) : {}),
    ...(rate === undefined ? {} : { maxTaskQueueActivitiesPerSecond: rate }),
    ...(atOnce === undefined ? {} : { maxConcurrentActivityTaskExecutions: atOnce }),
  };
}

function workflowsFrom(
  codePath: string | undefined,
): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath' | 'bundlerOptions'> {
  if (codePath !== undefined) return { workflowBundle: { codePath } };
  const { workflowsPath, ...bundlerOptions } = workflowBundleOptions;
  return { workflowsPath, bundlerOptions };
}
