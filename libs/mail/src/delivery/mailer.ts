import { converse, type SmtpTimeLimits } from './conversation.js';
import { answerOf, type DeliveryAnswer } from './delivery-answer.js';
import { buildMessage, isAddress, parseSender, type OutgoingMessage } from './mail-message.js';
import { parseSmtpUrl } from './smtp-url.js';

export interface MailerOptions {
  /** `smtp://user:pass@host:port` or `smtps://...`; see {@link parseSmtpUrl} for what may follow. */
  readonly smtpUrl: string;
  readonly from: string;
  readonly messageIdDomain: string;
  readonly timeouts?: Partial<SmtpTimeLimits>;
}

/** Hands letters to a mail server, one connection each. */
export interface SmtpMailer {
  /**
   * Resolves with what the server said; never throws for SMTP answers or lost connections.
   *
   * `beforeText` is awaited after the server's 354 and before the first byte of the text. When it throws, the connection
   * is destroyed without a byte of the text, and its error is thrown here. Until it has ended, no answer is given.
   */
  deliver(message: OutgoingMessage, beforeText: () => Promise<void>): Promise<DeliveryAnswer>;
}

/** At most 20 s before the text and 35 s after it: less than a minute, which an activity can grant. */
export const defaultSmtpTimeLimits: SmtpTimeLimits = {
  connectMs: 10_000,
  greetingMs: 8_000,
  commandMs: 10_000,
  untilTextMs: 20_000,
  finalAnswerMs: 35_000,
};

/** @throws Error when the URL, the sender or the domain is malformed: known at start, not at the first letter. */
export function createMailer({ smtpUrl, from, messageIdDomain, timeouts }: MailerOptions): SmtpMailer {
  const server = parseSmtpUrl(smtpUrl);
  const sender = parseSender(from, messageIdDomain);
  const limits = { ...defaultSmtpTimeLimits, ...timeouts };
  return {
    async deliver(message, beforeText) {
      // RFC 5321: 553, mailbox name not allowed. The server would say the same, or read it as two addresses.
      if (!isAddress(message.to))
        return { kind: 'refused', code: 553, answer: 'The address is malformed; nothing was sent' };
      const text = await buildMessage(message, sender);
      const envelope = { from: sender.address, to: message.to };
      const { end, gate } = await converse({ server, limits, envelope, text, beforeText });
      await gate.settled();
      return answerOf(end, { hasTextBegun: gate.hasTextBegun(), to: message.to });
    },
  };
}
