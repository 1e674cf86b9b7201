import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import {
  freePort,
  startPostgres,
  startTemporalDevServer,
  type RunningPostgres,
  type RunningTemporal,
} from '@dialogue/infra';

import { waitFor } from './wait-until.js';

/** A server of the stack: keeps its port and its files over a kill. */
export interface StackServer {
  readonly port: number;
  start(): Promise<void>;
  /** SIGKILL of its first process; the rest dies of it. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** PostgreSQL with everything that keeps data over a crash; the address is that of its superuser. */
export async function postgresServer(folder: string): Promise<StackServer & { url(): string }> {
  const options = { dataDir: join(folder, 'postgres'), port: await freePort(), logFile: join(folder, 'postgres.log') };
  let running: RunningPostgres = await startPostgres(options);
  return {
    port: options.port,
    url: () => running.url,
    async start() {
      // The killed one's children may still be going: until then a new one refuses the folder.
      running = await waitFor('PostgreSQL starts again', () => startPostgres(options), 30_000);
    },
    async kill() {
      process.kill(running.process.pid, 'SIGKILL');
      await running.process.exited;
    },
    stop: () => running.stop(),
  };
}

/** The Temporal dev server with a file store, which can be thrown away. */
export async function temporalServer(folder: string): Promise<StackServer & { forget(): Promise<void> }> {
  const options = {
    port: await freePort(),
    storeFile: join(folder, 'temporal.db'),
    logFile: join(folder, 'temporal.log'),
  };
  let running: RunningTemporal = await startTemporalDevServer(options);
  return {
    port: options.port,
    async start() {
      running = await startTemporalDevServer(options);
    },
    kill: () => running.process.kill(),
    stop: () => running.stop(),
    /** Killed before: what it knew is gone. */
    async forget() {
      for (const suffix of ['', '-shm', '-wal']) await rm(`${options.storeFile}${suffix}`, { force: true });
    },
  };
}
