import addressparser from 'nodemailer/lib/addressparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { CalendarEvent } from '@dialogue/domain';

import { icalendarOf } from './icalendar.js';

/** A letter with its address, ready to be delivered under one id for ever. */
export interface OutgoingMessage {
  readonly deliveryId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Goes with it as iCalendar. */
  readonly event?: CalendarEvent;
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
export function buildMessage(message: OutgoingMessage, sender: Sender): Promise<Buffer> {
  const { name, address, messageIdDomain } = sender;
  const date = new Date();
  const invitation = invitationOf(message, sender, date);
  const composer = new MailComposer({
    from: { name, address },
    to: { name: '', address: message.to },
    subject: message.subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
    messageId: messageIdOf(message.deliveryId, messageIdDomain),
    date,
    // RFC 3834: no answering machine may answer it.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': 'vi' },
    text: message.text,
    html: message.html,
    ...invitation,
    textEncoding: 'B',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** D8.1g: beside the words for programs that know calendars, and as a file for the others. */
function invitationOf({ event, to }: OutgoingMessage, sender: Sender, stampedAt: Date): MailComposerOptions {
  if (event === undefined) return {};
  const { messageIdDomain: domain, ...organiser } = sender;
  const content = icalendarOf(event, { organiser, attendee: to, domain, stampedAt });
  return { icalEvent: { method: event.method, filename: 'invitation.ics', content } };
}

type MailComposerOptions = ConstructorParameters<typeof MailComposer>[0];

const idForm = /^[A-Za-z0-9_/+=-]+(?:\.[A-Za-z0-9_/+=-]+)*$/;
const domainForm = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/;
