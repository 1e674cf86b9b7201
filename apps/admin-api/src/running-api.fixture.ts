import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ApiSettings } from '@dialogue/config';
import type { CalendarDay } from '@dialogue/domain';
import { createAccounts, createDataSource, type AccountRole } from '@dialogue/persistence';
import { databaseForTest, type TestDatabase } from '@dialogue/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { createApp } from './app.js';
import { hashPassword } from './auth/passwords.js';
import { createServices } from './services.js';
import { aLogger } from './testing.fixture.js';
import type { Waits } from './waits.js';

/** What an answer was, as a test looks at it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: AnswerBody;
  /** What came, as it came. */
  readonly text: string;
}

/** As much of all bodies as tests look at by name; what is not there shows itself at once. */
interface AnswerBody {
  readonly id: string;
  readonly code: string;
  readonly message: string;
  readonly status: string;
  readonly number: string;
  readonly commandId: string;
  readonly link: string;
  readonly petition: { readonly id: string; readonly number: string };
  readonly conference: { readonly id: string; readonly number: string };
  readonly report: { readonly id: string };
  readonly leadOffice: { readonly code: string };
  readonly accessToken: string;
  readonly notReady: readonly string[];
  readonly nextCursor: string | null;
  readonly items: readonly {
    readonly id: string;
    readonly code: string;
    readonly level: string;
    readonly title: string;
    readonly holders: readonly { readonly fullName: string }[];
  }[];
  readonly posts: readonly { readonly title: string }[];
  readonly postId: string;
  readonly holderId: string;
  readonly fields: readonly { readonly path: string; readonly message: string }[];
  readonly edition: number;
  readonly days: readonly CalendarDay[];
  readonly years: readonly { readonly year: number; readonly isConfirmed: boolean; readonly openChoices: unknown[] }[];
}

/** One request of a test. */
interface Ask {
  readonly body?: object;
  /** A file in place of a body. */
  readonly file?: { readonly type: string; readonly content: string | Buffer };
  readonly key?: string;
  readonly token?: string;
  /** Besides those that the rest asks for. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API over a database of its own; Temporal is away, so what is accepted stays pending. */
export interface RunningApi {
  readonly database: TestDatabase;
  readonly lines: readonly string[];
  get(url: string, ask?: Ask): Promise<Answer>;
  post(url: string, ask?: Ask): Promise<Answer>;
  /** A token of a new account. */
  loginAs(role: AccountRole, organisation?: string): Promise<string>;
  /** Opens it to the programs of this machine, a browser for one; where it is then. */
  listen(): Promise<string>;
  /** Any request, as it is. */
  readonly inject: NestFastifyApplication['inject'];
  sql<Row>(query: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** Temporal is away, and nobody else decides: there is nothing to wait for. */
const waitsOfTests: Waits = { check: 1, signal: 1, signalling: 1, outcome: 1, outcomeWithoutSignal: 1 };

export const passwordOfTests = 'a long enough password';

export async function startApi(): Promise<RunningApi> {
  const database = await databaseForTest('sample');
  const admin = await createDataSource({ url: database.adminUrl, poolSize: 2 }).initialize();
  const { logger, lines } = aLogger();
  const filesDir = await mkdtemp(join(tmpdir(), 'files-'));
  const { services, start, stop } = createServices(settingsOver(database.apiUrl, filesDir), logger, waitsOfTests);
  const app = await createApp(services, logger);
  start();
  const send = sender(app);
  await untilConnected(send);
  let logins = 0;
  return {
    ...{ database, lines },
    async listen() {
      await app.listen(0, '127.0.0.1');
      return app.getUrl();
    },
    inject: app.inject.bind(app),
    get: async (url, ask) => send('GET', url, ask),
    post: async (url, ask) => send('POST', url, ask),
    async loginAs(role, organisation) {
      const username = `${role}.${String((logins += 1))}`;
      const passwordHash = await hashPassword(passwordOfTests);
      await createAccounts(admin).create({ username, passwordHash, role, organisationCode: organisation ?? null });
      const { body } = await send('POST', '/v1/auth/token', { body: { username, password: passwordOfTests } });
      return body.accessToken;
    },
    sql: async (query, parameters) => admin.query(query, parameters === undefined ? undefined : [...parameters]),
    async close() {
      await app.close();
      await stop();
      await admin.destroy();
      await database.drop();
      await rm(filesDir, { recursive: true });
    },
  };
}

export function settingsOver(databaseUrl: string, filesDir = '/nowhere'): ApiSettings {
  return {
    DATABASE_URL: databaseUrl,
    ...{ TEMPORAL_ADDRESS: '127.0.0.1:1', TEMPORAL_NAMESPACE: 'default', TEMPORAL_UI_URL: 'http://127.0.0.1:8233' },
    ...{ API_HOST: '127.0.0.1', API_PORT: 0, PUBLIC_URL: 'http://127.0.0.1:3000' },
    TRUSTED_PROXIES: 'loopback',
    ...{ FILES_DIR: filesDir, FILES_UNNAMED_MB: 1_000 },
    AUTH_TOKEN_KEY: new Uint8Array(32).fill(1),
    IDENTITY_KEY: new Uint8Array(32).fill(2),
  };
}

type Send = (method: 'GET' | 'POST', url: string, ask?: Ask) => Promise<Answer>;

function sender(app: NestFastifyApplication): Send {
  return async (method, url, { body, file, key, token, headers: others = {} } = {}) => {
    const headers = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(file === undefined ? {} : { 'content-type': file.type }),
      ...others,
    };
    const payload = file?.content ?? body;
    const response = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    return {
      status: response.statusCode,
      headers: response.headers,
      body: (isJson(response.headers['content-type']) ? response.json() : {}) as AnswerBody,
      text: response.body,
    };
  };
}

async function untilConnected(send: Send): Promise<void> {
  // Each question is answered only when the database was asked, so this is no busy wait.
  for (;;) {
    const { body } = await send('GET', '/health/ready');
    if (!body.notReady.includes('database')) return;
  }
}

function isJson(contentType: unknown): boolean {
  return typeof contentType === 'string' && contentType.startsWith('application/json');
}
