import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import { withLogContext, type Logger } from '@dialogue/observability';

import { isLinkPath } from './html-page.js';
import type { HttpServer } from './http.js';

/** The id of a request: the one that a proxy gave it, or a new one. */
export function requestIdOf({ headers }: { readonly headers: IncomingHttpHeaders }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Gives every line of a request its id, and writes one when it is over: the pattern of its route, never its values. */
export function watchRequests(server: HttpServer, logger: Logger): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id);
    // Tokens and what people wrote: no browser and no proxy keeps them.
    if (request.url.startsWith('/v1/') || isLinkPath(request.url.split('?')[0] ?? ''))
      void reply.header('Cache-Control', 'no-store');
    withLogContext({ requestId: request.id }, done);
  });
  // Once more after the body: its last piece comes from the socket, which knows nothing of the request.
  server.addHook('preValidation', (request, _, done) => {
    withLogContext({ requestId: request.id }, done);
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { method, id: requestId } = request;
    const route = request.routeOptions.url ?? 'unknown';
    logger.info('A request was answered', {
      requestId,
      method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
}
