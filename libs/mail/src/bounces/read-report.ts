import { simpleParser, type ParsedMail } from 'mailparser';

import { blocksOf, fieldsOf, statusOf, type RecipientStatus } from './delivery-status.js';

/** A report of delivery: of which letter of ours, and what it says of each recipient. */
export interface DeliveryReport {
  /** Null: of a message that is none of ours, or that it does not name. */
  readonly deliveryId: string | null;
  /** None: the report cannot be read. */
  readonly parts: readonly RecipientStatus[];
}

/**
 * Reads a message as a report of delivery (RFC 3464). Null: it is none. Only a Message-ID under our own domain names a letter
 * of ours; whether it was really sent the register says.
 */
export async function readReport(source: Buffer, messageIdDomain: string): Promise<DeliveryReport | null> {
  const mail = await parsed(source);
  if (mail === null) return null;
  const status = contentOf(mail, statusTypes);
  if (status === null && !isReport(mail)) return null;
  const blocks = blocksOf(status ?? '');
  const failed = failedRecipients(mail);
  return {
    deliveryId: deliveryIdIn(
      namesOf(
        mail,
        blocks.flatMap((fields) => envelopeFields.flatMap((name) => fields.get(name) ?? [])),
      ),
      messageIdDomain,
    ),
    parts: blocks.flatMap((fields) => statusOf(fields, failed) ?? []),
  };
}

/** Null for what the parser does not take, such as parts without end: the next reading would find it no better. */
async function parsed(source: Buffer): Promise<ParsedMail | null> {
  try {
    return await simpleParser(source, { ...plainly, keepDeliveryStatus: true, ignoreEmbedded: true });
  } catch {
    return null;
  }
}

/** Nothing is made of the words: only fields are read. */
const plainly = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true } as const;

const statusTypes = ['message/delivery-status', 'message/global-delivery-status'];
const returnedTypes = [
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/global-headers',
];

/** Where a report may repeat how the sender had numbered the message. */
const envelopeFields = ['original-envelope-id', 'x-original-message-id'];

function isReport({ headers }: ParsedMail): boolean {
  const type = headers.get('content-type');
  if (type === undefined || typeof type !== 'object' || !('params' in type) || typeof type.value !== 'string')
    return false;
  return type.value === 'multipart/report' && reportTypeIn(type.params).toLowerCase() === 'delivery-status';
}

function reportTypeIn(params: unknown): string {
  if (typeof params !== 'object' || params === null || !('report-type' in params)) return '';
  return String(params['report-type']);
}

function contentOf({ attachments }: ParsedMail, types: readonly string[]): string | null {
  return attachments.find(({ contentType }) => types.includes(contentType))?.content.toString('utf8') ?? null;
}

/** Exim and others name in the head whom the report is about. */
function failedRecipients({ headers }: ParsedMail): readonly string[] {
  const named = headers.get('x-failed-recipients');
  return typeof named === 'string' ? named.split(/[\s,]+/).filter((address) => address.includes('@')) : [];
}

/** Every name under which the report may mean a message, the surest first. */
function namesOf(mail: ParsedMail, envelopeIds: readonly string[]): readonly string[] {
  const returned = contentOf(mail, returnedTypes) ?? '';
  const [head = ''] = returned.replace(/\r\n?/g, '\n').trimStart().split('\n\n', 1);
  const references = [mail.inReplyTo ?? [], mail.references ?? []].flat();
  return [fieldsOf(head).get('message-id') ?? '', ...envelopeIds, ...references];
}

function deliveryIdIn(names: readonly string[], messageIdDomain: string): string | null {
  for (const name of names) {
    const [, id, domain] = /^<?([0-9a-f-]{36})(?:@([^>\s]+))?>?$/i.exec(name.trim()) ?? [];
    // An envelope id has no domain; that it is ours the register finds out.
    if (id !== undefined && isUuid(id) && (domain ?? messageIdDomain).toLowerCase() === messageIdDomain.toLowerCase())
      return id.toLowerCase();
  }
  return null;
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}
