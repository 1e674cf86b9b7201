/** How long the story waits for a stack that is stopped, killed or started again. */
export const patienceMs = 300_000;
const pauseMs = 500;

/** An error that no waiting cures. */
function isFinal(error: unknown): boolean {
  return error instanceof Error && error.name === 'StoryRefused';
}

/**
 * Tries until there is a result; `null`, or an error that waiting may cure, means not yet. Says once that it waits.
 *
 * @throws StoryRefused at once; Error when patience ends.
 */
export async function patiently<Result extends object | string | boolean>(
  onWaiting: () => void,
  attempt: (lastError: unknown) => Promise<Result | null>,
): Promise<Result> {
  let lastError: unknown = null;
  let hasWaited = false;
  for (const until = Date.now() + patienceMs; Date.now() < until;) {
    try {
      const result = await attempt(lastError);
      if (result !== null) return result;
    } catch (error) {
      if (isFinal(error)) throw error;
      lastError = error;
    }
    if (!hasWaited) onWaiting();
    hasWaited = true;
    await pause();
  }
  throw new Error(`Nothing came of it in ${String(patienceMs / 1000)} s`, { cause: lastError });
}

/** A short while. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseMs));
}
