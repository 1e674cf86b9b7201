import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

import pg from 'pg';

import { codeOf } from './error-text.js';
import { LocalProblem } from './local-problem.js';
import { logLength, logSince } from './log-file.js';
import { loopback } from './ports.js';
import { postgresAccount } from './postgres-account.js';
import { findPostgresBinaries } from './postgres-binaries.js';
import { ensureCluster, postgresSuperuser } from './postgres-cluster.js';
import { programEnvironment } from './program-environment.js';
import { launchServer, waitUntilReady, type Launch, type ServerProcess } from './server-process.js';

/** What one PostgreSQL is started with. */
export interface PostgresOptions {
  /** Created when it is not there; kept afterwards. */
  readonly dataDir: string;
  readonly port: number;
  /** Of the superuser, on first creation and for every later start. */
  readonly password?: string;
  readonly logFile?: string;
  /** False gives up safety against a power cut for speed; only for data that nobody needs tomorrow. */
  readonly isDurable?: boolean;
  readonly launch?: Launch;
  readonly signal?: AbortSignal;
}

/** A PostgreSQL that accepts connections. */
export interface RunningPostgres {
  readonly port: number;
  /** Of the superuser, to the database `postgres`; other addresses by `databaseUrl`. */
  readonly url: string;
  readonly process: ServerProcess;
  stop(): Promise<void>;
}

const passwordOfThrowAwayClusters = 'dialogue-local';

/**
 * A PostgreSQL on this folder and port, on the loopback address only.
 * @throws LocalProblem `postgres.*`, `port.taken`, `part.did_not_start`
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const {
    dataDir,
    port,
    password = passwordOfThrowAwayClusters,
    isDurable = true,
    logFile = `${dataDir}.log`,
  } = options;
  const binaries = await findPostgresBinaries();
  await mkdir(dirname(dataDir), { recursive: true });
  const account = await postgresAccount([dirname(dataDir), binaries.folder]);
  await ensureCluster({ dataDir, password, isDurable, signal: options.signal }, binaries, account);
  const logStart = await logLength(logFile);
  const server = await (options.launch ?? launchServer)({
    name: 'postgres',
    ...account.as(binaries.postgres, serverArguments(dataDir, port, isDurable)),
    env: programEnvironment(),
    logFile,
    // SIGINT is PostgreSQL's "fast shutdown": sessions are ended, everything is written.
    stopSignal: 'SIGINT',
    forceSignal: 'SIGQUIT',
    stopGraceMs: 2_500,
  });
  const url = databaseUrl({ user: postgresSuperuser, password, port, database: 'postgres' });
  try {
    await becomesReady(server, url, { dataDir, port, logStart, signal: options.signal });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { port, url, process: server, stop: () => server.stop() };
}

/** Who connects where. */
export interface DatabaseAddress {
  readonly user: string;
  readonly password: string;
  readonly port: number;
  readonly database: string;
}

/** The address of a database of an embedded cluster. */
export function databaseUrl({ user, password, port, database }: DatabaseAddress): string {
  return `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${loopback}:${port}/${encodeURIComponent(database)}`;
}

/** The database exists in the cluster. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = await connectedClient(adminUrl);
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** A connection to this database; the caller ends it. That the server goes away is seen by the next query. */
export async function connectedClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function serverArguments(dataDir: string, port: number, isDurable: boolean): readonly string[] {
  const settings: Readonly<Record<string, string>> = {
    listen_addresses: loopback,
    unix_socket_directories: '',
    // The log tells what went wrong, not with which values: "Failing row contains" would repeat names and addresses.
    log_error_verbosity: 'terse',
    ...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return [
    '-D',
    dataDir,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

interface Waiting {
  readonly dataDir: string;
  readonly port: number;
  readonly logStart: number;
  readonly signal: AbortSignal | undefined;
}

/** It answers, and misses a database, a file or what belongs into one: no waiting brings that back. */
const lostFiles = /^(?:3D|58|XX)[0-9A-Z]{3}$/;

async function becomesReady(server: ServerProcess, url: string, waiting: Waiting): Promise<void> {
  const { dataDir, signal } = waiting;
  async function isReady(): Promise<boolean> {
    const failure = await connectionFailure(url);
    // 28P01: the folder's superuser has another password, e.g. the secrets were deleted and the data kept.
    if (failure === '28P01') throw new LocalProblem({ code: 'postgres.password_refused', folder: dataDir });
    if (lostFiles.test(failure ?? ''))
      throw new LocalProblem({ code: 'postgres.folder_broken', folder: dataDir, logFile: server.logFile });
    return failure === null;
  }
  const result = await waitUntilReady(server, { timeoutMs: 60_000, signal, isReady });
  if (result === 'exited') throw new LocalProblem(await whyItEnded(server, waiting));
  if (result === 'timeout')
    throw new LocalProblem({ code: 'part.did_not_start', part: 'postgres', logFile: server.logFile });
}

async function connectionFailure(url: string): Promise<string | null> {
  try {
    await (await connectedClient(url)).end();
    return null;
  } catch (error) {
    return codeOf(error) ?? 'unknown';
  }
}

async function whyItEnded(
  server: ServerProcess,
  { dataDir, port, logStart }: Waiting,
): Promise<LocalProblem['problem']> {
  const log = await logSince(server.logFile, logStart);
  if (/could not bind|Address already in use/.test(log))
    return { code: 'port.taken', port, part: 'postgres', variable: 'POSTGRES_PORT' };
  return { code: 'postgres.folder_broken', folder: dataDir, logFile: server.logFile };
}
