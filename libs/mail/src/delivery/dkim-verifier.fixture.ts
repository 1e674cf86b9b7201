import { createHash, createVerify, type KeyObject } from 'node:crypto';

/** Whether a signature of a message holds, by the words of RFC 6376 and nobody's library: relaxed/relaxed, rsa-sha256. */
export function isSignedBy(message: string, key: KeyObject): boolean {
  const [head = '', ...bodyParts] = message.split('\r\n\r\n');
  const fields = head.split(/\r\n(?![ \t])/);
  const signature = fields.find((field) => nameOf(field) === 'dkim-signature');
  if (signature === undefined) return false;
  const tags = tagsOf(signature);
  if (tags.get('a') !== 'rsa-sha256' || tags.get('c') !== 'relaxed/relaxed') return false;
  if (tags.get('bh') !== hashOf(relaxedBody(bodyParts.join('\r\n\r\n')))) return false;
  const signed = [...signedFields(fields, tags.get('h') ?? ''), relaxed(withoutValue(signature))].join('\r\n');
  return createVerify('RSA-SHA256')
    .update(signed, 'latin1')
    .verify(key, tags.get('b') ?? '', 'base64');
}

/** The tags of a signature: `d`, `s`, `h` and so on. */
export function tagsOf(field: string): ReadonlyMap<string, string> {
  const value = field.slice(field.indexOf(':') + 1);
  return new Map(
    value.split(';').flatMap((tag) => {
      const [name = '', ...rest] = tag.split('=');
      return name.trim() === '' ? [] : [[name.trim(), rest.join('=').replace(/\s+/g, '')] as const];
    }),
  );
}

/** 5.4.2: of several fields of a name the last one first. */
function signedFields(fields: readonly string[], names: string): readonly string[] {
  const left = [...fields];
  return names.split(':').flatMap((name) => {
    const at = left.findLastIndex((field) => nameOf(field) === name.toLowerCase());
    return at < 0 ? [] : left.splice(at, 1).map(relaxed);
  });
}

function nameOf(field: string): string {
  return field.slice(0, field.indexOf(':')).trim().toLowerCase();
}

/** 3.4.2 */
function relaxed(field: string): string {
  const value = field.slice(field.indexOf(':') + 1).replace(/\r\n/g, '');
  return `${nameOf(field)}:${value.replace(/[ \t]+/g, ' ').trim()}`;
}

/** 3.7: the signature signs itself, without what it says. */
function withoutValue(signature: string): string {
  return signature.replace(/([;\s]b=)[^;]*/, '$1');
}

/** 3.4.4 */
function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  while (lines.at(-1) === '') lines.pop();
  return lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('base64');
}
