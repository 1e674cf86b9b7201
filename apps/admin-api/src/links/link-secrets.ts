import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

import { hashOfSecret } from '@dialogue/persistence';

/** How long somebody who has opened a link may read and write: about as long as an answer takes. */
export const sessionSeconds = 60 * 60;

/** What a token, or the secret of a session, looks like: 256 bits in base64url. */
const secretShape = /^[\w-]{43}$/;

/** Null for what can be no token and no secret: nobody asks the register for it. */
export function secretHash(given: string | null): Uint8Array | null {
  return given === null || !secretShape.test(given) ? null : hashOfSecret(given);
}

/** A form of a session: the id tells one filled in form from the next, the proof that this session was shown it. */
export interface FormSeal {
  readonly id: string;
  readonly proof: string;
}

export function newFormSeal(secret: string): FormSeal {
  const id = randomUUID();
  return { id, proof: proofOf(secret, id) };
}

/** Whether a form was made for this session: no other page can make one (CSRF). */
export function isSealed(secret: string, { id, proof }: FormSeal): boolean {
  const [expected, given] = [proofOf(secret, id), proof].map(hashOfSecret);
  return expected !== undefined && given !== undefined && timingSafeEqual(expected, given);
}

function proofOf(secret: string, formId: string): string {
  return createHmac('sha256', secret).update(`form/${formId}`).digest('base64url');
}

/** The cookie in which a browser keeps the secret of its session. */
export interface LinkCookie {
  readonly name: string;
  /** The header that sets it. */
  set(secret: string): string;
  /** What a request says; null: nothing. */
  read(header: unknown): string | null;
}

/** Over https the name forbids every other host, path and protocol to set it. */
export function linkCookie(publicUrl: string): LinkCookie {
  const isSecure = new URL(publicUrl).protocol === 'https:';
  const name = isSecure ? '__Host-viec' : 'viec';
  const attributes = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${String(sessionSeconds)}${isSecure ? '; Secure' : ''}`;
  return {
    name,
    set: (secret) => `${name}=${secret}; ${attributes}`,
    read: (header) => (typeof header === 'string' ? valueIn(header, name) : null),
  };
}

function valueIn(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name && value !== undefined) return value;
  }
  return null;
}
