import type { SmtpSession } from './smtp-session.js';

/** Sessions that wait for the next letter. */
export interface KeptSessions {
  /** The one that was used last: the others grow idle, and are left. */
  take(): SmtpSession | null;
  keep(session: SmtpSession): void;
  count(): number;
  /** Takes leave on all of them. */
  leave(): Promise<void>;
}

interface Kept {
  readonly session: SmtpSession;
  readonly idle: NodeJS.Timeout;
}

export function createKeptSessions(idleMs: number): KeptSessions {
  const all: Kept[] = [];
  return { take, keep, count: () => all.length, leave };

  function take(): SmtpSession | null {
    for (let last = all.pop(); last !== undefined; last = all.pop()) {
      clearTimeout(last.idle);
      if (!last.session.isOver()) return last.session;
    }
    return null;
  }

  function keep(session: SmtpSession): void {
    session.allowSilence(0);
    const idle = setTimeout(() => {
      forget(session);
      void session.quit();
    }, idleMs);
    // An idle connection is no reason for a process to stay.
    idle.unref();
    all.push({ session, idle });
    session.onOver(() => forget(session));
  }

  function forget(session: SmtpSession): void {
    const place = all.findIndex((one) => one.session === session);
    if (place >= 0) clearTimeout(all.splice(place, 1)[0]?.idle);
  }

  async function leave(): Promise<void> {
    const leaving: Promise<void>[] = [];
    for (let session = take(); session !== null; session = take()) leaving.push(session.quit());
    await Promise.all(leaving);
  }
}
