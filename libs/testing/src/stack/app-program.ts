import { appSpec, launchServer, loopback, waitUntilReady, type AppOptions, type ServerProcess } from '@dialogue/infra';

import { waitFor } from './wait-until.js';

/** One of our applications as a process of its own. */
export interface AppProgram {
  readonly logFile: string;
  /** Starts it, and is done when it serves. */
  start(): Promise<void>;
  /** SIGKILL: no last word, no cleaning up. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** How to tell that an application serves, besides its own message. */
interface AppReadiness {
  readonly isServing?: () => Promise<boolean>;
}

/** The application, not started yet. */
export function appProgram(options: AppOptions, { isServing }: AppReadiness = {}): AppProgram {
  let running: ServerProcess | null = null;
  async function end(how: 'kill' | 'stop'): Promise<void> {
    const ending = running;
    running = null;
    await ending?.[how]();
  }
  return {
    logFile: options.logFile,
    async start() {
      if (running !== null) throw new Error(`${options.name} runs already`);
      const server = await launchServer(await appSpec(options));
      running = server;
      let hasSpoken = false;
      void server.firstMessage.then(() => (hasSpoken = true));
      const result = await waitUntilReady(server, { timeoutMs: 60_000, isReady: () => Promise.resolve(hasSpoken) });
      if (result !== 'ready') throw new Error(`${options.name} did not start (${result}): see ${options.logFile}`);
      if (isServing !== undefined) await waitFor(`${options.name} serves`, isServing);
    },
    kill: () => end('kill'),
    stop: () => end('stop'),
  };
}

/** Whether everything that the API on this port needs is there. */
export async function isApiReady(port: number): Promise<boolean> {
  const response = await fetch(`http://${loopback}:${String(port)}/health/ready`, {
    signal: AbortSignal.timeout(3_000),
  });
  return response.status === 200;
}
