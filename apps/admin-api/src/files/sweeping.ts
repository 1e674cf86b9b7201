import type { Logger } from '@dialogue/observability';
import type { FileStore } from '@dialogue/persistence';

const dayMs = 86_400_000;
const firstMs = 60_000;
const everyMs = 3_600_000;

/** What removes files that nobody has named, beside the folder in which they lie. */
export interface Sweeping {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

/** Once an hour: what came in more than a day ago and belongs to no case goes. Several may run; each finds what is left. */
export function createSweeping(parts: {
  readonly files: Pick<FileStore, 'sweep'>;
  readonly logger: Logger;
  readonly now: () => number;
}): Sweeping {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  function after(ms: number): void {
    timer = setTimeout(() => {
      running = sweep(parts).then(() => {
        if (timer !== null) after(everyMs);
      });
    }, ms).unref();
  }
  return {
    start: () => {
      after(firstMs);
    },
    async stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await running;
    },
  };
}

async function sweep({ files, logger, now }: Parameters<typeof createSweeping>[0]): Promise<void> {
  try {
    const swept = await files.sweep(new Date(now() - dayMs));
    if (swept.files + swept.contents > 0) logger.info('Files that belong to no case were removed', { ...swept });
  } catch (error) {
    logger.warn('Files that belong to no case could not be removed; the next hour tries again', { error });
  }
}
