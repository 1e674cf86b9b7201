import { join } from 'node:path';

import { LocalProblem, type PartName } from './local-problem.js';
import type { DataPaths } from './paths.js';
import { createServerAccount, type ServerAccount } from './server-account.js';
import { endsWithin, type ExitReport, type Launch, type ServerProcess } from './server-process.js';
import type { partNames } from './settings.js';

/** One step of starting: a server, or work that needs the servers before it. */
export interface Part {
  readonly name: (typeof partNames)[number];
  start(tools: PartTools): Promise<void>;
}

/** What a part starts its process with. */
export interface PartTools {
  /** A process started by it is stopped with the stack, in the reverse order of starting. */
  readonly launch: Launch;
  /** Ends waiting when the stack is told to stop. */
  readonly signal: AbortSignal;
  readonly logFile: (name: string) => string;
}

/** Why a stack stops: somebody wants it to, or something went wrong. */
export type StopReason = { readonly kind: 'asked' } | { readonly kind: 'failed'; readonly error: unknown };

/** Told of what happens, to show it. */
export interface StackObserver {
  readonly onStarted: (part: Part['name']) => void;
  readonly onStopping: (reason: StopReason) => void;
  readonly onStopped: (server: string) => void;
}

/** A set of parts that are started and stopped together. */
export interface Stack {
  /** Starts the parts in order; true when all are up, false when it was stopped meanwhile. */
  start(parts: readonly Part[]): Promise<boolean>;
  /** Stops what was started, the last first. Of several reasons the first counts. */
  stop(reason: StopReason): Promise<void>;
  /** Ends everything at once. */
  kill(): Promise<void>;
  /** Resolves, with the reason, when nothing runs any more. */
  readonly stopped: Promise<StopReason>;
}

/** After being told to stop, work that cannot be broken off has this long to tidy up. */
const tidyMs = 1_000;
const deathMs = 300;

/** A stack whose processes are written down under `paths`. Nothing of it survives `stopped`. */
export function createStack(paths: DataPaths, observer: StackObserver): Stack {
  const aborting = new AbortController();
  const account = createServerAccount(paths, aborting.signal);
  let finish: (reason: StopReason) => void = () => undefined;
  const stopped = new Promise<StopReason>((resolve) => (finish = resolve));
  let stopping: Promise<void> | null = null;
  let starting: Promise<unknown> = Promise.resolve();

  async function start(parts: readonly Part[]): Promise<boolean> {
    const logFile = (name: string): string => join(paths.logs, `${name}.log`);
    const tools = { launch: account.launch, signal: aborting.signal, logFile };
    const onDeath = (error: LocalProblem): void => void stop({ kind: 'failed', error });
    const attempt = startInOrder({ parts, tools, account, observer, onDeath });
    starting = attempt.catch(() => undefined);
    await attempt.catch(async (error: unknown) => {
      await someDeath(account);
      void stop({ kind: 'failed', error });
    });
    return !aborting.signal.aborted;
  }

  function stop(reason: StopReason): Promise<void> {
    stopping ??= stopInOrder(reason);
    return stopping;
  }

  async function stopInOrder(reason: StopReason): Promise<void> {
    observer.onStopping(reason);
    aborting.abort(new Error('the stack stops'));
    await starting;
    await account.stopAll(observer.onStopped);
    finish(reason);
  }

  async function kill(): Promise<void> {
    void stop({ kind: 'asked' });
    await account.killAll();
  }

  return { start, stop, kill, stopped };
}

interface Starting {
  readonly parts: readonly Part[];
  readonly tools: PartTools;
  readonly account: ServerAccount;
  readonly observer: StackObserver;
  readonly onDeath: (problem: LocalProblem) => void;
}

async function startInOrder({ parts, tools, account, observer, onDeath }: Starting): Promise<void> {
  for (const part of parts) {
    tools.signal.throwIfAborted();
    const before = account.all().length;
    await untilAbort(part.start(tools), tools.signal);
    // From here on its end is unexpected; before, the part itself says best why it did not start.
    for (const server of account.all().slice(before)) {
      void server.exited.then((report) => {
        onDeath(diedProblem(server, report));
      });
    }
    observer.onStarted(part.name);
  }
}

/** A server that dies makes whoever uses it fail at the same moment: its death is waited for, as the reason to tell. */
async function someDeath(account: ServerAccount): Promise<void> {
  await endsWithin(Promise.race(account.all().map(({ exited }) => exited)), deathMs);
}

const titles: Readonly<Record<string, PartName>> = {
  postgres: 'postgres',
  temporal: 'temporal',
  mail: 'smtp',
  api: 'api',
  worker: 'worker',
  letters: 'letters',
};

function diedProblem(server: ServerProcess, { code, signal }: ExitReport): LocalProblem {
  const how = signal ?? `exit ${code ?? '?'}`;
  return new LocalProblem({ code: 'part.died', part: titles[server.name] ?? 'worker', logFile: server.logFile, how });
}

/** Work such as a migration cannot be broken off: it is left alone after a while, and must not hold back the stopping. */
async function untilAbort(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const done = new AbortController();
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true, signal: done.signal });
  });
  try {
    await Promise.race([work, aborted]);
    if (!signal.aborted) return;
    await endsWithin(
      work.catch(() => undefined),
      tidyMs,
    );
    signal.throwIfAborted();
  } finally {
    done.abort();
  }
}
