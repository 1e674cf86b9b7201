import { Readable } from 'node:stream';

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

import { ApiError } from '../errors/api-error.js';
import type { HttpReply, HttpRequest, HttpServer } from './http.js';
import { fileNameInvalid } from './validation.vi.js';

/** How content comes that nobody reads as text; what it is, it says itself. */
export const streamType = 'application/octet-stream';
/** Not in the address, which proxies write down: a name may tell of people. */
const nameHeader = 'x-file-name';

/** Content on its way in, and what it is called where it comes from. */
export interface IncomingContent {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** The content of a request, not read yet. */
export const StreamBody = createParamDecorator((_: unknown, context: ExecutionContext): IncomingContent => {
  const request = context.switchToHttp().getRequest<HttpRequest>();
  const { body } = request;
  if (!(body instanceof Readable)) throw new ApiError('request.media_type_unsupported');
  // Whoever is told no in the middle is told, and then cut off: what is still to come is never read.
  void context.switchToHttp().getResponse<HttpReply>().header('Connection', 'close');
  return { name: nameIn(request), content: bytesOf(body) };
});

/** Hands content on as it comes, where a route takes it. */
export function readStreams(server: HttpServer, url: string): void {
  server.addContentTypeParser(streamType, (request, body, done) => {
    if (request.routeOptions.url === url) done(null, body);
    else done(new ApiError('request.media_type_unsupported'), undefined);
  });
}

async function* bytesOf(body: Readable): AsyncGenerator<Uint8Array> {
  for await (const piece of body.iterator({ destroyOnReturn: false })) if (piece instanceof Uint8Array) yield piece;
}

/** Percent-encoded UTF-8: a header has no other letters. */
function nameIn({ headers }: HttpRequest): string {
  const given = headers[nameHeader];
  try {
    if (typeof given === 'string' && given.length <= 2000) return decodeURIComponent(given);
  } catch {
    // Said below.
  }
  throw new ApiError('request.invalid', { fields: [{ path: 'X-File-Name', message: fileNameInvalid }] });
}
