import { LocalProblem } from './local-problem.js';
import { freePort, loopback } from './ports.js';
import { programEnvironment } from './program-environment.js';
import { launchServer, waitUntilReady } from './server-process.js';
import { resolveTimeSkippingServer } from './temporal-cli.js';
import type { RunningTemporal } from './temporal-server.js';
import { acceptsConnections } from './tcp-probe.js';

/** Where a time-skipping server writes its log, and on which port it listens (a free one when left out). */
export interface TimeSkippingServerOptions {
  readonly logFile: string;
  readonly port?: number;
}

/** A test server whose clock jumps to the next timer when nothing else is to be done. */
export async function startTimeSkippingServer(options: TimeSkippingServerOptions): Promise<RunningTemporal> {
  const program = await resolveTimeSkippingServer();
  const port = options.port ?? (await freePort());
  const server = await launchServer({
    name: 'time-skipping-server',
    command: program,
    args: [String(port)],
    env: programEnvironment(),
    logFile: options.logFile,
    stopSignal: 'SIGTERM',
    stopGraceMs: 2_000,
  });
  const result = await waitUntilReady(server, { timeoutMs: 30_000, isReady: () => acceptsConnections(port) });
  if (result !== 'ready') {
    await server.stop();
    throw new LocalProblem({ code: 'part.did_not_start', part: 'time-skipping-server', logFile: options.logFile });
  }
  return { address: `${loopback}:${port}`, process: server, stop: () => server.stop() };
}
