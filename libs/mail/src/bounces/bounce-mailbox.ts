import { createHash } from 'node:crypto';

import { ImapFlow } from 'imapflow';

import { parseImapUrl, type ImapServer } from './imap-url.js';
import { readReport, type DeliveryReport } from './read-report.js';

export interface BounceMailboxOptions {
  /** `imaps://user:pass@host/INBOX`; see {@link parseImapUrl} for what may follow. */
  readonly imapUrl: string;
  /** At the end of the Message-ID of every letter of ours. */
  readonly messageIdDomain: string;
}

/** A message of the mailbox. */
export interface MailboxMessage {
  readonly uid: number;
  /** SHA-256 of its bytes: the same for the same message, wherever it lies. */
  readonly key: string;
  /** Null: it is no report of delivery. */
  readonly report: DeliveryReport | null;
}

/** The mailbox while it is open. */
interface OpenBounceMailbox {
  readonly uidValidity: string;
  readonly messages: (afterUid: number) => AsyncIterable<MailboxMessage>;
  readonly markRecorded: (uid: number) => Promise<void>;
  readonly putAside: (uid: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The mailbox to which reports of delivery come. */
export interface BounceMailbox {
  /** Under which the register keeps how far it has been read; without the password. */
  readonly name: string;
  readonly open: () => Promise<OpenBounceMailbox>;
}

/** In one reading; the next one goes on. */
const atOnce = 500;
/** A report may bring back the whole letter with its files; what is read of it stands at the beginning. */
const readBytes = 1_048_576;

/** @throws Error when the URL is malformed: known at start, not at the first reading. */
export function createBounceMailbox({ imapUrl, messageIdDomain }: BounceMailboxOptions): BounceMailbox {
  const server = parseImapUrl(imapUrl);
  return {
    name: `${server.login.user}@${server.host}/${server.folder}`,
    open: () => open(server, messageIdDomain),
  };
}

async function open(server: ImapServer, messageIdDomain: string): Promise<OpenBounceMailbox> {
  const client = clientOf(server);
  await client.connect();
  try {
    // That it is there already, servers say in many ways; if it is not, moving says so.
    if (server.othersFolder !== null) await client.mailboxCreate(server.othersFolder).catch(() => undefined);
    const { uidValidity } = await client.mailboxOpen(server.folder);
    return {
      uidValidity: String(uidValidity),
      messages: (afterUid) => messagesOf(client, afterUid, messageIdDomain),
      async markRecorded(uid) {
        const isMarked = await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
        if (!isMarked) throw new Error('A report could not be marked as seen');
      },
      async putAside(uid) {
        if (server.othersFolder === null) return;
        const moved = await client.messageMove(String(uid), server.othersFolder, { uid: true });
        if (moved === false) throw new Error('Mail that is no report could not be moved');
      },
      close: () => close(client),
    };
  } catch (error) {
    await close(client);
    throw error;
  }
}

function clientOf({ host, port, secure, requireTLS, rejectUnauthorized, login }: ImapServer): ImapFlow {
  const client = new ImapFlow({
    ...{ host, port, secure, auth: login, tls: { rejectUnauthorized } },
    ...(secure ? {} : { doSTARTTLS: requireTLS }),
    // Its log would hold addresses and words of people.
    logger: false,
    disableAutoIdle: true,
    ...{ connectionTimeout: 15_000, greetingTimeout: 10_000, socketTimeout: 60_000 },
  });
  // The step that is under way fails with it; unheard it would end the process.
  client.on('error', () => undefined);
  return client;
}

async function* messagesOf(
  client: ImapFlow,
  afterUid: number,
  messageIdDomain: string,
): AsyncGenerator<MailboxMessage> {
  const found = await client.search({ uid: `${String(afterUid + 1)}:*` }, { uid: true });
  if (!Array.isArray(found)) throw new Error('The mailbox could not be searched');
  // `7:*` also finds the last message when its uid is smaller (RFC 9051).
  const uids = found.filter((uid) => uid > afterUid).toSorted((one, two) => one - two);
  for (const uid of uids.slice(0, atOnce)) {
    const message = await client.fetchOne(String(uid), { source: { maxLength: readBytes } }, { uid: true });
    if (!client.usable) throw new Error('The connection to the mailbox was lost');
    // Deleted meanwhile by somebody who looks after the mailbox.
    if (message === false || message.source === undefined) continue;
    const key = createHash('sha256').update(message.source).digest('hex');
    yield { uid, key, report: await readReport(message.source, messageIdDomain) };
  }
}

async function close(client: ImapFlow): Promise<void> {
  await client.logout().catch(() => {
    client.close();
  });
}
