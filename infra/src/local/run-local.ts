import { rm } from 'node:fs/promises';

import { partTitles, problemSentence } from './problems.vi.js';
import { messageOf } from './error-text.js';
import { LocalProblem } from './local-problem.js';
import {
  databaseName,
  temporalAddress,
  temporalNamespace,
  type AccountReport,
  type LocalContext,
} from './local-context.js';
import { localParts } from './parts.js';
import { dataPaths } from './paths.js';
import { prepareFolder } from './preflight.js';
import { createProgress } from './progress.js';
import { announceRunning, type RunningStack } from './running.js';
import { ensureSecrets } from './secrets.js';
import type { LocalSettings } from './settings.js';
import { createStack, type Stack, type StopReason } from './stack.js';
import { addressRows, mailSender, progressTexts, setUpTexts, startedTexts } from './start.vi.js';
import { watchForStop } from './stop-signals.js';

/** How a run of the local stack is told what to do. */
export interface LocalRun {
  readonly settings: LocalSettings;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/**
 * Runs the local stack until it is told to stop or something goes wrong; the exit code of the process.
 * When it returns, nothing that it started runs any more.
 */
export async function runLocal(run: LocalRun): Promise<number> {
  try {
    return await runPrepared(run);
  } catch (error) {
    run.writeError(`${sentenceFor(error)}\n`);
    return 1;
  }
}

/** One sentence for a person, whatever went wrong. */
export function sentenceFor(error: unknown): string {
  if (error instanceof LocalProblem) return problemSentence(error.problem);
  return progressTexts.unexpected(messageOf(error));
}

async function runPrepared(run: LocalRun): Promise<number> {
  const { settings } = run;
  const progress = createProgress(run.write);
  const paths = dataPaths(settings.dataDir);
  progress.line(progressTexts.welcome(paths.folder));
  const { lock, leftBehind } = await prepareFolder(paths, settings.ports);
  try {
    if (leftBehind.length > 0) progress.step(progressTexts.leftBehind(leftBehind));
    const stack = createStack(paths, {
      onStarted: (part) => progress.step(startedTexts[part]),
      onStopping: (reason) => {
        if (reason.kind === 'failed') run.writeError(`${sentenceFor(reason.error)}\n`);
        progress.step(progressTexts.stopping);
      },
      onStopped: (server) => progress.step(progressTexts.stopped(titleOf(server))),
    });
    const reason = await runStack(run, stack, progress);
    if (reason.kind === 'asked') progress.line(progressTexts.done);
    return reason.kind === 'asked' ? 0 : 1;
  } finally {
    await rm(paths.running, { force: true });
    await lock.release();
  }
}

async function runStack(run: LocalRun, stack: Stack, progress: ReturnType<typeof createProgress>): Promise<StopReason> {
  const { settings } = run;
  const paths = dataPaths(settings.dataDir);
  const watching = watchForStop({
    onStop: () => void stack.stop({ kind: 'asked' }),
    onForce: () => {
      progress.step(progressTexts.forced);
      void stack.kill();
    },
    onBug: (error) => void stack.stop({ kind: 'failed', error }),
  });
  try {
    const accounts: AccountReport[] = [];
    const context: LocalContext = {
      settings,
      paths,
      secrets: await ensureSecrets(paths.secrets),
      mailSender,
      onFetching: (way, program) => progress.step(progressTexts.fetching(way, `${program.name} ${program.version}`)),
      onSetUpStep: (step) => progress.step(setUpTexts[step]),
      onAccount: (report) => void accounts.push(report),
    };
    const isUp = await stack.start(localParts(context));
    if (isUp) {
      await announceRunning(paths.running, addressesOf(settings));
      for (const account of accounts) progress.table(addressRows(settings, account));
    }
    return await stack.stopped;
  } catch (error) {
    await stack.stop({ kind: 'failed', error });
    return await stack.stopped;
  } finally {
    watching.end();
  }
}

function addressesOf(settings: LocalSettings): Omit<RunningStack, 'pid' | 'identity'> {
  const postgresPort = settings.ports.postgres;
  return { temporalAddress: temporalAddress(settings), temporalNamespace, postgresPort, databaseName };
}

function titleOf(server: string): string {
  const titles: Readonly<Record<string, string>> = { ...partTitles, mail: partTitles.smtp };
  return titles[server] ?? server;
}
