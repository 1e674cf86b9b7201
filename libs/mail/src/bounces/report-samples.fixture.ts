/** The letter that a report speaks of. */
interface ReportedLetter {
  readonly messageId: string;
  readonly to: string;
}

type Sample = (letter: ReportedLetter) => string;

const head = [
  'Return-Path: <>',
  'From: Mail Delivery System <MAILER-DAEMON@mx.example.net>',
  'To: office@dialogue.example',
  'Date: Fri, 27 Nov 2026 09:12:33 +0700',
  'MIME-Version: 1.0',
  'Auto-Submitted: auto-replied',
];

/** Shapes in which servers report, written after what they send; `extra` goes into the head. */
function report({
  status,
  returned,
  words = 'Your letter could not be handed over.',
  extra = [],
}: {
  readonly status: readonly string[];
  readonly returned: readonly string[];
  readonly words?: string;
  readonly extra?: readonly string[];
}): string {
  return lines([
    ...head,
    ...extra,
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="B0/mx.example.net"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--B0/mx.example.net',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    words,
    '',
    '--B0/mx.example.net',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    ...status,
    '',
    '--B0/mx.example.net',
    ...returned,
    '',
    '--B0/mx.example.net--',
    '',
  ]);
}

function lines(text: readonly string[]): string {
  return text.join('\r\n');
}

function wholeLetter({ messageId, to }: ReportedLetter): readonly string[] {
  return [
    'Content-Description: Undelivered Message',
    'Content-Type: message/rfc822',
    '',
    'Received: from worker.dialogue.example by mx.example.net; Fri, 27 Nov 2026 09:12:30 +0700',
    'From: Office <office@dialogue.example>',
    `To: ${to}`,
    'Subject: A letter',
    `Message-ID: ${messageId}`,
    'Content-Type: text/plain',
    '',
    'The text of the letter.',
  ];
}

function headOfLetter({ messageId, to }: ReportedLetter, type = 'text/rfc822-headers'): readonly string[] {
  return [
    `Content-Type: ${type}`,
    '',
    'From: Office <office@dialogue.example>',
    `To: ${to}`,
    // Folded, as some servers write it.
    'Message-ID:',
    ` ${messageId}`,
    'Subject: A letter',
  ];
}

/** Postfix: one block of the message, one of the recipient, the whole letter behind them. */
export const postfix: Sample = (letter) =>
  report({
    status: [
      'Reporting-MTA: dns; mx.example.net',
      'X-Postfix-Queue-ID: 4Xy1',
      'X-Postfix-Sender: rfc822; office@dialogue.example',
      'Arrival-Date: Fri, 27 Nov 2026 09:12:30 +0700 (+07)',
      '',
      `Final-Recipient: rfc822; ${letter.to}`,
      `Original-Recipient: rfc822;${letter.to}`,
      'Action: failed',
      'Status: 5.1.1',
      'Remote-MTA: dns; in.body.example',
      `Diagnostic-Code: smtp; 550 5.1.1 <${letter.to}>: Recipient address rejected:`,
      '    User unknown in virtual mailbox table',
    ],
    returned: wholeLetter(letter),
  });

/** Postfix that is still trying. */
export const postfixDelayed: Sample = (letter) =>
  report({
    status: [
      'Reporting-MTA: dns; mx.example.net',
      '',
      `Final-Recipient: rfc822; ${letter.to}`,
      'Action: delayed',
      'Status: 4.4.1',
      'Diagnostic-Code: X-Postfix; connect to in.body.example[192.0.2.7]:25: Connection timed out',
      'Will-Retry-Until: Wed, 2 Dec 2026 09:12:30 +0700 (+07)',
    ],
    returned: headOfLetter(letter),
  });

/** Exim: no original recipient, the failed one in the head, only the head of the letter. */
export const exim: Sample = (letter) =>
  report({
    extra: [`X-Failed-Recipients: ${letter.to}`],
    status: [
      'Reporting-MTA: dns; exim.example.net',
      '',
      'Action: failed',
      `Final-Recipient: rfc822;${letter.to}`,
      'Status: 5.0.0',
      'Remote-MTA: dns; in.body.example',
      `Diagnostic-Code: smtp; 550 No such user (${letter.to})`,
    ],
    returned: headOfLetter(letter, 'message/rfc822'),
  });

/** Exchange: blocks in CRLF with empty fields, the id in References as well, and words of many lines. */
export const exchange: Sample = (letter) =>
  report({
    extra: [`References: ${letter.messageId}`, `In-Reply-To: ${letter.messageId}`, 'X-MS-Exchange-Message-Is-Ndr:'],
    words: "Delivery has failed to these recipients or groups:\r\n\r\nThe recipient's mailbox is full.",
    status: [
      'Reporting-MTA: dns;HK0PR01.prod.exchange.example',
      'Received-From-MTA: dns;mx.example.net',
      'Arrival-Date: Fri, 27 Nov 2026 02:12:30 +0000',
      '',
      `Final-Recipient: rfc822;${letter.to}`,
      'Action: failed',
      'Status: 5.2.2',
      `Diagnostic-Code: smtp;554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException; to ${letter.to}`,
      'X-Display-Name: Desk',
    ],
    returned: ['Content-Type: message/rfc822', '', `To: ${letter.to}`, 'Subject: A letter', '', 'No id came back.'],
  });

/** Gmail: the id beside the status, the recipient without the original one, and the whole letter. */
export const gmail: Sample = (letter) =>
  report({
    extra: [`X-Failed-Recipients: ${letter.to}`, `In-Reply-To: ${letter.messageId}`, `References: ${letter.messageId}`],
    status: [
      'Reporting-MTA: dns; googlemail.example',
      'Arrival-Date: Thu, 26 Nov 2026 18:12:33 -0800 (PST)',
      `X-Original-Message-ID: ${letter.messageId}`,
      '',
      `Final-Recipient: rfc822; ${letter.to}`,
      'Action: failed',
      'Status: 4.4.7',
      'Remote-MTA: dns; in.body.example. (192.0.2.7, the server for the domain body.example.)',
      'Diagnostic-Code: smtp; The recipient server did not accept our requests to connect.',
      'Last-Attempt-Date: Thu, 26 Nov 2026 18:12:33 -0800 (PST)',
    ],
    returned: wholeLetter(letter),
  });

/** Sendmail and its like, without the letter, but with the envelope id that it was handed in under. */
export const byEnvelopeId: Sample = ({ messageId, to }) =>
  report({
    status: [
      `Original-Envelope-Id: ${messageId.slice(1, messageId.indexOf('@'))}`,
      'Reporting-MTA: dns; mx.example.net',
      '',
      `Original-Recipient: rfc822;${to.replace('+', '+2B')}`,
      'Final-Recipient: rfc822; somebody.else@alias.example',
      'Action: failed (too many hops)',
      'Status: 5.4.6',
    ],
    returned: ['Content-Type: text/plain', '', 'The letter was not returned.'],
  });

/** Two recipients in one report: the second one got it. */
export const twoRecipients: Sample = (letter) =>
  report({
    status: [
      'Reporting-MTA: dns; mx.example.net',
      '',
      `Final-Recipient: rfc822; ${letter.to}`,
      'Action: failed',
      'Status: 5.1.1',
      '',
      'Final-Recipient: rfc822; other@body.example',
      'Action: relayed',
      'Status: 2.1.9',
    ],
    returned: wholeLetter(letter),
  });

/** Without action, and with the code in the words only. */
export const withoutAction: Sample = (letter) =>
  report({
    status: [
      'Reporting-MTA: dns; old.example.net',
      '',
      `Final-Recipient: rfc822; <${letter.to}>`,
      'Diagnostic-Code: smtp; 552 mailbox exceeds its limit',
    ],
    returned: headOfLetter(letter),
  });

/** A report by its head, with nothing in it that can be read. */
export const broken: Sample = (letter) =>
  lines([
    ...head,
    'Subject: Undelivered',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=cut',
    '',
    '--cut',
    'Content-Type: message/delivery-status',
    '',
    'this is no field at all',
    `and neither is ${letter.to}`,
    '',
  ]);

/** Somebody has read the letter: no report of delivery. */
export const readReceipt: Sample = ({ messageId, to }) =>
  lines([
    ...head,
    'Subject: Read: A letter',
    'Content-Type: multipart/report; report-type=disposition-notification; boundary=r',
    '',
    '--r',
    'Content-Type: message/disposition-notification',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Original-Message-ID: ${messageId}`,
    'Disposition: manual-action/MDN-sent-manually; displayed',
    '',
    '--r--',
    '',
  ]);

/** Somebody answers the letter, quoting a report. */
export const plainAnswer: Sample = ({ messageId, to }) =>
  lines([
    `From: ${to}`,
    'To: office@dialogue.example',
    `In-Reply-To: ${messageId}`,
    'Subject: Re: A letter',
    'Content-Type: text/plain',
    '',
    '> Action: failed',
    '> Status: 5.1.1',
    'What does this mean?',
    '',
  ]);
