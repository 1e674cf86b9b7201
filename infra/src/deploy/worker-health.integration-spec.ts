import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { taskQueues } from '@dialogue/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Connection } from '@temporalio/client';

import { startTemporalDevServer, type RunningTemporal } from '../local/temporal-server.js';
import { queuesUnserved } from './worker-health.js';

jest.setTimeout(60_000);

describe('queuesUnserved', () => {
  let folder = '';
  let temporal: RunningTemporal;
  let connection: Connection;
  let polling: Connection;
  const workersEnd = new AbortController();
  const polls: Promise<unknown>[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dialogue-worker-health-'));
    temporal = await startTemporalDevServer({ logFile: join(folder, 'temporal.log') });
    connection = await Connection.connect({ address: temporal.address });
    polling = await Connection.connect({ address: temporal.address });
  });

  afterAll(async () => {
    workersEnd.abort();
    await Promise.all(polls);
    await polling.close();
    await connection.close();
    await temporal.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('names every queue while nobody asks for work', async () => {
    expect(await queuesUnserved(connection, 'default', 'here')).toEqual(Object.values(taskQueues));
  });

  it('no longer names the queue for which this machine asks, whoever asks elsewhere', async () => {
    poll('mail', '7@here');
    poll('ledger', '7@there');

    const all: readonly string[] = Object.values(taskQueues);
    const others = all.filter((queue) => queue !== 'mail');
    for (const until = Date.now() + 20_000; Date.now() < until;) {
      if ((await queuesUnserved(connection, 'default', 'there')).length < all.length) break;
    }
    expect(await queuesUnserved(connection, 'default', 'here')).toEqual(others);
  });

  function poll(queue: string, identity: string): void {
    const asked = polling.withDeadline(Date.now() + 60_000, () =>
      polling.withAbortSignal(workersEnd.signal, () =>
        polling.workflowService.pollActivityTaskQueue({ namespace: 'default', taskQueue: { name: queue }, identity }),
      ),
    );
    polls.push(asked.catch(() => undefined));
  }
});
