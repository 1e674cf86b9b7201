/** What the API answered, read. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Somebody who is logged in. */
export interface ApiClient {
  get(path: string): Promise<ApiAnswer>;
  /** With a body as JSON; a text goes as it is. `key` is the person's own Idempotency-Key. */
  post(path: string, body: object | string, key?: string): Promise<ApiAnswer>;
  /** A table, as CSV. */
  postCsv(path: string, csv: string): Promise<ApiAnswer>;
}

/** Who logs in. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

const limitMs = 20_000;
/** Ten thousand rows are checked and written in one request. */
const fileLimitMs = 120_000;

/** Logs in. @throws Error when the API does not let the person in. */
export async function logIn(origin: string, credentials: Credentials): Promise<ApiClient> {
  const { status, body } = await ask(origin, { method: 'POST', path: '/v1/auth/token', body: credentials });
  const token = body['accessToken'];
  if (typeof token !== 'string') throw new Error(`the API let nobody in: ${String(status)} ${JSON.stringify(body)}`);
  return {
    get: (path) => ask(origin, { method: 'GET', path, token }),
    postCsv: (path, body) =>
      ask(origin, { method: 'POST', path, body, token, type: 'text/csv', timeoutMs: fileLimitMs }),
    post: (path, given, key) =>
      ask(origin, { method: 'POST', path, body: given, token, ...(key === undefined ? {} : { key }) }),
  };
}

interface Question {
  readonly method: string;
  readonly path: string;
  readonly body?: object | string;
  readonly token?: string;
  readonly key?: string;
  readonly type?: string;
  readonly timeoutMs?: number;
}

async function ask(origin: string, question: Question): Promise<ApiAnswer> {
  const { method, path, body, token, key, type = 'application/json', timeoutMs = limitMs } = question;
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': type }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: objectIn(text) };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = text === '' ? {} : JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : { value };
}
