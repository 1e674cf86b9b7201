/** Where the mail server is and how to speak to it. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps:`); otherwise STARTTLS is used where the server offers it. */
  readonly secure: boolean;
  readonly requireTLS: boolean;
  readonly ignoreTLS: boolean;
  /** False only for a relay with a certificate of its own making, on a network that is trusted. */
  readonly rejectUnauthorized: boolean;
  /** How we introduce ourselves; null for the name of the machine. */
  readonly name: string | null;
  readonly login: { readonly user: string; readonly pass: string } | null;
  /** Whether connections are kept for the next letter; null: each letter has one of its own. */
  readonly pool: SmtpPool | null;
}

/** How many connections there are at the same time, and how many letters each carries. */
export interface SmtpPool {
  readonly maxConnections: number;
  readonly maxMessages: number;
}

const poolPresets = { maxConnections: 10, maxMessages: 100 };
const settings: readonly string[] = [
  ...['requireTLS', 'ignoreTLS', 'tls.rejectUnauthorized', 'name'],
  ...['pool', 'maxConnections', 'maxMessages'],
];

/**
 * Reads `smtp://user:pass@host:port?requireTLS=true`, or `smtps:`. With a login TLS is required unless the URL says
 * `requireTLS=false` or `ignoreTLS=true`. With `pool=true` connections are kept, `maxConnections` at most, each for
 * `maxMessages` letters.
 *
 * @throws Error with a sentence that names the mistake but not the password.
 */
export function parseSmtpUrl(smtpUrl: string): SmtpServer {
  const url = URL.parse(smtpUrl);
  if (url === null || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || url.hostname === '') {
    throw new Error('The SMTP URL must look like smtp://host:port or smtps://host:port');
  }
  const unknown = [...url.searchParams.keys()].filter((key) => !settings.includes(key));
  if (unknown.length > 0)
    throw new Error(`The SMTP URL has unknown settings: ${unknown.join(', ')}; known are ${settings.join(', ')}`);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: isTlsRequired(url),
    ignoreTLS: url.searchParams.get('ignoreTLS') === 'true',
    rejectUnauthorized: url.searchParams.get('tls.rejectUnauthorized') !== 'false',
    name: url.searchParams.get('name'),
    login:
      url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    pool: poolOf(url),
  };
}

function poolOf({ searchParams }: URL): SmtpPool | null {
  const sizes = {
    maxConnections: sizeOf(searchParams, 'maxConnections'),
    maxMessages: sizeOf(searchParams, 'maxMessages'),
  };
  return searchParams.get('pool') === 'true' ? sizes : null;
}

function sizeOf(parameters: URLSearchParams, name: keyof SmtpPool): number {
  const given = parameters.get(name) ?? String(poolPresets[name]);
  if (!/^[1-9]\d{0,3}$/.test(given)) throw new Error(`The SMTP URL must give ${name} as a whole number from 1 to 9999`);
  return Number(given);
}

/** A password never goes out in the clear because somebody on the wire has hidden the offer of TLS. */
function isTlsRequired({ searchParams, username }: URL): boolean {
  const isPreset = username !== '' && searchParams.get('ignoreTLS') !== 'true';
  return (searchParams.get('requireTLS') ?? String(isPreset)) === 'true';
}
