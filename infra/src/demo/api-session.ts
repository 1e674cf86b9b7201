import { createHash } from 'node:crypto';

import { patiently, pause, patienceMs } from './patience.js';

/** What the API answered to a request that it carried out. */
export type Answer = Readonly<Record<string, unknown>>;

/** Somebody of the story, logged in. */
export interface ApiSession {
  get(path: string): Promise<Answer>;
  /**
   * Gives a command and waits until it is decided, however long API, worker or Temporal are away: repeated under one
   * Idempotency-Key, it is carried out once.
   */
  post(path: string, body: object): Promise<Answer>;
}

/** Where the API is, who logs in, and who is told that it has to be waited for. */
export interface SessionOptions {
  readonly origin: string;
  readonly username: string;
  readonly password: string;
  /** Makes the keys of this telling of the story differ from those of another. */
  readonly telling: string;
  readonly onWaiting: () => void;
}

/** The API refused what the story needs: the story or the product is wrong. */
class StoryRefused extends Error {
  override readonly name = 'StoryRefused';
}

interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly key?: string;
}

/** Not an answer: somebody is away, or the login has run out. */
const again: readonly number[] = [401, 502, 503, 504];

/** Logs in at the first request, and again when the token has run out. */
export function openSession(options: SessionOptions): ApiSession {
  let token: string | null = null;

  async function ask(request: Request): Promise<Answer> {
    return patiently(options.onWaiting, async () => {
      token ??= await logIn(options);
      const response = await send(options.origin, request, token);
      if (response.status === 401) token = null;
      return again.includes(response.status) ? null : readAnswer(request, response);
    });
  }

  return {
    get: (path) => ask({ method: 'GET', path }),
    async post(path, body) {
      const text = JSON.stringify(body);
      const key = createHash('sha256').update([options.telling, options.username, path, text].join('\n')).digest('hex');
      const answer = await ask({ method: 'POST', path, body: text, key });
      return isPending(answer) ? decided(ask, answer) : answer;
    },
  };
}

function isPending({ status, commandId }: Answer): boolean {
  return status === 'pending' && typeof commandId === 'string';
}

/** Waits for the outcome of a command that was written, but not decided at once. */
async function decided(ask: (request: Request) => Promise<Answer>, pending: Answer): Promise<Answer> {
  const path = `/v1/commands/${String(pending['commandId'])}`;
  for (const until = Date.now() + patienceMs; Date.now() < until;) {
    const command = await ask({ method: 'GET', path });
    if (command['status'] === 'refused') throw new StoryRefused(JSON.stringify(command));
    if (command['status'] === 'accepted') return { ...pending, id: subjectId(command) };
    await pause();
  }
  throw new Error(`${path}: no outcome after ${String(patienceMs / 1000)} s`);
}

/** @throws StoryRefused when the API is there and does not let the person in. */
async function logIn({ origin, username, password }: SessionOptions): Promise<string> {
  const request: Request = { method: 'POST', path: '/v1/auth/token', body: JSON.stringify({ username, password }) };
  const response = await send(origin, request, null);
  if (response.status >= 500) throw new Error('the API is away');
  const { accessToken } = await readAnswer(request, response);
  if (typeof accessToken !== 'string') throw new StoryRefused(`${username} cannot log in`);
  return accessToken;
}

function send(origin: string, { method, path, body, key }: Request, token: string | null): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  });
}

async function readAnswer({ method, path }: Request, response: Response): Promise<Answer> {
  if (!response.ok) throw new StoryRefused(`${method} ${path}: ${String(response.status)} ${await response.text()}`);
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

/** `/v1/petitions/<id>` -> `<id>`. */
function subjectId({ subject }: Answer): string {
  return typeof subject === 'string' ? (subject.split('/')[3] ?? '') : '';
}
