import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import {
  connectedClient,
  ensureDatabase,
  freePort,
  isPortFree,
  launchServer,
  startPostgres,
  type RunningPostgres,
  type ServerProcess,
} from '@dialogue/infra';

import { root, textOf } from '../../architecture/support/repository.js';
import {
  commandOf,
  healthCommandOf,
  interpolated,
  milliseconds,
  readCompose,
  type ComposeFile,
  type Service,
} from './compose-file.js';
import { bareEnvironment, buildImage, inImage, type Image } from './image.js';
import { temporalPrograms } from './temporal-programs.js';

const run = promisify(execFile);

/** How a job or a health check ended. */
interface Ended {
  readonly code: number;
  readonly output: string;
}

/** This machine in place of a container engine: the services of docker-compose.yml as processes with their commands. */
export interface Machine {
  readonly folder: string;
  readonly compose: ComposeFile;
  readonly apiOrigin: string;
  readonly temporalAddress: string;
  readonly postgres: RunningPostgres;
  /** Runs a job to its end. */
  runJob(name: string): Promise<Ended>;
  /** Asks once what the compose file asks to know whether a service is well. */
  checkHealth(name: string): Promise<Ended>;
  start(name: string): Promise<ServerProcess>;
  /** Of a secret, as it is in its file. */
  secret(name: string): Promise<string>;
}

/** What an operator writes into `.env` and `secrets/smtp_url`. */
export interface Given {
  readonly variables: Readonly<Record<string, string>>;
  readonly smtpUrl: string;
}

/** The ports on which the Temporal server listens before anything is added to them. */
const temporalPorts = [7233, 7234, 7235, 7239, 7243, 6933, 6934, 6935, 6939];

/** Builds the image, makes the secrets as the runbook says, and starts PostgreSQL with the settings of the compose file. */
export async function prepareMachine(folder: string, given: Given): Promise<Machine> {
  const compose = interpolated(readCompose(textOf('docker-compose.yml')), given.variables);
  const programs = await temporalPrograms(compose.services['temporal']!.image.split(':')[1]!);
  const image = await buildImage(path.join(folder, 'image'));
  const made = path.join(folder, 'made');
  await run('sh', [path.join(root, 'infra/compose/make-secrets.sh'), made]);
  await writeFile(path.join(made, 'smtp_url'), `${given.smtpUrl}\n`);
  const password = (await readFile(path.join(made, 'postgres_password'), 'utf8')).trim();
  const postgres = await startStore(path.join(folder, 'postgres'), password, compose.services['postgres']!);
  const places: Places = {
    image,
    programs,
    secrets: path.join(folder, 'secrets'),
    postgresPort: postgres.port,
    apiPort: await freePort(),
    shift: await freeShift(),
  };
  await mountSecrets(made, places);
  return machineOf({ folder, compose, places, postgres });
}

/** Where on this machine stands what the compose file names by the names of containers. */
interface Places {
  readonly image: Image;
  readonly programs: string;
  readonly secrets: string;
  readonly postgresPort: number;
  readonly apiPort: number;
  /** Added to every port of the Temporal server. */
  readonly shift: number;
}

interface Parts {
  readonly folder: string;
  readonly compose: ComposeFile;
  readonly places: Places;
  readonly postgres: RunningPostgres;
}

function machineOf({ folder, compose, places, postgres }: Parts): Machine {
  function serviceOf(name: string): Service {
    const service = compose.services[name];
    if (service === undefined) throw new Error(`docker-compose.yml has no ${name}`);
    return service;
  }
  async function toEnd(name: string, words: readonly string[]): Promise<Ended> {
    const { command, args, env, cwd } = asProcess(compose, serviceOf(name), places, words);
    return run(command, [...args], { env, cwd, timeout: 120_000 }).then(
      ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
      (error: unknown) => endOf(error as { code: number; stdout: string; stderr: string }),
    );
  }
  return {
    folder,
    compose,
    postgres,
    apiOrigin: `http://127.0.0.1:${places.apiPort}`,
    temporalAddress: `127.0.0.1:${7233 + places.shift}`,
    runJob: (name) => toEnd(name, commandOf(serviceOf(name))),
    checkHealth: (name) => toEnd(name, healthCommandOf(serviceOf(name))),
    start: (name) => {
      const service = serviceOf(name);
      return launchServer({
        ...asProcess(compose, service, places, commandOf(service)),
        name,
        logFile: path.join(folder, 'logs', `${name}.log`),
        stopSignal: 'SIGTERM',
        stopGraceMs: milliseconds(service.stop_grace_period ?? '10s'),
      });
    },
    secret: async (name) => (await readFile(path.join(places.secrets, name), 'utf8')).trim(),
  };
}

function endOf({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }): Ended {
  return { code, output: stdout + stderr };
}

/** The words of a container's command, with its environment and no other, put into the terms of this machine. */
function asProcess(
  compose: ComposeFile,
  service: Service,
  places: Places,
  words: readonly string[],
): {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
} {
  const isOurs = service.image.startsWith('dialogue:');
  const environment = {
    ...(isOurs ? places.image.environment : {}),
    ...service.environment,
    ...overrides(service, places),
  };
  const [command = '', ...args] = words.map((word) => here(compose, service, places, word));
  const env = Object.entries(environment).map(
    ([name, value]) => [name, here(compose, service, places, value)] as const,
  );
  return {
    command,
    args,
    env: { ...bareEnvironment(places.programs), ...Object.fromEntries(env) },
    cwd: isOurs ? places.image.workdir : places.secrets,
  };
}

function here(compose: ComposeFile, { configs = [] }: Service, places: Places, value: string): string {
  const mounted = configs.find(({ target }) => target === value);
  if (mounted !== undefined) return path.join(root, compose.configs[mounted.source]!.file);
  return inImage(places.image, value)
    .replace('/run/secrets/', `${places.secrets}/`)
    .replace('postgres:5432', `127.0.0.1:${places.postgresPort}`)
    .replace('temporal:7233', `127.0.0.1:${7233 + places.shift}`)
    .replace('127.0.0.1:7243', `127.0.0.1:${7243 + places.shift}`);
}

/** Ports and hosts that stand alone. */
function overrides({ environment = {} }: Service, places: Places): Readonly<Record<string, string>> {
  const all = {
    SQL_HOST: '127.0.0.1',
    SQL_PORT: String(places.postgresPort),
    API_PORT: String(places.apiPort),
    TEMPORAL_PORT_SHIFT: String(places.shift),
    FILES_DIR: path.join(path.dirname(places.secrets), 'files'),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in environment));
}

/** The secrets as the containers see them, but for the address of PostgreSQL. */
async function mountSecrets(made: string, places: Places): Promise<void> {
  await mkdir(places.secrets, { mode: 0o700 });
  for (const name of await readdir(made)) {
    const text = await readFile(path.join(made, name), 'utf8');
    await writeFile(
      path.join(places.secrets, name),
      text.replace('@postgres:5432', `@127.0.0.1:${places.postgresPort}`),
    );
  }
}

/** PostgreSQL of the embedded build with the `-c` settings, the database and the password of the compose file. */
async function startStore(
  dataDir: string,
  password: string,
  { command = [], environment = {} }: Service,
): Promise<RunningPostgres> {
  const port = await freePort();
  const settings = command.flatMap((word, index) => (command[index - 1] === '-c' ? [word.split('=')] : []));
  const first = await startPostgres({ dataDir, port, password });
  await ensureDatabase(first.url, environment['POSTGRES_DB']!);
  const client = await connectedClient(first.url);
  for (const [name, value] of settings) await client.query(`ALTER SYSTEM SET ${name} = '${value}'`);
  await client.end();
  await first.stop();
  return startPostgres({ dataDir, port, password });
}

async function freeShift(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const shift = (await freePort()) - 7233;
    const areFree = await Promise.all(temporalPorts.map((port) => isPortFree(port + shift)));
    if (areFree.every(Boolean)) return shift;
  }
  throw new Error('no free ports for the Temporal server');
}
