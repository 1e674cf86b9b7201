import { taskQueues, type TaskQueue } from '@dialogue/contracts';
import type { Connection } from '@temporalio/client';

/** Longer than the minute that a poll lasts: a worker that polls without end is always younger than that. */
const longestSilenceMs = 120_000;

/** Numbers of the kinds on the wire (`temporal.api.enums.v1.TaskQueueType`): workflows and activities. */
const kindsOfTasks = [1, 2] as const;

/** The queues for which nobody on this machine has asked for work lately; none when its worker is well. */
export async function queuesUnserved(
  connection: Connection,
  namespace: string,
  host: string,
): Promise<readonly TaskQueue[]> {
  const queues = Object.values(taskQueues);
  const areServed = await Promise.all(queues.map((queue) => isServed(connection, { namespace, queue, host })));
  return queues.filter((_, index) => areServed[index] !== true);
}

interface Served {
  readonly namespace: string;
  readonly queue: TaskQueue;
  readonly host: string;
}

async function isServed(connection: Connection, { namespace, queue, host }: Served): Promise<boolean> {
  const descriptions = await Promise.all(
    kindsOfTasks.map((taskQueueType) =>
      // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the client does not export that enum
      connection.workflowService.describeTaskQueue({ namespace, taskQueue: { name: queue }, taskQueueType }),
    ),
  );
  const oldest = Date.now() - longestSilenceMs;
  // The SDK names a worker `<process id>@<host>`.
  return descriptions
    .flatMap(({ pollers }) => pollers)
    .some(
      ({ identity, lastAccessTime }) =>
        identity?.endsWith(`@${host}`) === true && Number(lastAccessTime?.seconds ?? 0) * 1000 > oldest,
    );
}
