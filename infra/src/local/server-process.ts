import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** How to run one server as a process of its own. */
export interface ServerSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** What it writes to standard output and error is added to this file. */
  readonly logFile: string;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** A channel for messages, for our own Node programs. */
  readonly ipc?: boolean;
  readonly stopSignal: NodeJS.Signals;
  /** A quicker way to stop that is tried for a moment before SIGKILL. */
  readonly forceSignal?: NodeJS.Signals;
  readonly stopGraceMs: number;
}

/** How a process ended. */
export interface ExitReport {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A server that runs, and is ours to stop. */
export interface ServerProcess {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Never rejects. */
  readonly exited: Promise<ExitReport>;
  hasExited(): boolean;
  /** Resolves with the first message that it sends; never, when it sends none. */
  readonly firstMessage: Promise<unknown>;
  /** Asks it to stop, waits, and ends it with force when it does not. */
  stop(): Promise<void>;
  /** Ends it and what it started, at once. */
  kill(): Promise<void>;
}

/** Starts a server; the stack passes one that also keeps account of what runs. */
export type Launch = (spec: ServerSpec) => Promise<ServerProcess>;

/**
 * Runs a server in a process group of its own: Ctrl-C reaches the stack only, which then stops its parts in their order.
 * Its output goes to a file, not through us, so it survives us and can be read afterwards.
 */
export async function launchServer(spec: ServerSpec): Promise<ServerProcess> {
  await mkdir(dirname(spec.logFile), { recursive: true });
  const log = await open(spec.logFile, 'a', 0o600);
  try {
    const child = spawn(spec.command, spec.args, {
      detached: true,
      env: spec.env,
      stdio: ['ignore', log.fd, log.fd, ...(spec.ipc === true ? (['ipc'] as const) : [])],
      ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
      ...(spec.uid === undefined ? {} : { uid: spec.uid }),
      ...(spec.gid === undefined ? {} : { gid: spec.gid }),
    });
    await once(child, 'spawn');
    return describeProcess(child, spec);
  } finally {
    await log.close();
  }
}

/** The last net: whoever started servers and ends without stopping them, by a bug, takes them along. */
const living = new Set<number>();
process.on('exit', () => {
  for (const pid of living) signalGroup(pid, 'SIGKILL');
});

function describeProcess(child: ChildProcess, spec: ServerSpec): ServerProcess {
  const pid = child.pid;
  if (pid === undefined) throw new Error('a spawned process has no id');
  let ended = false;
  living.add(pid);
  const exited = new Promise<ExitReport>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = true;
      living.delete(pid);
      resolve({ code, signal });
    });
  });
  // A later failure to signal it is not ours to die of.
  child.on('error', () => undefined);
  const firstMessage = new Promise<unknown>((resolve) => child.once('message', resolve));
  async function kill(): Promise<void> {
    if (spec.forceSignal !== undefined && !ended) {
      child.kill(spec.forceSignal);
      await endsWithin(exited, 500);
    }
    signalGroup(pid, 'SIGKILL');
    await exited;
  }
  async function stop(): Promise<void> {
    if (!ended) child.kill(spec.stopSignal);
    if (!(await endsWithin(exited, spec.stopGraceMs))) await kill();
    else signalGroup(pid, 'SIGKILL');
  }
  return { name: spec.name, pid, logFile: spec.logFile, exited, hasExited: () => ended, firstMessage, stop, kill };
}

/** Whether the process ends within this time. */
export async function endsWithin(exited: Promise<unknown>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  try {
    return await Promise.race([exited.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Sends a signal to a process and those it started; that there are none left is no error. */
export function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: the group is gone, which is what was wanted.
  }
}

/** What to wait for, and how long. */
export interface Readiness {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Asked until it says true; an error ends the waiting. */
  readonly isReady: () => Promise<boolean>;
}

/** How waiting for a server ended. */
export type WaitResult = 'ready' | 'exited' | 'timeout';

/** Waits until the server is ready, has ended, or time is up; an abort rejects with its reason. */
export async function waitUntilReady(server: ServerProcess, readiness: Readiness): Promise<WaitResult> {
  const until = Date.now() + readiness.timeoutMs;
  while (Date.now() < until) {
    readiness.signal?.throwIfAborted();
    if (server.hasExited()) return 'exited';
    if (await readiness.isReady()) return server.hasExited() ? 'exited' : 'ready';
    await endsWithin(server.exited, 100);
  }
  return 'timeout';
}
