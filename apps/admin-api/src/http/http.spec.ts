import 'reflect-metadata';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { createApp } from '../app.js';
import { ApiError } from '../errors/api-error.js';
import { aLogger, loggedInAs, services } from '../testing.fixture.js';
import { pendingCommand } from './pending.interceptor.js';

const petitionId = '0190a7f4-1111-7abc-8def-0123456789ab';
const canary = 'Nguyen Van Canary';
const registration = {
  title: canary,
  content: canary,
  source: 'late',
  category: 'resident',
  organisation: 'SL-UBND',
  petitioner: { name: canary },
};

const { logger, lines } = aLogger();
let app: NestFastifyApplication;

beforeAll(async () => {
  const given = services({
    accounts: {
      logIn: ({ password }) => {
        if (password !== 'right') throw new ApiError('auth.credentials_wrong');
        return Promise.resolve({ accessToken: 'a.b.c', tokenType: 'Bearer', expiresIn: 900 });
      },
    },
    petitions: {
      register: () => Promise.reject(new Error('the inside of a bug')),
      carryOut: () => Promise.resolve(pendingCommand('c'.repeat(64))),
      petition: () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })),
      petitions: () => Promise.resolve({ items: [], nextCursor: null }),
    },
    health: {
      readiness: () =>
        Promise.resolve({ status: 'notReady', code: 'service.not_ready', message: '-', notReady: ['temporal'] }),
    },
  });
  app = await createApp(given, logger);
});
afterAll(() => app.close());

function post(url: string, payload?: unknown, headers: Readonly<Record<string, string>> = loggedInAs('clerk')) {
  return app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: payload as object,
  });
}

describe('the API over HTTP', () => {
  it('answers that it is alive, and with an id of the request', async () => {
    const response = await app.inject({ url: '/health/live', headers: { 'x-request-id': 'given-by-proxy' } });

    expect(response.json()).toEqual({ status: 'live' });
    expect(response.headers['x-request-id']).toBe('given-by-proxy');
  });

  it('answers 503 while something is not ready, and names it', async () => {
    const response = await app.inject({ url: '/health/ready' });

    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ notReady: ['temporal'] });
  });

  it('asks strangers to log in', async () => {
    const response = await app.inject({ url: '/v1/petitions' });

    expect(response.statusCode).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer realm="dialogue"');
    expect(response.json()).toMatchObject({ code: 'auth.required', requestId: expect.any(String) });
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer nonsense'])('takes the header "%s" for none', async (authorization) => {
    expect((await app.inject({ url: '/v1/petitions', headers: { authorization } })).statusCode).toBe(401);
  });

  it('refuses a role without the permission', async () => {
    expect((await post('/v1/petitions', registration, loggedInAs('agency'))).json()).toMatchObject({
      code: 'auth.forbidden',
    });
  });

  it.each([
    ['an unknown path', 'GET', '/v1/nothing', 404, 'request.route_unknown'],
    ['a known path under a wrong method', 'DELETE', `/v1/petitions/${petitionId}`, 405, 'request.method_not_allowed'],
  ] as const)('tells %s', async (_, method, url, status, code) => {
    const response = await app.inject({ method, url, headers: loggedInAs('clerk') });

    expect([response.statusCode, response.json()]).toEqual([status, expect.objectContaining({ code })]);
  });
});

describe('a request that is wrong', () => {
  it('names every field that is wrong, in Vietnamese', async () => {
    const response = await post('/v1/petitions', {
      ...registration,
      source: 'nowhere',
      receivedOn: '2026-02-30',
      extra: 1,
      petitioner: { email: 'x' },
    });

    expect(response.statusCode).toBe(400);
    const { code, fields } = response.json<{ code: string; fields: { path: string; message: string }[] }>();
    expect(code).toBe('request.invalid');
    expect(fields.map(({ path }) => path).sort()).toEqual([
      'extra',
      'petitioner.email',
      'petitioner.name',
      'receivedOn',
      'source',
    ]);
    expect(fields.map(({ message }) => message).join()).not.toMatch(/invalid|expected|required/i);
  });

  it('names the missing fields of a request without a body', async () => {
    const response = await app.inject({
      method: 'POST',
      url: `/v1/petitions/${petitionId}/reopen`,
      headers: loggedInAs('host'),
    });

    expect(response.json()).toMatchObject({ code: 'request.invalid', fields: [{ path: 'reason' }] });
  });

  it.each([
    ['JSON that is none', '{"title": ', 'application/json', 400, 'request.malformed'],
    ['another media type', 'a=b', 'application/xml', 415, 'request.media_type_unsupported'],
    [
      'a body over the limit',
      JSON.stringify({ title: 'x'.repeat(300_000) }),
      'application/json',
      413,
      'request.too_large',
    ],
  ])('refuses %s', async (_, payload, contentType, status, code) => {
    const response = await app.inject({
      method: 'POST',
      url: '/v1/petitions',
      headers: { ...loggedInAs('clerk'), 'content-type': contentType },
      payload,
    });

    expect([response.statusCode, response.json()]).toEqual([status, expect.objectContaining({ code })]);
  });

  it.each([
    ['an id', '/v1/petitions/not-an-id', 'id'],
    ['a query', '/v1/petitions?stage=nowhere', 'stage'],
    ['an unknown query', '/v1/petitions?colour=red', 'colour'],
  ])('refuses %s that is none', async (_, url, path) => {
    const { fields } = (await app.inject({ url, headers: loggedInAs('clerk') })).json<{ fields: { path: string }[] }>();

    expect(fields.map((field) => field.path)).toEqual([path]);
  });
});

describe('a request made to break something', () => {
  it('that logs in with a name that is no text is refused, not a bug', async () => {
    const response = await post('/v1/auth/token', { username: { toString: null }, password: 'x' }, {});

    expect([response.statusCode, response.json()]).toEqual([400, expect.objectContaining({ code: 'request.invalid' })]);
  });

  it.each(['half a \ud800 character', 'a \u0000 end'])('with %j, which is no text, is refused', async (reason) => {
    const response = await post(`/v1/petitions/${petitionId}/reopen`, { reason }, loggedInAs('host'));

    expect(response.json()).toMatchObject({ code: 'request.invalid', fields: [{ path: 'reason' }] });
  });

  it('has two minutes to come in, a file over a slow line included', () => {
    expect(app.getHttpServer()).toMatchObject({ requestTimeout: 120_000 });
  });
});

describe('an answer', () => {
  it('with a token or with words of people is kept by nobody on the way', async () => {
    const token = await post('/v1/auth/token', { username: 'keeper', password: 'right' }, {});
    const list = await app.inject({ url: '/v1/petitions', headers: loggedInAs('clerk') });

    expect([token.headers['cache-control'], list.headers['cache-control']]).toEqual(['no-store', 'no-store']);
  });

  it('answers a command that is not decided yet with 202 and where to ask', async () => {
    const response = await post(`/v1/petitions/${petitionId}/close`, {});

    expect(response.statusCode).toBe(202);
    expect(response.headers.location).toBe(`/v1/commands/${'c'.repeat(64)}`);
  });

  it('refuses a key that is none', async () => {
    const response = await post(
      `/v1/petitions/${petitionId}/close`,
      {},
      { ...loggedInAs('clerk'), 'idempotency-key': 'with blank' },
    );

    expect(response.json()).toMatchObject({ code: 'request.invalid', fields: [{ path: 'Idempotency-Key' }] });
  });

  it('answers 503 with Retry-After while PostgreSQL is away', async () => {
    const response = await app.inject({ url: `/v1/petitions/${petitionId}`, headers: loggedInAs('clerk') });

    expect([response.statusCode, response.headers['retry-after'], response.json()]).toEqual([
      503,
      '5',
      expect.objectContaining({ code: 'service.unavailable' }),
    ]);
  });

  it('tells nothing of a bug', async () => {
    const response = await post('/v1/petitions', registration);

    expect(response.statusCode).toBe(500);
    expect(response.body).not.toMatch(/inside| at |stack/);
  });
});

describe('the API towards the world', () => {
  it('slows down who guesses passwords of one name, and nobody else', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      statuses.push((await post('/v1/auth/token', { username: 'somebody', password: 'wrong' }, {})).statusCode);
    }

    expect(new Set(statuses.slice(0, 10))).toEqual(new Set([401]));
    expect(statuses.slice(10)).toEqual([429, 429]);
    expect((await post('/v1/auth/token', { username: 'other', password: 'right' }, {})).statusCode).toBe(200);
  });

  it('shows its documentation, with headers that keep browsers careful', async () => {
    const page = await app.inject({ url: '/docs' });
    const script = await app.inject({ url: '/docs/swagger-ui-bundle.js' });

    expect([page.statusCode, script.statusCode]).toEqual([200, 200]);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': expect.any(String) });
    expect(page.headers['x-powered-by']).toBeUndefined();
    expect((await app.inject({ url: '/openapi.json' })).json()).toMatchObject({ openapi: '3.0.0' });
  });

  it('logs routes by their pattern, and nothing that a person wrote', async () => {
    await post('/v1/petitions', registration);
    await app.inject({ url: `/v1/petitions?text=${encodeURIComponent(canary)}`, headers: loggedInAs('clerk') });

    const text = lines.join('');
    expect(text).toContain('"route":"/v1/petitions"');
    expect(text.includes(canary) || text.includes(encodeURIComponent(canary))).toBe(false);
  });
});
