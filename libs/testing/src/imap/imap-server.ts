import type { AddressInfo, Socket } from 'node:net';

import createServer from 'hoodiecrow-imap';

/** A message as it lies in a mailbox. */
export interface LyingMessage {
  readonly uid: number;
  readonly isSeen: boolean;
  readonly raw: string;
}

/** A mailbox server of a test: speaks IMAP, keeps everything in memory. */
export interface TestImapServer {
  /** Of INBOX, with name and password; more may follow. */
  readonly url: string;
  /** A message comes in; its uid. */
  put(raw: string): number;
  /** What lies in a folder, INBOX unless told otherwise. */
  lying(folder?: string): readonly LyingMessage[];
  /** As after a restore of the mailbox: the same messages under new uids. */
  renumber(): void;
  /** Ends every connection. */
  drop(): void;
  close(): Promise<void>;
}

const host = '127.0.0.1';

export async function startImapServer(): Promise<TestImapServer> {
  const server = createServer({ plugins: ['UIDPLUS', 'MOVE', 'ID'], users: { office: { password: 'secret' } } });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.server.address() as AddressInfo;
  const folderOf = (path: string): NonNullable<ReturnType<typeof server.getMailbox>> => {
    const folder = server.getMailbox(path);
    if (folder === undefined) throw new Error(`There is no folder ${path}`);
    return folder;
  };
  const drop = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `imap://office:secret@${host}:${String(port)}/INBOX?ignoreTLS=true`,
    put: (raw) => server.appendMessage('INBOX', [], new Date(), raw).message.uid,
    lying: (folder = 'INBOX') =>
      folderOf(folder).messages.map(({ uid, flags, raw }) => ({ uid, isSeen: flags.includes('\\Seen'), raw })),
    renumber() {
      const inbox = folderOf('INBOX');
      inbox.uidvalidity += 1;
      for (const message of inbox.messages) message.uid = inbox.uidnext++;
    },
    drop,
    async close() {
      drop();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}
