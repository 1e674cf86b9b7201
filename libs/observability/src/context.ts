import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of one piece of work carries, so that lines of one request are found together. */
export interface LogContext {
  /** One HTTP request: made at the door or taken over from the proxy before it. */
  readonly requestId?: string;
  /** The command that the work is about. */
  readonly commandId?: string;
  /** The workflow that the work is about. */
  readonly workflowId?: string;
}

const storage = new AsyncLocalStorage<LogContext>();

/** Runs `work`, and all that it awaits, with these ids added to those around it. */
export function withLogContext<Result>(context: LogContext, work: () => Result): Result {
  return storage.run({ ...storage.getStore(), ...context }, work);
}

/** The ids of the work at hand; empty outside of any. */
export function logContext(): LogContext {
  return storage.getStore() ?? {};
}
