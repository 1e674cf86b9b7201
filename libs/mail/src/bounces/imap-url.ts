/** Where the mailbox is to which reports of delivery come, and how to speak to its server. */
export interface ImapServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`imaps:`); otherwise STARTTLS is required, unless the URL says otherwise. */
  readonly secure: boolean;
  readonly requireTLS: boolean;
  /** False only for a server with a certificate of its own making, on a network that is trusted. */
  readonly rejectUnauthorized: boolean;
  readonly login: { readonly user: string; readonly pass: string };
  readonly folder: string;
  /** Where mail goes that is no report; null: it is left alone. */
  readonly othersFolder: string | null;
}

const settings: readonly string[] = ['ignoreTLS', 'tls.rejectUnauthorized', 'moveOthersTo'];

/**
 * Reads `imaps://user:pass@host:port/INBOX?moveOthersTo=Folder`, or `imap:`, for which TLS is required unless the URL says
 * `ignoreTLS=true`: a password never goes out in the clear because somebody on the wire has hidden the offer of TLS.
 *
 * @throws Error with a sentence that names the mistake but not the password.
 */
export function parseImapUrl(imapUrl: string): ImapServer {
  const url = readUrl(imapUrl);
  const secure = url.protocol === 'imaps:';
  const folder = decodeURIComponent(url.pathname.replace(/^\//, ''));
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 993 : 143) : Number(url.port),
    secure,
    requireTLS: !secure && url.searchParams.get('ignoreTLS') !== 'true',
    rejectUnauthorized: url.searchParams.get('tls.rejectUnauthorized') !== 'false',
    login: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    folder: folder === '' ? 'INBOX' : folder,
    othersFolder: url.searchParams.get('moveOthersTo'),
  };
}

function readUrl(imapUrl: string): URL {
  const url = URL.parse(imapUrl);
  if (url === null || (url.protocol !== 'imap:' && url.protocol !== 'imaps:') || url.hostname === '')
    throw new Error('The IMAP URL must look like imaps://user:password@host/INBOX');
  if (url.username === '') throw new Error('The IMAP URL names nobody who logs in');
  const unknown = [...url.searchParams.keys()].filter((key) => !settings.includes(key));
  if (unknown.length > 0)
    throw new Error(`The IMAP URL has unknown settings: ${unknown.join(', ')}; known are ${settings.join(', ')}`);
  return url;
}
