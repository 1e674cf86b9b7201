import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

const taskQueue = 'bench-bare';

/**
 * Temporal alone: a workflow that runs one empty activity for each signal. Its worker lives in this process, and the
 * activity itself says that it has run, which costs less than any other way to learn of it.
 *
 * @param {string} address of the server
 * @param {number} signals for each workflow
 * @returns {Promise<import('./drives.js').Drive & { stop(): Promise<void> }>}
 */
export async function bareDrive(address, signals) {
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
  const waiting = new Map();
  const native = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    ...{ connection: native, taskQueue },
    workflowsPath: fileURLToPath(new URL('./bare.workflow.js', import.meta.url)),
    activities: { nothing: async (id) => waiting.get(id)?.() },
  });
  const running = worker.run();
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  return {
    name: 'bare Temporal',
    async live(took) {
      const workflowId = `bare/${randomUUID()}`;
      for (let index = 0; index < signals; index += 1) {
        const began = performance.now();
        const id = randomUUID();
        const hasRun = new Promise((resolve) => waiting.set(id, resolve));
        const signal = { signal: 'command', signalArgs: [id], args: [signals] };
        await client.workflow.signalWithStart('bareWorkflow', { workflowId, taskQueue, ...signal });
        await hasRun;
        waiting.delete(id);
        took(performance.now() - began);
      }
    },
    async stop() {
      worker.shutdown();
      await running;
      await Promise.all([connection.close(), native.close()]);
    },
  };
}
