import { createHash } from 'node:crypto';

import { applyDecorators, UseGuards } from '@nestjs/common';
import type { ThrottlerModuleOptions } from '@nestjs/throttler';

import { SkipThrottle, ThrottlerGuard } from './throttler.js';

const minuteMs = 60_000;

/**
 * How often one may ask what needs no account. To log in: a name from one address, and one address whatever the names. For
 * the working of a deadline an office behind one address may ask often; a machine that reads all days is slowed down.
 */
export const rateLimits: ThrottlerModuleOptions = {
  setHeaders: false,
  throttlers: [
    {
      name: 'login-name',
      ttl: minuteMs,
      limit: 10,
      getTracker: (request) => `${addressOf(request)} ${nameOf(request)}`,
    },
    { name: 'login-address', ttl: minuteMs, limit: 100, getTracker: addressOf },
    { name: 'explain-address', ttl: minuteMs, limit: 300, getTracker: addressOf },
  ],
};

const others = {
  logIn: { 'explain-address': true },
  explain: { 'login-name': true, 'login-address': true },
} as const;

/** The route, or every route of the controller, is slowed down by its own limits. */
export function RateLimited(what: keyof typeof others): ClassDecorator & MethodDecorator {
  return applyDecorators(UseGuards(ThrottlerGuard), SkipThrottle(others[what]));
}

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
