import { converse } from './conversation.js';
import { answerOf, type DeliveryAnswer } from './delivery-answer.js';
import { createSigner, type DkimKey } from './dkim.js';
import { buildMessage, isAddress, parseSender, type OutgoingMessage } from './mail-message.js';
import { createSessionPool } from './session-pool.js';
import { parseSmtpUrl } from './smtp-url.js';
import { defaultSmtpTimeLimits, type SmtpTimeLimits } from './time-limits.js';

export interface MailerOptions {
  /** `smtp://user:pass@host:port` or `smtps://...`; see {@link parseSmtpUrl} for what may follow. */
  readonly smtpUrl: string;
  readonly from: string;
  readonly messageIdDomain: string;
  /** Null: letters are not signed, or the mail server does it. */
  readonly dkim?: DkimKey | null;
  readonly timeouts?: Partial<SmtpTimeLimits>;
}

/** Hands letters to a mail server, one after the other on each connection. */
export interface SmtpMailer {
  /** How many letters may be on their way at once without one waiting for a connection; null: as many as you like. */
  readonly maxConnections: number | null;
  /**
   * Resolves with what the server said; never throws for SMTP answers or lost connections.
   *
   * `beforeText` is awaited after the server's 354 and before the first byte of the text. When it throws, the connection
   * is destroyed without a byte of the text, and its error is thrown here. Until it has ended, no answer is given.
   */
  deliver(message: OutgoingMessage, beforeText: () => Promise<void>): Promise<DeliveryAnswer>;
  /** Takes leave of the server where connections were kept. */
  close(): Promise<void>;
}

/** @throws Error when the URL, the sender, the domain or the key is malformed: known at start, not at the first letter. */
export function createMailer({ smtpUrl, from, messageIdDomain, dkim, timeouts }: MailerOptions): SmtpMailer {
  const server = parseSmtpUrl(smtpUrl);
  const sender = parseSender(from, messageIdDomain);
  const sign = dkim == null ? null : createSigner(dkim);
  const limits = { ...defaultSmtpTimeLimits, ...timeouts };
  const pool = createSessionPool(server, limits);
  return {
    maxConnections: server.pool?.maxConnections ?? null,
    async deliver(message, beforeText) {
      // RFC 5321: 553, mailbox name not allowed. The server would say the same, or read it as two addresses.
      if (!isAddress(message.to))
        return { kind: 'refused', code: 553, answer: 'The address is malformed; nothing was sent' };
      const plain = await buildMessage(message, sender);
      const text = sign === null ? plain : await sign(plain);
      const envelope = { from: sender.address, to: message.to, id: message.deliveryId };
      const { end, gate } = await converse({ pool, limits, envelope, text, beforeText });
      await gate.settled();
      return answerOf(end, { hasTextBegun: gate.hasTextBegun(), to: message.to });
    },
    close: () => pool.close(),
  };
}
