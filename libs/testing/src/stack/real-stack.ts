import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { advanceCase, databaseUrl, ensureDatabase, loopback, repositoryRoot, setUp } from '@dialogue/infra';
import { Client, Connection } from '@temporalio/client';

import { startScriptedSmtpServer, type ScriptedSmtpServer } from '../smtp/scripted-smtp-server.js';
import { logIn, type ApiClient, type Credentials } from './api-client.js';
import type { AppProgram } from './app-program.js';
import { apiApp, workerApp, type AppSettings, type OwnEnvironments } from './apps.js';
import { viewRegister, type RegisterView } from './register.js';
import { postgresServer, temporalServer, type StackServer } from './servers.js';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.js';
import { bundleWorkflows } from './workflow-bundle.js';

/** Everything that runs in an office, for one spec file: real servers, API and worker as processes of their own. */
export interface RealStack {
  readonly api: AppProgram & { readonly origin: string };
  readonly worker: AppProgram;
  readonly postgres: StackServer;
  readonly temporal: StackServer;
  /** A new Temporal in the place of the old one: set up, and empty. Workers are to be stopped before. */
  emptyTemporal(): Promise<void>;
  /** The mail server, in the process of the test: what came there is what people would have got. */
  readonly smtp: ScriptedSmtpServer;
  readonly lines: Readonly<Record<LineName, TcpProxy>>;
  /** The register as its owner. */
  readonly register: RegisterView;
  readonly registerUrl: string;
  /** The file of the workflows that the worker reads at its start. */
  readonly workflowBundle: string;
  /** Past the proxies. */
  readonly temporalClient: Client;
  /** As `admin`, unless somebody else is named. */
  logIn(credentials?: Credentials): Promise<ApiClient>;
  /** Moves the clock of one case; what that sets off has been done when it returns. */
  advance(workflowId: string, days: number): Promise<Date>;
  stop(): Promise<void>;
}

/** How a stack differs from that of a spec. */
export interface RealStackOptions {
  readonly environments?: OwnEnvironments;
  /** API and worker talk to their servers without a line in between: what is measured then has nothing of it. */
  readonly isDirect?: boolean;
  /** How the worker speaks to the mail server: what stands behind the question mark of its address. */
  readonly smtpQuery?: string;
}

/** Who talks to whom through a line that can be held. */
export type LineName = 'apiToPostgres' | 'apiToTemporal' | 'workerToPostgres' | 'workerToTemporal';

const admin: Credentials = { username: 'admin', password: 'password-of-a-test' };
const passwords = { api: 'api-of-a-test', worker: 'worker-of-a-test' };
const database = 'dialogue';
/** Of throw-away clusters (`startPostgres`). */
const postgresPassword = 'dialogue-local';

/** Starts all of it in a new folder, set up with bodies, calendar and made-up people. */
export async function startRealStack(options: RealStackOptions = {}): Promise<RealStack> {
  const folder = await mkdtemp(join(tmpdir(), 'dialogue-e2e-'));
  const ending: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  async function stop(): Promise<void> {
    for (let end = ending.pop(); end !== undefined; end = ending.pop()) await end();
  }
  try {
    return { ...(await assemble(folder, ending, options)), stop };
  } catch (cause) {
    const logs = await lastLines(folder);
    await stop();
    throw new Error(`the stack did not start\n${logs}`, { cause });
  }
}

/** What the parts said last: with the folder it would be gone. */
async function lastLines(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return names.map((name, index) => `${name}: ${texts[index]?.slice(-1_500) ?? ''}`).join('\n');
}

/** Whatever was started is in `ending`, the last first to end. */
async function assemble(
  folder: string,
  ending: (() => Promise<void>)[],
  { environments = {}, isDirect = false, smtpQuery = 'ignoreTLS=true' }: RealStackOptions,
): Promise<Omit<RealStack, 'stop'>> {
  const own = async <Part>(starting: Promise<Part>, end: (part: Part) => Promise<void>): Promise<Part> => {
    const part = await starting;
    ending.push(() => end(part));
    return part;
  };
  const smtp = await own(startScriptedSmtpServer(), (server) => server.close());
  const postgres = await own(postgresServer(folder), (server) => server.stop());
  const temporal = await own(temporalServer(folder), (server) => server.stop());
  const [registerUrl, workflowBundle] = await Promise.all([setUpServers(postgres, temporal), bundleWorkflows(folder)]);
  const line = (port: number): Promise<TcpProxy> => own(startTcpProxy(port), (proxy) => proxy.close());
  const lines = {
    apiToPostgres: await line(postgres.port),
    apiToTemporal: await line(temporal.port),
    workerToPostgres: await line(postgres.port),
    workerToTemporal: await line(temporal.port),
  };
  const settings = {
    folder,
    database,
    passwords,
    ports: isDirect ? directPorts(postgres, temporal) : portsOf(lines),
    smtpUrl: `${smtp.url}?${smtpQuery}`,
    workflowBundle,
    environments,
  };
  const register = viewRegister(registerUrl);
  ending.push(() => register.end());
  const connection = await own(connectTo(temporal), (open) => open.close());
  return {
    ...(await startApps(settings, ending)),
    ...{ postgres, temporal, smtp, lines, register, registerUrl, workflowBundle },
    emptyTemporal: () => emptyTemporal(postgres, temporal),
    temporalClient: new Client({ connection }),
    advance: (workflowId, days) => advance({ postgres, temporal, workflowId, days }),
  };
}

async function startApps(
  settings: AppSettings,
  ending: (() => Promise<void>)[],
): Promise<Pick<RealStack, 'api' | 'worker' | 'logIn'>> {
  const api = await apiApp(settings);
  const worker = workerApp(settings);
  // Killed, not asked: a part that a spec has cut off from its servers would take its time.
  ending.push(async () => {
    await Promise.all([api.kill(), worker.kill()]);
  });
  await Promise.all([api.start(), worker.start()]);
  return { api, worker, logIn: (credentials = admin) => logIn(api.origin, credentials) };
}

/** Set up as an installation is; returns the address of the register for its owner. */
async function setUpServers(
  postgres: { readonly port: number; url(): string },
  temporal: StackServer,
): Promise<string> {
  await ensureDatabase(postgres.url(), database);
  const adminUrl = databaseUrl({ user: 'postgres', password: postgresPassword, port: postgres.port, database });
  await setUp({
    adminUrl,
    passwords,
    dataFolder: join(repositoryRoot, 'data'),
    hasSampleContacts: true,
    firstAccount: admin,
    temporal: { address: addressOf(temporal), namespace: 'default' },
  });
  return adminUrl;
}

async function emptyTemporal(
  postgres: Parameters<typeof setUpServers>[0],
  temporal: Awaited<ReturnType<typeof temporalServer>>,
): Promise<void> {
  await temporal.kill();
  await temporal.forget();
  await temporal.start();
  await setUpServers(postgres, temporal);
}

async function connectTo(temporal: StackServer): Promise<Connection> {
  return Connection.connect({ address: addressOf(temporal) });
}

function addressOf({ port }: StackServer): string {
  return `${loopback}:${String(port)}`;
}

function portsOf(lines: Readonly<Record<LineName, TcpProxy>>): AppSettings['ports'] {
  const { apiToPostgres, apiToTemporal, workerToPostgres, workerToTemporal } = lines;
  return {
    apiToPostgres: apiToPostgres.port,
    apiToTemporal: apiToTemporal.port,
    workerToPostgres: workerToPostgres.port,
    workerToTemporal: workerToTemporal.port,
  };
}

function directPorts(postgres: StackServer, temporal: StackServer): AppSettings['ports'] {
  return {
    ...{ apiToPostgres: postgres.port, workerToPostgres: postgres.port },
    ...{ apiToTemporal: temporal.port, workerToTemporal: temporal.port },
  };
}

interface Move {
  readonly postgres: StackServer;
  readonly temporal: StackServer;
  readonly workflowId: string;
  readonly days: number;
}

async function advance({ postgres, temporal, workflowId, days }: Move): Promise<Date> {
  const stack = {
    temporalAddress: addressOf(temporal),
    temporalNamespace: 'default',
    postgresPort: postgres.port,
    databaseName: database,
  };
  const { now } = await advanceCase({ stack, postgresPassword, workflowId, durationMs: days * 86_400_000 });
  return now;
}
