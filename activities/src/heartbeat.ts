import { Context } from '@temporalio/activity';

const beatEveryMs = 5_000;
const pauseMs = 2_000;
const givesUpAfterMs = 60_000;

/** Tells Temporal every five seconds that the step is alive, so that a dead worker is noticed after twenty. */
export async function beating<Result>(step: () => Promise<Result>): Promise<Result> {
  const context = Context.current();
  context.heartbeat();
  const timer = setInterval(() => {
    context.heartbeat();
  }, beatEveryMs);
  try {
    return await step();
  } finally {
    clearInterval(timer);
  }
}

/** Repeats a write that must not be lost while the register is away for a moment; then throws its last error. */
export async function keepTrying(write: () => Promise<void>, context: Pick<Context, 'sleep'>): Promise<void> {
  const until = Date.now() + givesUpAfterMs;
  for (;;) {
    try {
      await write();
      return;
    } catch (error) {
      if (Date.now() >= until || isFinal(error)) throw error;
      await context.sleep(pauseMs);
    }
  }
}

/** Another attempt or a person has taken over: repeating cannot help. */
function isFinal(error: unknown): boolean {
  return error instanceof Error && error.name === 'ClaimLost';
}
