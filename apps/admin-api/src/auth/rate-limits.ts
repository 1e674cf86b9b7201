import { createHash } from 'node:crypto';

import { applyDecorators, UseGuards } from '@nestjs/common';
import type { ThrottlerModuleOptions } from '@nestjs/throttler';

import { networkOf } from './network-of.js';
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
    { name: 'link-address', ttl: minuteMs, limit: 120, getTracker: addressOf },
    { name: 'link-itself', ttl: minuteMs, limit: 30, getTracker: linkOf },
    // Programs of many people ask through the address of one service; guessing 256 bits takes longer than that.
    { name: 'feed-address', ttl: minuteMs, limit: 120, getTracker: addressOf },
  ],
};

/** By which limits what is slowed down. */
const limitsOf = {
  logIn: ['login-name', 'login-address'],
  explain: ['explain-address'],
  /** A link of a letter, and what is seen and done by it. */
  link: ['link-address', 'link-itself'],
  /** The secret address of a calendar. */
  feed: ['feed-address'],
} as const;

/** The route, or every route of the controller, is slowed down by its own limits. */
export function RateLimited(what: keyof typeof limitsOf): ClassDecorator & MethodDecorator {
  const own: readonly string[] = limitsOf[what];
  const others = Object.values(limitsOf)
    .flat()
    .filter((name) => !own.includes(name));
  return applyDecorators(
    UseGuards(ThrottlerGuard),
    SkipThrottle(Object.fromEntries(others.map((name) => [name, true]))),
  );
}

function addressOf(request: object): string {
  return networkOf(String(Reflect.get(request, 'ip')));
}

/** The link that somebody follows, or that they have opened: by the hash of what they know of it. */
function linkOf(request: object): string {
  const { headers, url } = requestOf(request);
  const { cookie } = headers;
  return createHash('sha256')
    .update(url.startsWith('/l/') || typeof cookie !== 'string' ? url : cookie)
    .digest('base64url');
}

function requestOf(request: object): { readonly url: string; readonly headers: Readonly<Record<string, unknown>> } {
  const url: unknown = Reflect.get(request, 'url');
  const headers: unknown = Reflect.get(request, 'headers');
  return {
    url: typeof url === 'string' ? url : '',
    headers: typeof headers === 'object' && headers !== null ? { ...headers } : {},
  };
}

function nameOf(request: object): string {
  const body: unknown = Reflect.get(request, 'body');
  const name: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'username') : '';
  // What is no text is refused by the schema afterwards; turned into text here, it could throw.
  const text = typeof name === 'string' ? name : '';
  // Hashed: somebody may type a password, or a megabyte, into the field.
  return createHash('sha256').update(text.trim().toLowerCase()).digest('base64url');
}
