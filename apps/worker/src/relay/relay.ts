import type { Logger } from '@dialogue/observability';
import type { NotificationListenerSettings, RelayStore } from '@dialogue/persistence';

import type { CaseSignaller } from './case-signaller.js';
import { createSending } from './sending.js';

/** Carries what stands in PostgreSQL to Temporal: the outbox, and commands that the API could not signal itself. */
export interface Relay {
  start(): Promise<void>;
  /** Ends after the round that is under way. */
  stop(): Promise<void>;
}

export interface RelayParts {
  readonly store: RelayStore;
  readonly signaller: CaseSignaller;
  readonly logger: Logger;
  readonly listen: (settings: NotificationListenerSettings) => { start(): Promise<void>; stop(): Promise<void> };
}

/** The API signals at once after its commit; what is left so long is the relay's. */
const apiHadItsChanceMs = 2_000;
/** A command that was signalled but has no outcome: Temporal may have lost it, and a case ignores what it has seen. */
const forgottenMs = 10 * 60_000;
const batch = 100;
const restMs = 1_000;

/** One relay a process; several do no harm, since rows are claimed and signals may be repeated. */
export function createRelay(parts: RelayParts): Relay {
  const bell = createBell();
  const round = createRounds(parts, () => isStopping);
  const listener = parts.listen({ channels: ['outbox'], onNotification: bell.ring, onListening: bell.ring });
  let isStopping = false;
  let running: Promise<void> = Promise.resolve();
  return { start, stop };

  async function start(): Promise<void> {
    await listener.start();
    running = run();
  }

  async function stop(): Promise<void> {
    isStopping = true;
    bell.ring();
    await running;
    await listener.stop();
  }

  async function run(): Promise<void> {
    while (!isStopping) {
      const isBusy = await round();
      if (!isBusy) await bell.rung(restMs);
    }
  }
}

/** One look at everything that may wait; true when something was sent: what waited behind it is looked for at once. */
function createRounds({ store, signaller, logger }: RelayParts, isStopping: () => boolean): () => Promise<boolean> {
  const each = createSending({ logger, isStopping });
  let nextReminderAt = 0;
  return async function round() {
    try {
      const { sent } = await store.claimOutbox(batch, (row) => signaller.carryOut(row));
      const untold = await store.casesWithUnsignalledCommands(batch, apiHadItsChanceMs);
      const isAway = !(await each(untold, signaller.sendUnsignalled));
      if (Date.now() >= nextReminderAt) await remindForgotten();
      // An import leaves many to the relay at once.
      return sent > 0 || (untold.length === batch && !isAway);
    } catch (error) {
      logger.warn('The relay could not finish its round', { error });
      return false;
    }
  };

  async function remindForgotten(): Promise<void> {
    nextReminderAt = Date.now() + forgottenMs;
    await each(await store.casesWithUndecidedCommands(batch, forgottenMs), signaller.remind);
  }
}

interface Bell {
  readonly ring: () => void;
  /** Until the bell is rung, or so long. */
  rung(timeoutMs: number): Promise<void>;
}

function createBell(): Bell {
  let isRung = false;
  let wake = (): void => undefined;
  return {
    ring: () => {
      isRung = true;
      wake();
    },
    async rung(timeoutMs) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        // Rung during the round: what it told of may have come after the look.
        if (isRung) wake();
      });
      isRung = false;
    },
  };
}
