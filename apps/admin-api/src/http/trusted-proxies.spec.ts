import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createApp } from '../app.js';
import { ApiError } from '../errors/api-error.js';
import { aLogger, services } from '../testing.fixture.js';

/** How the reverse proxy of the machine looks from inside of a container. */
const proxy = '172.18.0.1';
let app: NestFastifyApplication;

beforeAll(async () => {
  const accounts = {
    logIn: () => {
      throw new ApiError('auth.credentials_wrong');
    },
  };
  app = await createApp(services({ accounts }), aLogger().logger, 'loopback,uniquelocal');
});
afterAll(() => app.close());

async function guesses(count: number, from: { readonly remoteAddress: string; readonly person: string }) {
  const statuses: number[] = [];
  for (let attempt = 0; attempt < count; attempt += 1) {
    const response = await app.inject({
      method: 'POST',
      url: '/v1/auth/token',
      remoteAddress: from.remoteAddress,
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from.person },
      payload: { username: 'somebody', password: 'wrong' },
    });
    statuses.push(response.statusCode);
  }
  return statuses;
}

describe('behind a reverse proxy', () => {
  it('slows down the person who guesses, not everybody behind the proxy', async () => {
    expect((await guesses(11, { remoteAddress: proxy, person: '203.0.113.7' })).at(-1)).toBe(429);
    expect(await guesses(1, { remoteAddress: proxy, person: '203.0.113.8' })).toEqual([401]);
  });

  it('believes no stranger who claims to speak for others', async () => {
    const statuses: number[] = [];
    for (let claim = 1; claim <= 11; claim += 1) {
      statuses.push(...(await guesses(1, { remoteAddress: '198.51.100.1', person: `203.0.113.${claim}` })));
    }

    expect(statuses.at(-1)).toBe(429);
  });
});
