import { createHash } from 'node:crypto';

import type { ThrottlerModuleOptions } from '@nestjs/throttler';

const minuteMs = 60_000;

/** How often one may try to log in: a name from one address, and one address whatever the names. */
export const loginLimits: ThrottlerModuleOptions = {
  setHeaders: false,
  throttlers: [
    {
      name: 'login-name',
      ttl: minuteMs,
      limit: 10,
      getTracker: (request) => `${addressOf(request)} ${nameOf(request)}`,
    },
    { name: 'login-address', ttl: minuteMs, limit: 100, getTracker: addressOf },
  ],
};

function addressOf(request: object): string {
  return String(Reflect.get(request, 'ip'));
}

function nameOf(request: object): string {
  const body: unknown = Reflect.get(request, 'body');
  const name: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'username') : '';
  // What is no text is refused by the schema afterwards; turned into text here, it could throw.
  const text = typeof name === 'string' ? name : '';
  // Hashed: somebody may type a password, or a megabyte, into the field.
  return createHash('sha256').update(text.trim().toLowerCase()).digest('base64url');
}
