import type { ConversationEnd } from './delivery-answer.js';
import { createKeptSessions } from './kept-sessions.js';
import { createSession, lost, type SmtpSession } from './smtp-session.js';
import type { SmtpPool, SmtpServer } from './smtp-url.js';
import type { SmtpTimeLimits } from './time-limits.js';

/** A session on which a letter may begin, or why there is none. */
type ReadySession =
  | { readonly session: SmtpSession; readonly failure: null }
  | { readonly session: null; readonly failure: ConversationEnd };

/** Connections to the mail server: new ones, and, where the URL says so, those that carried a letter before. */
export interface SessionPool {
  /**
   * A connection that was kept, when the server has just answered on it, else a new one. Of a letter nothing has been
   * said by then, so that a kept connection that turns out dead costs no attempt. Aborting ends what is under way.
   */
  ready(signal: AbortSignal): Promise<ReadySession>;
  /** Hands back a session on which the server is in the middle of nothing. */
  release(session: SmtpSession): void;
  /** Takes leave on all that are kept, and keeps none from now on. */
  close(): Promise<void>;
}

const noPool: SmtpPool = { maxConnections: 0, maxMessages: 0 };

export function createSessionPool(server: SmtpServer, limits: SmtpTimeLimits): SessionPool {
  const kept = createKeptSessions(limits.idleMs);
  const letters = new WeakMap<SmtpSession, number>();
  let { maxConnections, maxMessages } = server.pool ?? noPool;
  return { ready, release, close };

  async function ready(signal: AbortSignal): Promise<ReadySession> {
    const session = kept.take();
    if (session !== null) {
      closeOn(signal, session);
      if (await session.isAlive()) return { session, failure: null };
      // Whatever ended it has most likely ended those that have been idle for longer.
      for (let older = kept.take(); older !== null; older = kept.take()) older.close();
    }
    return signal.aborted ? { session: null, failure: lost('The conversation is over') } : connectAnew(signal);
  }

  async function connectAnew(signal: AbortSignal): Promise<ReadySession> {
    const session = createSession(server, limits);
    closeOn(signal, session);
    const failure = await session.connect();
    if (failure === null) return { session, failure };
    session.close();
    return { session: null, failure };
  }

  function release(session: SmtpSession): void {
    const carried = (letters.get(session) ?? 0) + 1;
    letters.set(session, carried);
    if (session.isOver()) return;
    if (carried < maxMessages && kept.count() < maxConnections) kept.keep(session);
    else void session.quit();
  }

  async function close(): Promise<void> {
    ({ maxConnections, maxMessages } = noPool);
    await kept.leave();
  }
}

function closeOn(signal: AbortSignal, session: SmtpSession): void {
  signal.addEventListener('abort', () => session.close(), { once: true });
}
