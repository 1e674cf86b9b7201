import { setTimeout as pause } from 'node:timers/promises';

const lookEveryMs = 40;
/** A limit, not a pause: what has happened is seen at once, and a slow machine is no failure. */
const usualLimitMs = 90_000;

/**
 * The first value of a question that is neither null nor false; asked again and again. An error is an answer too: not yet.
 * @throws Error naming what was waited for, with the last error as its cause.
 */
export async function waitFor<Value>(
  what: string,
  question: () => Promise<Value | null | false> | Value | null | false,
  limitMs = usualLimitMs,
): Promise<Value> {
  let cause: unknown = null;
  for (const until = Date.now() + limitMs; Date.now() < until;) {
    try {
      const value = await question();
      if (value !== null && value !== false) return value;
      cause = null;
    } catch (error) {
      cause = error;
    }
    await pause(lookEveryMs);
  }
  throw new Error(`after ${String(limitMs)} ms still not: ${what}`, cause === null ? {} : { cause });
}
