import { processEnvironment } from './program-environment.js';

/** What to do when the process is told to stop. */
export interface StopHandlers {
  readonly onStop: () => void;
  /** Told a second time. */
  readonly onForce: () => void;
  /** An error that nobody expected: everything is to be stopped, not left behind. */
  readonly onBug: (error: unknown) => void;
}

/** npm passes Ctrl-C on to us after the terminal has done so: two within this time are one. */
const sameStopMs = 800;
const parentCheckMs = 500;

/** Listens for Ctrl-C, SIGTERM, a closed terminal and the end of the npm that started us. */
export function watchForStop(handlers: StopHandlers): { end(): void } {
  let firstAt: number | null = null;
  function onSignal(): void {
    if (firstAt === null) {
      firstAt = performance.now();
      handlers.onStop();
    } else if (performance.now() - firstAt > sameStopMs) handlers.onForce();
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  process.on('uncaughtException', handlers.onBug);
  process.on('unhandledRejection', handlers.onBug);
  const parentWatch = watchParent(handlers.onStop);
  return {
    end: () => {
      for (const signal of signals) process.off(signal, onSignal);
      process.off('uncaughtException', handlers.onBug);
      process.off('unhandledRejection', handlers.onBug);
      clearInterval(parentWatch);
    },
  };
}

/**
 * `npm start` runs us through a shell, and a shell that is ended by a signal does not pass it on: when our parent is gone,
 * we were meant too. Started without npm, outliving the parent is what `nohup` and the like are for.
 */
function watchParent(onGone: () => void): NodeJS.Timeout | undefined {
  if (processEnvironment()['npm_lifecycle_event'] !== 'start') return undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, parentCheckMs);
  timer.unref();
  return timer;
}
