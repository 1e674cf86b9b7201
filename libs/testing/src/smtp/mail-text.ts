/** A mail as a reader sees it. */
export interface ReadableMail {
  /** The last value of each header, unfolded and decoded; names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly subject: string;
  readonly messageId: string;
  /** Everything above the first empty line, as sent. */
  readonly head: string;
  readonly text: string;
  readonly html: string;
  /** The iCalendar text, its lines unfolded; null: there is none. */
  readonly calendar: string | null;
}

/** Reads a raw message of ours (kept as latin1): encoded words, quoted-printable, base64, one level of alternatives or more. */
export function readMail(raw: string): ReadableMail {
  const { head, headers } = split(raw);
  return {
    headers,
    subject: headers.get('subject') ?? '',
    messageId: headers.get('message-id') ?? '',
    head,
    text: partOf(raw, 'text/plain') ?? '',
    html: partOf(raw, 'text/html') ?? '',
    calendar: partOf(raw, 'text/calendar')?.replace(/\r?\n[ \t]/g, '') ?? null,
  };
}

interface Split {
  readonly head: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function split(raw: string): Split {
  const at = raw.indexOf('\r\n\r\n');
  const head = at < 0 ? raw : raw.slice(0, at);
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(lines.map((line) => headerOf(line)));
  return { head, headers, body: at < 0 ? '' : raw.slice(at + 4) };
}

function headerOf(line: string): readonly [string, string] {
  const at = line.indexOf(':');
  return [line.slice(0, at).toLowerCase(), decodeWords(line.slice(at + 1).trim())];
}

function partOf(raw: string, type: string): string | null {
  const { headers, body } = split(raw);
  const contentType = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary !== undefined) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    return parts.map((part) => partOf(part.replace(/^\r\n/, ''), type)).find((found) => found !== null) ?? null;
  }
  return contentType.toLowerCase().startsWith(type)
    ? decodeBody(body, headers.get('content-transfer-encoding') ?? '')
    : null;
}

function decodeBody(body: string, encoding: string): string {
  if (encoding.toLowerCase() === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding.toLowerCase() === 'quoted-printable') return decodeQuoted(body.replace(/=\r\n/g, ''));
  return Buffer.from(body, 'latin1').toString('utf8');
}

function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (words) => Buffer.concat(wordsOf(words)).toString('utf8'));
}

function wordsOf(words: string): readonly Buffer[] {
  return [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, encoding = '', text = '']) =>
    encoding.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedBytes(text.replaceAll('_', ' ')),
  );
}

function decodeQuoted(text: string): string {
  return quotedBytes(text).toString('utf8');
}

function quotedBytes(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
}
