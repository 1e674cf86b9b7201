import type { DataSource } from 'typeorm';

import { createNotificationListener } from '../relay/notification-listener.js';
import { sqlOf } from '../sql/sql.js';
import type { Outcome } from './command.js';
import { commandById } from './stored-commands.js';
import { createWaitingRoom } from './waiting-room.js';

/** Hears of outcomes as they are recorded: one connection for the whole process, renewed when it breaks. */
export interface OutcomeListener {
  start(): Promise<void>;
  /** The outcome, as soon as it is there; null when it is not there in time. Reads the row itself, so no notification can be missed. */
  waitFor(commandId: string, timeoutMs: number): Promise<Outcome | null>;
  stop(): Promise<void>;
}

export function createOutcomeListener(dataSource: DataSource): OutcomeListener {
  const sql = sqlOf(dataSource);
  const waiting = createWaitingRoom();
  let isStopped = false;
  const listener = createNotificationListener(dataSource, {
    channels: ['command_outcomes'],
    onNotification: (_channel, commandId) => {
      waiting.wake(commandId);
    },
    // While the connection was away an announcement may have been missed.
    onListening: () => {
      waiting.wakeAll();
    },
  });
  return { start: async () => listener.start(), waitFor, stop };

  /** Reads first and after every waking: an announcement, a renewed connection, the end of the time. */
  async function waitFor(commandId: string, timeoutMs: number): Promise<Outcome | null> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const place = waiting.enter(commandId, Math.max(0, deadline - performance.now()));
      try {
        const outcome = (await commandById(sql, commandId))?.outcome ?? null;
        if (outcome !== null || isStopped || performance.now() >= deadline) return outcome;
        await place.woken;
      } finally {
        place.leave();
      }
    }
  }

  async function stop(): Promise<void> {
    isStopped = true;
    waiting.wakeAll();
    await listener.stop();
  }
}
