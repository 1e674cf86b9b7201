import type { ConversationEnd } from './delivery-answer.js';
import type { SessionPool } from './session-pool.js';
import { lost, type Envelope, type SmtpSession } from './smtp-session.js';
import { createTextGate, type TextGate } from './text-gate.js';
import type { SmtpTimeLimits } from './time-limits.js';

export interface Conversation {
  readonly end: ConversationEnd;
  readonly gate: TextGate;
}

interface ConversationPlan {
  readonly pool: SessionPool;
  readonly limits: SmtpTimeLimits;
  readonly envelope: Envelope;
  readonly text: Buffer;
  readonly beforeText: () => Promise<void>;
}

/** One message. Resolves at once when the outcome is known; the farewell goes on behind it. */
export async function converse(plan: ConversationPlan): Promise<Conversation> {
  const { pool, limits, envelope } = plan;
  const hangUp = new AbortController();
  const clock = createClock();
  const line: Line = { session: null };
  const gate = gateOf(plan, clock, line);
  clock.restart(limits.untilTextMs);
  const end = await Promise.race([clock.timeIsUp, speak()]);
  clock.stop();
  // Whatever has not flowed by now never will: what the answer is made of stays true.
  gate.stream.destroy();
  if (line.session !== null && isInMiddleOfNothing(end, gate)) pool.release(line.session);
  else hangUp.abort();
  return { end, gate };

  async function speak(): Promise<ConversationEnd> {
    const ready = await pool.ready(hangUp.signal);
    if (ready.session === null) return ready.failure;
    line.session = ready.session;
    return line.session.send(envelope, gate.stream);
  }
}

/** The session, once there is one. */
interface Line {
  session: SmtpSession | null;
}

function gateOf({ text, beforeText, limits }: ConversationPlan, clock: Clock, line: Line): TextGate {
  return createTextGate({
    text,
    beforeText,
    // The time that beforeText takes is ours, not the server's silence.
    onOpening: () => line.session?.allowSilence(0),
    onTextBegins: () => {
      clock.restart(limits.finalAnswerMs);
      line.session?.allowSilence(limits.finalAnswerMs);
    },
  });
}

/**
 * Only then may something else be said on a connection: the whole text was answered with yes, or the letter was turned away
 * before the 354. Anywhere else it might be read as text.
 */
function isInMiddleOfNothing(end: ConversationEnd, gate: TextGate): boolean {
  if (end.kind === 'answered') return gate.isTextThrough();
  return end.reply !== null && !end.reply.startsWith('421') && !gate.isOpening() && end.command !== 'CONN';
}

interface Clock {
  readonly timeIsUp: Promise<ConversationEnd>;
  restart(ms: number): void;
  stop(): void;
}

/** One time limit after another; the first that passes ends the conversation. */
function createClock(): Clock {
  let timer: NodeJS.Timeout | undefined;
  let ring: (end: ConversationEnd) => void;
  return {
    timeIsUp: new Promise((resolve) => (ring = resolve)),
    restart: (ms) => {
      clearTimeout(timer);
      timer = setTimeout(() => ring(lost('The time limit of the conversation has passed')), ms);
    },
    stop: () => clearTimeout(timer),
  };
}
