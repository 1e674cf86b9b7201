import addressparser from 'nodemailer/lib/addressparser';
import MailComposer from 'nodemailer/lib/mail-composer';

/** A letter with its address, ready to be delivered under one id for ever. */
export interface OutgoingMessage {
  readonly deliveryId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Who sends, and under which domain messages are numbered. */
export interface Sender {
  readonly name: string;
  readonly address: string;
  readonly messageIdDomain: string;
}

/** @throws Error when `from` is not exactly one address, or the domain cannot stand in a Message-ID. */
export function parseSender(from: string, messageIdDomain: string): Sender {
  const [only, ...more] = addressparser(from, { flatten: true });
  if (only === undefined || more.length > 0 || !isAddress(only.address)) {
    throw new Error('The sender must be one address, such as "Office <office@example.org>"');
  }
  if (!domainForm.test(messageIdDomain)) throw new Error('The domain for Message-IDs must look like mail.example.org');
  return { name: only.name, address: only.address, messageIdDomain };
}

/** Exactly one address, and nothing that a header or an SMTP command would read as more. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(text);
}

/**
 * The same for every attempt: a server, or a reader, recognises the second copy by it.
 *
 * @throws Error when the id cannot stand in a Message-ID.
 */
function messageIdOf(deliveryId: string, messageIdDomain: string): string {
  if (!idForm.test(deliveryId)) throw new Error('A delivery id must be made of letters, digits and . _ / + = - only');
  return `<${deliveryId}@${messageIdDomain}>`;
}

/** The bytes of a message, complete before the server is called. */
export function buildMessage(message: OutgoingMessage, { name, address, messageIdDomain }: Sender): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name, address },
    to: { name: '', address: message.to },
    subject: message.subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
    messageId: messageIdOf(message.deliveryId, messageIdDomain),
    date: new Date(),
    // RFC 3834: no answering machine may answer it.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': 'vi' },
    text: message.text,
    html: message.html,
    textEncoding: 'B',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

const idForm = /^[A-Za-z0-9_/+=-]+(?:\.[A-Za-z0-9_/+=-]+)*$/;
const domainForm = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/;
