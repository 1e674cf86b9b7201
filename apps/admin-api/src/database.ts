import type { Logger } from '@dialogue/observability';
import { pendingMigrations, type createDataSource, type OutcomeListener } from '@dialogue/persistence';

import { ApiError } from './errors/api-error.js';

type DataSource = ReturnType<typeof createDataSource>;

/** The API's hold on PostgreSQL: may begin before PostgreSQL does. */
export interface Database {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  /** @throws ApiError `service.unavailable` until the first connection was made. */
  readonly require: () => void;
  /** Rejects while PostgreSQL does not answer. */
  readonly check: () => Promise<void>;
  /** Rejects while the tables are older or newer than this code. */
  readonly checkMigrations: () => Promise<void>;
}

/** What it is made of. */
export interface DatabaseParts {
  readonly dataSource: DataSource;
  readonly outcomes: Pick<OutcomeListener, 'start' | 'stop'>;
  readonly logger: Logger;
}

const firstPauseMs = 200;
const longestPauseMs = 5000;

export function createDatabase(parts: DatabaseParts): Database {
  const { dataSource, outcomes } = parts;
  const ending = new AbortController();
  let connecting: Promise<void> | null = null;

  function require(): void {
    if (!dataSource.isInitialized) throw new ApiError('service.unavailable');
  }

  return {
    require,
    start() {
      connecting ??= connect(parts, ending.signal);
    },
    async stop() {
      ending.abort();
      await connecting;
      await outcomes.stop();
      if (dataSource.isInitialized) await dataSource.destroy();
    },
    async check() {
      require();
      await dataSource.query('SELECT 1');
    },
    async checkMigrations() {
      require();
      const pending = await pendingMigrations(dataSource);
      if (pending.length > 0) throw new Error(`${String(pending.length)} migrations have not run`);
    },
  };
}

async function connect({ dataSource, outcomes, logger }: DatabaseParts, ending: AbortSignal): Promise<void> {
  for (let pauseMs = firstPauseMs; !ending.aborted; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      if (!dataSource.isInitialized) await dataSource.initialize();
      await outcomes.start();
      logger.info('PostgreSQL is connected');
      return;
    } catch (error) {
      logger.warn('PostgreSQL cannot be reached; the API tries again', { error });
      await pause(pauseMs, ending);
    }
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
