import { readFile } from 'node:fs/promises';

import { waitUntilReady, type ServerProcess } from '@dialogue/infra';

import type { Machine } from './machine.js';
import { timed } from './measuring.js';

/** The services that last, as they run now. */
export interface RunningServers {
  /** Starts one and waits until its own health check says that it is well. */
  startHealthy(name: string): Promise<void>;
  /** Asks one to end, as the container engine would; how it ended. */
  stop(name: string): Promise<{ readonly code: number | null; readonly signal: string | null }>;
  stopAll(): Promise<void>;
  all(): readonly ServerProcess[];
}

export function serversOf(machine: Machine): RunningServers {
  const running = new Map<string, ServerProcess>();
  return { startHealthy, stop, stopAll, all: () => [...running.values()] };

  async function startHealthy(name: string): Promise<void> {
    if (running.has(name)) throw new Error(`${name} is still running`);
    const server = await machine.start(name);
    running.set(name, server);
    const isReady = async (): Promise<boolean> => (await machine.checkHealth(name)).code === 0;
    const result = await timed(`${name} healthy`, () => waitUntilReady(server, { timeoutMs: 120_000, isReady }));
    if (result !== 'ready') throw new Error(`${name}: ${result}\n${await readFile(server.logFile, 'utf8')}`);
  }

  async function stop(name: string): Promise<{ readonly code: number | null; readonly signal: string | null }> {
    const server = running.get(name);
    if (server === undefined) throw new Error(`${name} does not run`);
    running.delete(name);
    await timed(`${name} stopped`, () => server.stop());
    return server.exited;
  }

  async function stopAll(): Promise<void> {
    for (const server of [...running.values()].reverse()) await server.stop();
    running.clear();
  }
}
