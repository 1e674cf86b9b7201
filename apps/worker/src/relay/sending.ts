import type { Logger } from '@dialogue/observability';
import type { DoorReference } from '@dialogue/persistence';

type Send = (reference: DoorReference) => Promise<void>;

const awayAfterFailures = 3;
/** Temporal takes several starts in the time of one; more would leave the ledger too few connections. */
const casesAtOnce = 10;

/**
 * Signals a few cases at a time, each in its own order; the first ones show whether Temporal is there. One case that cannot
 * be signalled must not hold back the others; when several fail, Temporal is away. Gives back whether all went.
 */
export function createSending({
  logger,
  isStopping,
}: {
  readonly logger: Logger;
  readonly isStopping: () => boolean;
}): (references: readonly DoorReference[], send: Send) => Promise<boolean> {
  return async (references, send) => {
    let failures = 0;
    let from = 0;
    while (from < references.length) {
      if (isStopping() || failures >= awayAfterFailures) return false;
      const some = references.slice(from, from + (from === 0 ? awayAfterFailures : casesAtOnce));
      const went = await Promise.all(some.map((reference) => isSent(reference, send)));
      failures += went.filter((isGone) => !isGone).length;
      from += some.length;
    }
    return failures === 0;
  };

  async function isSent(reference: DoorReference, send: Send): Promise<boolean> {
    try {
      await send(reference);
      return true;
    } catch (error) {
      logger.warn('A case could not be signalled', { ...reference, error });
      return false;
    }
  }
}
