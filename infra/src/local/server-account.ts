import type { DataPaths } from './paths.js';
import { rotateLog } from './log-file.js';
import { forgetProcess, recordProcess } from './process-records.js';
import { launchServer, type Launch, type ServerProcess } from './server-process.js';

/** Keeps account of the servers of one stack, in the order in which they were started. */
export interface ServerAccount {
  readonly launch: Launch;
  all(): readonly ServerProcess[];
  /** The last started first; resolves when none runs and none is being started. */
  stopAll(onStopped: (server: string) => void): Promise<void>;
  killAll(): Promise<void>;
}

/** An account that also writes its servers down, for a later start to find. After the abort it launches no more. */
export function createServerAccount(paths: DataPaths, signal: AbortSignal): ServerAccount {
  const servers: ServerProcess[] = [];
  const launching = new Set<Promise<unknown>>();

  const launch: Launch = (spec) => {
    const launched = launchRecorded();
    launching.add(launched);
    void launched.catch(() => undefined).then(() => launching.delete(launched));
    return launched;

    async function launchRecorded(): Promise<ServerProcess> {
      signal.throwIfAborted();
      await rotateLog(spec.logFile);
      const server = await launchServer(spec);
      servers.push(server);
      await recordProcess(paths.processes, server.name, server.pid);
      return server;
    }
  };

  async function stopAll(onStopped: (server: string) => void): Promise<void> {
    await Promise.allSettled(launching);
    for (const server of servers.toReversed()) {
      await server.stop();
      await forgetProcess(paths.processes, server.name, server.pid);
      onStopped(server.name);
    }
  }

  async function killAll(): Promise<void> {
    await Promise.all(servers.map((server) => server.kill()));
  }

  return { launch, all: () => servers, stopAll, killAll };
}
