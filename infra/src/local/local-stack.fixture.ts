import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { afterEach } from '@jest/globals';

import { repositoryRoot } from './paths.js';
import { freePort } from './ports.js';
import { readIfPresent } from './private-file.js';
import { processIdentity } from './process-identity.js';
import { parseProcessRecord } from './process-record.js';
import { useTemporaryFolder } from './temporary-folder.fixture.js';

/** One `npm start` as a process of its own, on free ports. */
interface StartedStack {
  readonly child: ChildProcess;
  readonly environment: NodeJS.ProcessEnv;
  /** What it has written so far. */
  output(): string;
  /** What it has written as errors so far. */
  errors(): string;
  /** Resolves when the text has been written; rejects when the process ends before. */
  writes(text: string): Promise<void>;
  readonly exitCode: Promise<number | null>;
}

const startProgram = join(repositoryRoot, 'infra', 'dist', 'local', 'start.js');

/** Seven free ports and this folder, for the servers only. */
export async function stackEnvironment(dataDir: string, parts = 'postgres,temporal,smtp'): Promise<NodeJS.ProcessEnv> {
  const names = [
    'API_PORT',
    'TEMPORAL_PORT',
    'TEMPORAL_UI_PORT',
    'SMTP_PORT',
    'INBOX_PORT',
    'POSTGRES_PORT',
    'LETTERS_PORT',
  ];
  const ports = await Promise.all(names.map(async (name) => [name, String(await freePort())] as const));
  return { ...process.env, ...Object.fromEntries(ports), DATA_DIR: dataDir, LOCAL_PARTS: parts };
}

/** Starts the compiled program; the caller ends it. */
function startStack(environment: NodeJS.ProcessEnv): StartedStack {
  const child = spawn(process.execPath, [startProgram], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  const exitCode = once(child, 'close').then(() => child.exitCode);
  function writes(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => (output.includes(text) ? resolve() : undefined);
      child.stdout.on('data', look);
      child.once('close', () => reject(new Error(`ended without writing "${text}": ${output}${errors}`)));
      look();
    });
  }
  return { child, environment, output: () => output, errors: () => errors, writes, exitCode };
}

/** Stacks of one test file, on a folder of its own for each test. */
export interface Stacks {
  readonly folder: { readonly path: string };
  readonly start: (environment: NodeJS.ProcessEnv) => StartedStack;
  readonly startUntilUp: (environment: NodeJS.ProcessEnv) => Promise<RunningServers>;
}

/** A stack whose servers are up, and their processes. */
interface RunningServers {
  readonly stack: StartedStack;
  readonly pids: readonly number[];
}

/** Starts stacks and stops them after each test; call it at the top of a `describe`. */
export function useStacks(): Stacks {
  const started: StartedStack[] = [];
  afterEach(async () => {
    for (const { child, exitCode } of started.splice(0)) {
      child.kill('SIGTERM');
      await exitCode;
    }
  });
  // After the hook above: what runs is stopped before its folder is removed.
  const folder = useTemporaryFolder();

  function start(environment: NodeJS.ProcessEnv): StartedStack {
    const stack = startStack(environment);
    started.push(stack);
    return stack;
  }

  async function startUntilUp(environment: NodeJS.ProcessEnv): Promise<RunningServers> {
    const stack = start(environment);
    await stack.writes('hộp thư thử đã sẵn sàng');
    const dataDir = environment['DATA_DIR'] ?? '';
    return { stack, pids: await Promise.all(['postgres', 'temporal', 'mail'].map((name) => serverPid(dataDir, name))) };
  }

  return { folder, start, startUntilUp };
}

/** The process of one server of the stack on this folder. */
export async function serverPid(dataDir: string, server: string): Promise<number> {
  const record = parseProcessRecord((await readIfPresent(join(dataDir, 'run', `${server}.json`))) ?? '');
  if (record === null) throw new Error(`no record of ${server}`);
  return record.pid;
}

/** Which of these processes still live. */
export async function livingOf(pids: readonly number[]): Promise<readonly number[]> {
  const identities = await Promise.all(pids.map(processIdentity));
  return pids.filter((_pid, index) => identities[index] !== null);
}
