import type { Logger } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';

const silent: Logger = { log: ignore, trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore };

/** Where a step runs that is asked for now, and fails without a word in the log of the tests. */
export function anActivityEnvironment(): MockActivityEnvironment {
  return new MockActivityEnvironment({ scheduledTimestampMs: Date.now() }, { logger: silent });
}

function ignore(): void {
  // Nobody reads it.
}
