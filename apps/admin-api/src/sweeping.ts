import type { Logger } from '@dialogue/observability';
import type { CaseLinks, FileStore } from '@dialogue/persistence';

const dayMs = 86_400_000;
const firstMs = 60_000;
const everyMs = 3_600_000;

/** What removes what nobody needs any more: files that nobody has named, sessions of links whose time is over. */
export interface Sweeping {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

interface SweepingParts {
  readonly files: Pick<FileStore, 'sweep'>;
  readonly caseLinks: Pick<CaseLinks, 'removeSessionsThatAreOver'>;
  readonly logger: Logger;
  readonly now: () => number;
}

/** Once an hour, in the process that has the folder of the files. Several may run; each finds what is left. */
export function createSweeping(parts: SweepingParts): Sweeping {
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

/** Once, now: what came in more than a day ago and belongs to no case goes, and so do sessions that are over. */
export async function sweep({ files, caseLinks, logger, now }: SweepingParts): Promise<void> {
  const dustpans: readonly (readonly [string, () => Promise<Readonly<Record<string, number>>>])[] = [
    ['Files that belong to no case', async () => ({ ...(await files.sweep(new Date(now() - dayMs))) })],
    ['Sessions of links that are over', async () => ({ sessions: await caseLinks.removeSessionsThatAreOver() })],
  ];
  for (const [what, empty] of dustpans)
    try {
      const removed = await empty();
      if (Object.values(removed).some((many) => many > 0)) logger.info(`${what} were removed`, removed);
    } catch (error) {
      logger.warn(`${what} could not be removed; the next hour tries again`, { error });
    }
}
