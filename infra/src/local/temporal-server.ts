import { chmod, open } from 'node:fs/promises';

import { withTemporal } from '../setup/temporal-connection.js';
import { LocalProblem, type PartName } from './local-problem.js';
import { logLength, logSince } from './log-file.js';
import { freePort, loopback } from './ports.js';
import { programEnvironment } from './program-environment.js';
import { launchServer, waitUntilReady, type Launch, type ServerProcess } from './server-process.js';
import { resolveTemporalCli } from './temporal-cli.js';

/** What one Temporal dev server is started with. */
export interface TemporalServerOptions {
  /** A free one when it is left out. */
  readonly port?: number;
  /** Without one there is no web page. */
  readonly uiPort?: number;
  /** Where workflows are kept; in memory when it is left out. */
  readonly storeFile?: string;
  readonly logFile: string;
  /** The program; looked for when it is left out. */
  readonly cli?: string;
  /** Name to type (`Keyword`, `KeywordList`, `Datetime`), known from the first moment on. */
  readonly searchAttributes?: Readonly<Record<string, string>>;
  readonly launch?: Launch;
  readonly signal?: AbortSignal;
}

/** A Temporal server that answers. */
export interface RunningTemporal {
  /** For clients and workers, `host:port`. */
  readonly address: string;
  readonly process: ServerProcess;
  stop(): Promise<void>;
}

/**
 * Virtual time: the server may move the clock of one workflow when it is told to (`advance`); nothing skips by itself.
 * The key was renamed twice; a server warns of those that it does not know.
 */
const virtualTimeKeys = [
  'frontend.TimeSkippingEnabled',
  'frontend.WorkflowTimeSkippingEnabled',
  'system.workflowTimeSkippingEnabled',
];

/**
 * A Temporal dev server on the loopback address. Never for production.
 * @throws LocalProblem `temporal.binary_missing`, `temporal.store_broken`, `port.taken`, `part.did_not_start`
 */
export async function startTemporalDevServer(options: TemporalServerOptions): Promise<RunningTemporal> {
  const cli = options.cli ?? (await resolveTemporalCli());
  if (options.storeFile !== undefined) await refuseForeignStore(options.storeFile, options.logFile);
  const port = options.port ?? (await freePort());
  const logStart = await logLength(options.logFile);
  const server = await (options.launch ?? launchServer)({
    name: 'temporal',
    command: cli,
    args: serverArguments(options, port),
    env: programEnvironment(),
    logFile: options.logFile,
    stopSignal: 'SIGTERM',
    stopGraceMs: 3_000,
  });
  const address = `${loopback}:${port}`;
  try {
    await becomesReady(server, address, { ...options, port, logStart });
    // The server sets up a store that is not there, and takes no empty one: it can only be closed to others afterwards.
    if (options.storeFile !== undefined) await chmod(options.storeFile, 0o600);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { address, process: server, stop: () => server.stop() };
}

function serverArguments(options: TemporalServerOptions, port: number): readonly string[] {
  const page =
    options.uiPort === undefined
      ? ['--headless']
      : ['--ui-ip', loopback, '--ui-port', String(options.uiPort), '--ui-disable-news-fetch'];
  const attributes = Object.entries(options.searchAttributes ?? {}).flatMap(([name, type]) => [
    '--search-attribute',
    `${name}=${type}`,
  ]);
  return [
    ...[
      'server',
      'start-dev',
      '--disable-config-file',
      '--disable-config-env',
      '--ip',
      loopback,
      '--port',
      String(port),
    ],
    ...page,
    ...(options.storeFile === undefined ? [] : ['--db-filename', options.storeFile]),
    ...virtualTimeKeys.flatMap((key) => ['--dynamic-config-value', `${key}=true`]),
    ...attributes,
  ];
}

/** The store is a SQLite file: anything else is refused before the server writes to it. */
async function refuseForeignStore(file: string, logFile: string): Promise<void> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    if (bytesRead > 0 && buffer.toString('latin1', 0, 15) !== 'SQLite format 3') {
      throw new LocalProblem({ code: 'temporal.store_broken', file, logFile });
    }
  } finally {
    await handle.close();
  }
}

interface Waiting extends TemporalServerOptions {
  readonly port: number;
  readonly logStart: number;
}

async function becomesReady(server: ServerProcess, address: string, waiting: Waiting): Promise<void> {
  const result = await waitUntilReady(server, {
    timeoutMs: 60_000,
    signal: waiting.signal,
    isReady: () => answers(address),
  });
  if (result === 'exited') throw new LocalProblem(await whyItEnded(server, waiting));
  if (result === 'timeout')
    throw new LocalProblem({ code: 'part.did_not_start', part: 'temporal', logFile: server.logFile });
}

async function answers(address: string): Promise<boolean> {
  return withTemporal({ address, connectTimeoutMs: 1_000 }, (connection) =>
    connection.withDeadline(Date.now() + 2_000, () =>
      connection.workflowService.describeNamespace({ namespace: 'default' }),
    ),
  ).then(
    () => true,
    () => false,
  );
}

async function whyItEnded(server: ServerProcess, waiting: Waiting): Promise<LocalProblem['problem']> {
  const log = await logSince(server.logFile, waiting.logStart);
  const taken = portsOf(waiting).find(({ port }) => log.includes(`:${port}: bind`) || log.includes(`port ${port}`));
  if (taken !== undefined) return { code: 'port.taken', ...taken };
  if (waiting.storeFile !== undefined && /sqlite|database|malformed/i.test(log)) {
    return { code: 'temporal.store_broken', file: waiting.storeFile, logFile: server.logFile };
  }
  return { code: 'part.did_not_start', part: 'temporal', logFile: server.logFile };
}

function portsOf({
  port,
  uiPort,
}: Waiting): readonly { readonly port: number; readonly part: PartName; readonly variable: string }[] {
  const page =
    uiPort === undefined ? [] : [{ port: uiPort, part: 'temporal-ui' as const, variable: 'TEMPORAL_UI_PORT' }];
  return [{ port, part: 'temporal', variable: 'TEMPORAL_PORT' }, ...page];
}
