declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface StoredMessage {
    uid: number;
    flags: string[];
    raw: string;
  }

  interface StoredMailbox {
    uidvalidity: number;
    uidnext: number;
    messages: StoredMessage[];
  }

  interface ImapServer {
    readonly server: Server;
    listen(port: number, host: string, callback: () => void): void;
    close(callback: () => void): void;
    getMailbox(path: string): StoredMailbox | undefined;
    appendMessage(path: string, flags: string[], at: Date, raw: string): { readonly message: StoredMessage };
  }

  interface ImapServerOptions {
    readonly plugins?: readonly string[];
    readonly users?: Readonly<Record<string, { readonly password: string }>>;
    readonly storage?: object;
  }

  function createServer(options: ImapServerOptions): ImapServer;
  export = createServer;
}
